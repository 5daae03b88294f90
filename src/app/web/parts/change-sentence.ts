import { formatPercent, formatPercentagePoints, formatPoints } from '../../../catalog/charts/format-number.ts';
import { formatValue } from '../../../catalog/charts/format-value.ts';
import type { Change } from '../../../catalog/charts/verdict.ts';
import type { Reader } from '../../../catalog/locales/names.ts';
import { isDuration } from '../../../core/model/duration-unit.ts';
import type { Locale } from '../../../core/model/locale.ts';
import type { ResolvedMetric } from '../../../core/model/result.ts';

/** A change in words: `12% longer than the period before`, `3.1 percentage points lower than a year earlier`. */
export function changeSentence(metric: ResolvedMetric, change: Change, comparison: 'previous' | 'year', { say, locale }: Reader): string {
  if (change.difference === null) return say(`change.missing.${comparison}`);
  if (isUnchanged(metric, change, locale)) return say(`change.none.${comparison}`);
  const size = sizeOf(metric, change, locale);
  const direction = change.difference > 0 ? 'up' : 'down';
  const unit = isDuration(metric.unit) ? 'durationMs' : metric.unit === 'count' ? 'count' : 'other';
  return capital(say(`change.${comparison}`, { change: say(`change.${unit}.${direction}`, { size }) }), locale);
}

/** Whether a change is nothing, or so little that its words would be zero. */
export function isUnchanged(metric: ResolvedMetric, change: Change, locale: Locale): boolean {
  return change.difference === 0 || (change.difference !== null && /^0\D*$/.test(sizeOf(metric, change, locale)));
}

function sizeOf(metric: ResolvedMetric, change: Change, locale: Locale): string {
  const difference = Math.abs(change.difference ?? 0);
  if (metric.unit === 'percent') return formatPercentagePoints(rounded(difference), locale);
  if (metric.unit === 'points') return formatPoints(rounded(difference), locale);
  if (change.relative !== null) return formatPercent(rounded(Math.abs(change.relative) * 100), locale);
  return formatValue(difference, metric.unit, locale);
}

/** One decimal below ten, whole from there: a change is not known better. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

function capital(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
