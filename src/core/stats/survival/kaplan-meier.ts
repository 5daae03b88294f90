import type { Interval } from '../../model/estimate.ts';
import { checkChoice, checkLevel } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { checkDurations, type ObservedDurations, riskTable } from './observed-durations.ts';

/** How the interval of a survival share is made: on its logarithm (R's default), on log(−log S), which stays within 0 and 1, or on S itself. */
export type SurvivalIntervalMethod = 'log' | 'log-log' | 'plain';

/** A curve of survival: steps at the times of events. */
export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** Times at which events happened, ascending. */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly eventsAt: Float64Array;
  /** Share of cases without the event just after each time. */
  readonly survival: Float64Array;
  /** Greenwood's standard error of the share; 0 where nobody is left, as in SAS, since the formula ends there. */
  readonly standardErrors: Float64Array;
  readonly interval: { readonly method: SurvivalIntervalMethod; readonly level: number };
  /** Ends of the interval, within 0 and 1. Where nobody is left it goes from 0 to the upper end of the step before: no formula gives one there. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Kaplan and Meier's share of cases still without the event, by time: time to resolution, to churn, to a second order, with open cases counted
 * for as long as they were seen. It takes who is still running to be like the others of the same age. Kaplan and Meier 1958; Greenwood 1926.
 * @throws UserError for durations that cannot be
 */
export function kaplanMeier(observed: ObservedDurations, method: SurvivalIntervalMethod = 'log-log', level = 0.95): SurvivalCurve {
  checkDurations(observed);
  checkLevel(level);
  checkChoice('method', method, ['log', 'log-log', 'plain']);
  const { times, atRisk, events, n, totalEvents } = riskTable(observed);
  const size = times.length;
  const [survival, standardErrors, low, high] = [size, size, size, size].map((length) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const z = normalQuantile((1 + level) / 2);
  let [share, sum, highest] = [1, 0, 1];
  for (let i = 0; i < size; i++) {
    const [risk, happened] = [atRisk[i] ?? 0, events[i] ?? 0];
    const left = Math.max(0, risk - happened);
    share *= left / risk;
    if (left > 0) sum += happened / (risk * left);
    const relative = Math.sqrt(sum);
    survival[i] = share;
    standardErrors[i] = left === 0 ? 0 : share * relative;
    const ends = left === 0 ? { low: 0, high: highest } : intervalOf(share, relative, z, method);
    highest = ends.high;
    low[i] = ends.low;
    high[i] = ends.high;
  }
  return { n, events: totalEvents, times, atRisk, eventsAt: events, survival, standardErrors, interval: { method, level }, low, high };
}

/** `relative` is the standard error of log S. */
function intervalOf(share: number, relative: number, z: number, method: SurvivalIntervalMethod): Interval {
  switch (method) {
    case 'log':
      return { low: share * Math.exp(-z * relative), high: Math.min(1, share * Math.exp(z * relative)) };
    case 'log-log': {
      if (share >= 1) return { low: 1, high: 1 };
      const reach = (z * relative) / Math.log(share);
      return { low: share ** Math.exp(-reach), high: share ** Math.exp(reach) };
    }
    case 'plain':
      return { low: Math.max(0, share - z * share * relative), high: Math.min(1, share + z * share * relative) };
  }
}

/** A share of survival at one time. */
export interface SurvivalAt extends Interval {
  readonly survival: number;
  readonly standardError: number;
}

/** Survival just after `time`; 1 before the first event. After the last time seen it says no more than that. */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt {
  let [from, to] = [0, curve.times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((curve.times[middle] ?? 0) <= time) from = middle + 1;
    else to = middle;
  }
  if (from === 0) return { survival: 1, standardError: 0, low: 1, high: 1 };
  const at = (column: Float64Array) => column[from - 1] ?? Number.NaN;
  return { survival: at(curve.survival), standardError: at(curve.standardErrors), low: at(curve.low), high: at(curve.high) };
}

/** A time by which a share of cases had the event; null where the curve, or an end of its interval, does not come down so far. */
export interface SurvivalQuantile {
  readonly time: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The first time by which at least `share` of cases had the event (0.5: the median), with Brookmeyer and Crowley's interval by the curve's method.
 * Where the curve lies exactly at the share between two times it is the first, not their middle as in R.
 */
export function survivalQuantile(curve: SurvivalCurve, share = 0.5): SurvivalQuantile {
  const rest = 1 - share + 1e-12;
  const first = (column: Float64Array) => {
    const index = column.findIndex((each) => each <= rest);
    return index < 0 ? null : (curve.times[index] ?? null);
  };
  return { time: first(curve.survival), low: first(curve.low), high: first(curve.high) };
}

/** Mean time without the event within `horizon`: the area below the curve. */
export interface RestrictedMean extends Interval {
  readonly mean: number;
  readonly standardError: number;
}

/** Irwin's restricted mean with Greenwood's error. Where the longest case was still running before `horizon`, the curve is taken as flat from there. */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean {
  if (!(horizon >= 0 && Number.isFinite(horizon))) throw cannotAnswer(`a horizon is a time from 0, not ${horizon}`);
  let [mean, variance, end] = [0, 0, horizon];
  for (let i = curve.times.length - 1; i >= 0; i--) {
    const time = curve.times[i] ?? 0;
    if (time >= horizon) continue;
    mean += (end - time) * (curve.survival[i] ?? 0);
    end = time;
    const [risk, happened] = [curve.atRisk[i] ?? 0, curve.eventsAt[i] ?? 0];
    if (risk > happened) variance += (mean * mean * happened) / (risk * (risk - happened));
  }
  mean += end;
  const standardError = Math.sqrt(variance);
  const reach = normalQuantile((1 + curve.interval.level) / 2) * standardError;
  return { mean, standardError, low: mean - reach, high: mean + reach };
}
