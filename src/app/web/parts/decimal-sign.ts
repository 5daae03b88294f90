import { intlTags } from '../../../catalog/charts/format-number.ts';
import type { Locale } from '../../../core/model/locale.ts';
import type { DecimalSign } from '../../../core/text/read-values.ts';

/** The sign between whole and fraction that a reader types. */
export function decimalSign(locale: Locale): DecimalSign {
  return new Intl.NumberFormat(intlTags[locale]).format(1.5).includes(',') ? ',' : '.';
}
