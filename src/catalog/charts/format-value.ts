import type { Estimate } from '../../core/model/estimate.ts';
import type { Locale } from '../../core/model/locale.ts';
import type { Unit } from '../../core/model/metric.ts';
import { formatDuration } from './format-duration.ts';
import { formatCount, formatNumber, formatPercent, formatShort } from './format-number.ts';

/** A value in its unit, three significant digits; the dash stands for "missing". Exact is for tables and hovers: counts in full. */
export function formatValue(value: number | null, unit: Unit, locale: Locale, exact = false): string {
  if (value === null) return '–';
  switch (unit) {
    case 'count':
      return exact ? formatCount(value, locale) : formatShort(value, locale);
    case 'percent':
      return formatPercent(value, locale);
    case 'durationMs':
      return formatDuration(value, locale);
    case 'points':
    case 'ratio':
    case 'score':
      return formatNumber(value, locale);
  }
}

/** A value on an axis: as short as can be. */
export function formatTick(value: number, unit: Unit, locale: Locale): string {
  return unit === 'count' ? formatShort(value, locale, 1000) : formatValue(value, unit, locale);
}

/** The interval of an estimate as `78.1% – 84.0%`, or null when it has none. */
export function formatInterval(estimate: Estimate, unit: Unit, locale: Locale): string | null {
  if (estimate.low === null || estimate.high === null) return null;
  return `${formatValue(estimate.low, unit, locale)} – ${formatValue(estimate.high, unit, locale)}`;
}
