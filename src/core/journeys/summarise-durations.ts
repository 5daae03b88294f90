import type { Interval } from '../model/estimate.ts';
import { quantileOfSorted } from '../stats/descriptive/quantile.ts';
import { medianInterval } from '../stats/median-interval.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';

/** Durations in milliseconds. Quantiles by the definition `linear`. */
export interface DurationSummary {
  readonly n: number;
  readonly meanMs: number | null;
  readonly medianMs: number | null;
  /** 95 %, by order statistics; null below 6 durations. */
  readonly medianInterval: Interval | null;
  readonly p90Ms: number | null;
  readonly shortestMs: number | null;
  readonly longestMs: number | null;
}

/** Sums durations up; it sorts the array that it is given. Without a duration all is null. */
export function summariseDurations(durationsMs: Float64Array): DurationSummary {
  const n = durationsMs.length;
  if (n === 0) return { n, meanMs: null, medianMs: null, medianInterval: null, p90Ms: null, shortestMs: null, longestMs: null };
  durationsMs.sort();
  return {
    n,
    meanMs: durationsMs.reduce((sum, each) => sum + each, 0) / n,
    medianMs: quantileOfSorted(durationsMs, 0.5),
    medianInterval: medianInterval(durationsMs),
    p90Ms: quantileOfSorted(durationsMs, 0.9),
    shortestMs: durationsMs[0] ?? null,
    longestMs: durationsMs[n - 1] ?? null,
  };
}

/** A share of cases. */
export interface Share {
  readonly n: number;
  readonly of: number;
  readonly share: number | null;
  /** Wilson's 95 %. */
  readonly interval: Interval | null;
}

/** `n` of `of`; without any there is no share. */
export function shareOf(n: number, of: number): Share {
  return { n, of, share: of > 0 ? n / of : null, interval: wilsonInterval(n, of) };
}
