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

/** Why there is no figure: the data end before the period, a count is zero, the article's variant fits nothing, or nothing is known. */
export type EmptyWhy =
  | { readonly reason: 'none' | 'variant' | 'nothing' }
  | { readonly reason: 'ended'; readonly dataUntil: string; readonly zone: string };

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
  if (metric === undefined || size === 'none') return { kind: 'empty', why: emptyWhy(data) };
  if (size === 'too few') return { kind: 'too few', n: data.totals.values[metric.key]?.n ?? 0, metric };
  return error === null ? { kind: 'ready', result: data } : { kind: 'stale', result: data, fault: error };
}

/** Whether any point of a result rests on enough to be drawn. */
export function isDrawable(result: Result): boolean {
  return result.rows.some((row) => result.metrics.some((metric) => shownEstimate(metric, row.values[metric.key]) !== null));
}

function emptyWhy({ metrics: [metric], period, dataUntil, zone }: Result): EmptyWhy {
  if (dataUntil !== null && Date.parse(dataUntil) < Date.parse(period.from)) return { reason: 'ended', dataUntil, zone };
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
