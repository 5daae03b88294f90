import type { Estimate, Interval } from '../../core/model/estimate.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';

/**
 * What a change means. `changed` is beyond noise, of a metric where neither direction is better; `chance` is large and yet within noise;
 * `ripening` compares what still changes with what no longer does.
 */
export type Verdict = 'better' | 'worse' | 'changed' | 'same' | 'chance' | 'ripening' | 'unknown';

/** A change from one period to another. */
export interface Change {
  readonly verdict: Verdict;
  /** Now minus then, in the unit of the metric; null when one of them is missing. */
  readonly difference: number | null;
  /** The difference as a share of then, 0.12 for 12 % more; null when then is 0 or missing. */
  readonly relative: number | null;
}

/** Standard normal quantile of a two-sided 95 % interval. */
const z95 = 1.959964;

/** Answers that both periods need before a change is coloured. */
const enoughAnswers = 30;
const enoughAnswersOfNps = 100;

const leastRelative = 0.05;
const leastPercentagePoints = 2;
const leastPoints = 5;

/**
 * Whether a metric got better or worse: only when the 95 % interval of the difference excludes 0 and the change is large enough:
 * 5 % of times, volumes, ratios and scores, 2 percentage points of rates, 5 points of a net score.
 */
export function judgeChange(metric: ResolvedMetric, now: Estimate, then: Estimate | null): Change {
  if (now.value === null || then === null || then.value === null) return { verdict: 'unknown', difference: null, relative: null };
  const difference = now.value - then.value;
  const relative = then.value === 0 ? null : difference / Math.abs(then.value);
  return { verdict: verdictOf(metric, now, then, difference, relative), difference, relative };
}

function verdictOf(metric: ResolvedMetric, now: Estimate, then: Estimate, difference: number, relative: number | null): Verdict {
  if (metric.ripens) return 'ripening';
  if (!hasEnough(metric, now) || !hasEnough(metric, then)) return 'unknown';
  const interval = differenceInterval(metric, now, then);
  if (interval === null) return 'unknown';
  const beyondNoise = interval.low > 0 || interval.high < 0;
  if (!isLarge(metric, difference, relative)) return 'same';
  if (!beyondNoise) return 'chance';
  if (metric.better === 'neither') return 'changed';
  return difference > 0 === (metric.better === 'up') ? 'better' : 'worse';
}

function hasEnough(metric: ResolvedMetric, estimate: Estimate): boolean {
  if (metric.unit === 'count') return true;
  return estimate.n >= (metric.unit === 'points' ? enoughAnswersOfNps : enoughAnswers);
}

function isLarge(metric: ResolvedMetric, difference: number, relative: number | null): boolean {
  if (metric.unit === 'percent') return Math.abs(difference) >= leastPercentagePoints;
  if (metric.unit === 'points') return Math.abs(difference) >= leastPoints;
  return relative === null || Math.abs(relative) >= leastRelative;
}

/**
 * The 95 % interval of now minus then, recovered from the intervals of both (MOVER: Zou and Donner, Statistics in Medicine 27, 2008,
 * doi:10.1002/sim.3095); null when one has no interval. Counts without one are taken as Poisson.
 */
export function differenceInterval(metric: ResolvedMetric, now: Estimate, then: Estimate): Interval | null {
  const nowBounds = boundsOf(metric, now);
  const thenBounds = boundsOf(metric, then);
  if (now.value === null || then.value === null || nowBounds === null || thenBounds === null) return null;
  const difference = now.value - then.value;
  return {
    low: difference - Math.hypot(now.value - nowBounds.low, thenBounds.high - then.value),
    high: difference + Math.hypot(nowBounds.high - now.value, then.value - thenBounds.low),
  };
}

function boundsOf(metric: ResolvedMetric, estimate: Estimate): Interval | null {
  if (estimate.low !== null && estimate.high !== null) return { low: estimate.low, high: estimate.high };
  if (metric.unit !== 'count' || estimate.value === null) return null;
  const margin = z95 * Math.sqrt(Math.max(estimate.value, 1));
  return { low: estimate.value - margin, high: estimate.value + margin };
}
