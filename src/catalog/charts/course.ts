import type { Estimate } from '../../core/model/estimate.ts';
import type { Result } from '../../core/model/result.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf, type Series } from './series.ts';

/** A series bucket by bucket. */
export interface Course extends Series {
  /** Null where it says nothing or rests on too few. */
  readonly points: readonly (Estimate | null)[];
}

/** The course of a series over the buckets of its result. */
export function courseOf(series: Series, { buckets }: Result): Course {
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric)]));
  return { ...series, points: buckets.map((bucket) => shownEstimate(series.metric, byBucket.get(bucket.key))) };
}

/** Buckets that a line needs to be one. */
const leastBuckets = 2;

/** The result without its first bucket where the period cuts that and it is of a rate or a time, which then jumps: a Sunday alone is no week. */
export function withoutCutStart(result: Result): Result {
  const [first, ...rest] = result.buckets;
  const isCut = first?.complete === false && rest.length >= leastBuckets && result.metrics[0]?.unit !== 'count';
  return isCut ? { ...result, buckets: rest } : result;
}
