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
    case 'businessMs':
      return formatDuration(value, locale, { clock: 'business' });
    case 'points':
    case 'ratio':
    case 'score':
      return formatNumber(value, locale);
  }
}

/** Writes a value as text. */
export type ValueWriter = (value: number | null) => string;

/** Writes values that are read beside each other, of which these are some, as `formatValue` does: durations all in days where one of them is. */
export function valueWriter(beside: readonly (number | null)[], unit: Unit, locale: Locale, exact = false): ValueWriter {
  if (unit !== 'durationMs') return (value) => formatValue(value, unit, locale, exact);
  const longestMs = beside.reduce<number>((longest, value) => Math.max(longest, Math.abs(value ?? 0)), 0);
  return (value) => (value === null ? '–' : formatDuration(value, locale, { longestMs }));
}

/** Writes the values of estimates and the ends of their intervals. */
export function estimateWriter(estimates: readonly Estimate[], unit: Unit, locale: Locale, exact = false): ValueWriter {
  return valueWriter(
    estimates.flatMap(({ value, low, high }) => [value, low, high]),
    unit,
    locale,
    exact,
  );
}

/** The value of an estimate, told as its interval is. */
export function formatEstimate(estimate: Estimate, unit: Unit, locale: Locale, exact = false): string {
  return estimateWriter([estimate], unit, locale, exact)(estimate.value);
}

/** A value on an axis: as short as can be. */
export function formatTick(value: number, unit: Unit, locale: Locale): string {
  return unit === 'count' ? formatShort(value, locale, 1000) : formatValue(value, unit, locale);
}

/** The interval of an estimate as `78.1% – 84.0%`, or null when it has none. */
export function formatInterval(
  estimate: Estimate,
  unit: Unit,
  locale: Locale,
  write: ValueWriter = estimateWriter([estimate], unit, locale),
): string | null {
  if (estimate.low === null || estimate.high === null) return null;
  return `${write(estimate.low)} – ${write(estimate.high)}`;
}
