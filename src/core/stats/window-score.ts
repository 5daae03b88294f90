import { type RecentLevel, type SeriesSums, type Stretch, stretchOf } from './recent-level.ts';

/** What the last days of a series say against what was to be expected of them. */
export interface WindowScore {
  /** Standard deviations from what was to be expected, by the noise of the kind alone. */
  readonly z: number;
  readonly observed: number;
  readonly expected: number;
  /** Standard deviation of `observed` around `expected`, by the same noise. */
  readonly sd: number;
  /** Expected contacts of counts, trials or values of others. */
  readonly size: number;
  /** By how much each unit of the series stands above the level: in shares of the expectation for counts, in the own unit of others. */
  readonly shift: number;
}

/**
 * The days from position `from` until before `until` against a level of other days. Counts and shares by the signed root of the likelihood ratio of two samples,
 * which keeps honest tails where there are few; means by their normal z. Observed and expected are sums for counts and means for others.
 */
export function windowScore(sums: SeriesSums, from: number, until: number, level: RecentLevel): WindowScore | null {
  const stretch = stretchOf(sums, from, until);
  if (!(stretch.units > 0) || !(level.units > 0)) return null;
  switch (sums.series.kind) {
    case 'count':
      return countScore(stretch, level);
    case 'share':
      return shareScore(sums, from, until, stretch, level);
    default:
      return meanScore(sums, from, until, stretch, level);
  }
}

function countScore(stretch: Stretch, level: RecentLevel): WindowScore {
  const expected = stretch.units * (1 + level.level);
  const observed = Math.max(0, stretch.units + stretch.residual);
  const before = level.units * (1 + level.level);
  const pooled = (observed + before) / (stretch.units + level.units);
  const deviance = 2 * (gain(observed, pooled * stretch.units) + gain(before, pooled * level.units));
  const noise = expected + (expected * expected) / Math.max(before, 1);
  const widened = Math.sqrt(noise / (noise + stretch.learned ** 2));
  const z = Math.sign(observed - expected) * Math.sqrt(Math.max(0, deviance)) * widened;
  return {
    z,
    observed,
    expected,
    sd: Math.sqrt(noise + stretch.learned ** 2),
    size: expected,
    shift: stretch.residual / stretch.units - level.level,
  };
}

function shareScore(sums: SeriesSums, from: number, until: number, stretch: Stretch, level: RecentLevel): WindowScore {
  const trials = stretch.units;
  const successes = amountOf(sums, from, until);
  const expected = clamp((successes - stretch.residual) / trials + level.level);
  const observed = clamp(successes / trials);
  const before = level.units;
  const pooled = clamp((observed * trials + expected * before) / (trials + before));
  const deviance = 2 * (shareGain(observed, pooled, trials) + shareGain(expected, pooled, before));
  const z = Math.sign(observed - expected) * Math.sqrt(Math.max(0, deviance));
  return {
    z,
    observed,
    expected,
    sd: Math.sqrt(pooled * (1 - pooled) * (1 / trials + 1 / before)),
    size: trials,
    shift: observed - expected,
  };
}

function meanScore(sums: SeriesSums, from: number, until: number, stretch: Stretch, level: RecentLevel): WindowScore {
  const observed = amountOf(sums, from, until) / stretch.units;
  const expected = observed - stretch.residual / stretch.units + level.level;
  const sd = Math.sqrt(stretch.variance / stretch.units ** 2 + level.variance / level.units ** 2);
  return { z: sd > 0 ? (observed - expected) / sd : 0, observed, expected, sd, size: stretch.units, shift: observed - expected };
}

function amountOf(sums: SeriesSums, from: number, until: number): number {
  let sum = 0;
  for (let day = from; day < until; day++) {
    const amount = sums.series.amounts[day] ?? Number.NaN;
    if (!Number.isNaN(amount)) sum += amount;
  }
  return sum;
}

/** o·ln(o ÷ e) − (o − e): half the deviance of a count. */
function gain(observed: number, expected: number): number {
  const fit = observed > 0 && expected > 0 ? observed * Math.log(observed / expected) : 0;
  return fit - observed + expected;
}

function shareGain(share: number, pooled: number, trials: number): number {
  const term = (part: number, whole: number): number => (part > 0 ? part * Math.log(part / whole) : 0);
  return trials * (term(share, pooled) + term(1 - share, 1 - pooled));
}

function clamp(share: number): number {
  return Math.min(1 - 1e-6, Math.max(1e-6, share));
}
