import { intlTags } from '../../../catalog/charts/format-number.ts';
import type { Locale } from '../../../core/model/locale.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in its largest decimal unit: `4.2 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(intlTags[locale], { style: 'unit', unit: units[power] ?? 'byte', maximumSignificantDigits: 3 });
  return format.format(bytes / 1000 ** power);
}
