import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';

/** How much an estimate rests on: nothing, too few to show, few enough to be greyed, or enough. */
export type SampleSize = 'none' | 'too few' | 'few' | 'enough';

/** The estimate where it may be shown; null where it is missing or rests on too few. */
export function shownEstimate(metric: ResolvedMetric, estimate: Estimate | undefined): Estimate | null {
  if (estimate === undefined) return null;
  const size = sampleSize(metric, estimate);
  return size === 'few' || size === 'enough' ? estimate : null;
}

/** What of a metric decides how much it needs. */
interface MeasuredIn {
  readonly unit: ResolvedMetric['unit'];
  readonly statistic: string | null;
}

const leastShown = 5;
const leastNormal = 30;
const leastForP90 = 20;

/** How much an estimate rests on. A count is what it is: never too few. A P90 needs 20, everything else 5 to be shown and 30 to be normal. */
export function sampleSize(metric: MeasuredIn, estimate: Estimate, smallN = leastNormal): SampleSize {
  if (estimate.value === null) return 'none';
  if (metric.unit === 'count') return 'enough';
  if (estimate.n < (metric.statistic === 'p90' ? leastForP90 : leastShown)) return 'too few';
  return estimate.n < smallN ? 'few' : 'enough';
}
