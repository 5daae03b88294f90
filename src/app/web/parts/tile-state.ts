import { withoutCutStart } from '../../../catalog/charts/course.ts';
import { type SampleSize, sampleSize, shownEstimate } from '../../../catalog/charts/sample-size.ts';
import { estimateOf } from '../../../catalog/charts/series.ts';
import type { ResolvedMetric, Result } from '../../../core/model/result.ts';

/** What a tile shows. */
export type TileState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty'; readonly why: EmptyWhy }
  | { readonly kind: 'too few'; readonly n: number; readonly metric: ResolvedMetric }
  | { readonly kind: 'error'; readonly fault: Error }
  | { readonly kind: 'stale'; readonly result: Result; readonly fault: Error }
  | { readonly kind: 'ready'; readonly result: Result };

/**
 * Why there is no figure: nothing was ever imported that it counts, the data end before the period or begin after it, a count is zero, the article's
 * variant fits nothing, or nothing is known.
 */
export type EmptyWhy =
  | { readonly reason: 'never' | 'none' | 'variant' | 'nothing' }
  | { readonly reason: 'ended' | 'before'; readonly instant: string; readonly zone: string };

/** What is known of the answer to a tile's question. */
export interface Answer {
  readonly data: Result | undefined;
  readonly error: Error | null;
}

/** The one state that a tile is in. An old answer that could not be renewed is stale; without an old one that is an error. */
export function tileState({ data, error }: Answer): TileState {
  if (data === undefined) return error === null ? { kind: 'loading' } : { kind: 'error', fault: error };
  const size = resultSize(data);
  const metric = data.metrics[0];
  if (metric === undefined) return { kind: 'empty', why: { reason: 'nothing' } };
  const why = size === 'none' ? emptyWhy(data) : null;
  if (why !== null && !isPlainZero(data, why)) return { kind: 'empty', why };
  if (size === 'too few') return { kind: 'too few', n: data.totals.values[metric.key]?.n ?? 0, metric };
  return error === null ? { kind: 'ready', result: data } : { kind: 'stale', result: data, fault: error };
}

/** The state of a tile of what was never brought in. */
export const neverBrought: TileState = { kind: 'empty', why: { reason: 'never' } };

/** None of what is counted, where there are data: 0 is the figure. Of groups there is none to draw. */
function isPlainZero({ dimensions, dataUntil }: Result, { reason }: EmptyWhy): boolean {
  return reason === 'none' && dimensions.length === 0 && dataUntil !== null;
}

/** Whether any point of a result rests on enough to be drawn. */
export function isDrawable(result: Result): boolean {
  const keys = new Set(withoutCutStart(result).buckets.map(({ key }) => key));
  const drawn = result.rows.filter(({ bucket }) => bucket === null || keys.has(bucket));
  return drawn.some((row) => result.metrics.some((metric) => shownEstimate(metric, row.values[metric.key]) !== null));
}

/** Whether any row has a figure for both periods. */
export function isComparable({ metrics, rows }: Result): boolean {
  return metrics.some((metric) =>
    rows.some(
      (row) =>
        shownEstimate(metric, estimateOf(row, metric))?.value != null && shownEstimate(metric, row.comparison?.[metric.key])?.value != null,
    ),
  );
}

function emptyWhy({ metrics: [metric], period, dataFrom, dataUntil, zone }: Result): EmptyWhy {
  if (dataUntil !== null && Date.parse(dataUntil) < Date.parse(period.from)) return { reason: 'ended', instant: dataUntil, zone };
  if (dataFrom !== null && Date.parse(dataFrom) >= Date.parse(period.until)) return { reason: 'before', instant: dataFrom, zone };
  if (metric?.unit === 'count') return { reason: 'none' };
  return { reason: metric === undefined || metric.variant === 'industry' ? 'nothing' : 'variant' };
}

/** How much the total of the first metric rests on; nothing when there is neither a total nor a row that counts. */
function resultSize(result: Result): SampleSize {
  const metric = result.metrics[0];
  const total = metric === undefined ? undefined : result.totals.values[metric.key];
  if (metric === undefined || total === undefined) return 'none';
  if (metric.unit === 'count' && total.value === 0 && result.rows.every((row) => !estimateOf(row, metric).value)) return 'none';
  return sampleSize(metric, total);
}
