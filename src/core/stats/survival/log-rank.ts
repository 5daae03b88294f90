import { checkChoice } from '../check-options.ts';
import { type Column, cannotAnswer, checkSameLength } from '../column.ts';
import { chiSquareAbove } from '../distributions.ts';
import { solveSymmetric } from '../solve-symmetric.ts';
import { checkDurations, type ObservedDurations } from './observed-durations.ts';

/** Which times weigh most: all alike (`log-rank`), early ones by cases at risk (`gehan`, that is Breslow and Wilcoxon) or by their root (`tarone-ware`). */
export type SurvivalTestWeights = 'log-rank' | 'gehan' | 'tarone-ware';

/** Whether groups differ in survival. */
export interface SurvivalDifference {
  readonly weights: SurvivalTestWeights;
  readonly chiSquare: number;
  readonly df: number;
  readonly pValue: number;
  readonly groups: readonly {
    readonly n: number;
    readonly observed: number;
    /** Events to expect if all groups were alike. */
    readonly expected: number;
  }[];
}

/**
 * Tests whether the curves of two groups or more are one. Mantel 1966, Gehan 1965, Tarone and Ware 1977. It is blind to curves that cross.
 * @param strata of each group a number a case: cases are then compared with those of their stratum only, as R's `survdiff` with `strata()`
 * @throws UserError for less than two groups, durations that cannot be, no event at all, and a group that is never at risk beside others at an event
 */
export function compareSurvival(
  groups: readonly ObservedDurations[],
  weights: SurvivalTestWeights = 'log-rank',
  strata?: readonly Column[],
): SurvivalDifference {
  if (groups.length < 2) throw cannotAnswer(`a comparison of survival needs at least 2 groups, not ${groups.length}`);
  checkChoice('weights', weights, ['log-rank', 'gehan', 'tarone-ware']);
  for (const group of groups) checkDurations(group);
  const k = groups.length;
  const sums: Sums = {
    n: new Float64Array(k),
    observed: new Float64Array(k),
    expected: new Float64Array(k),
    score: new Float64Array(k - 1),
    variance: new Float64Array((k - 1) * (k - 1)),
  };
  for (const part of strata ? byStratum(groups, strata) : [groups]) addPart(sums, part, weights);
  const { score, variance } = sums;
  if (!sums.observed.some((events) => events > 0)) throw cannotAnswer('no event happened in any group, so there is nothing to compare');
  const solution = solveSymmetric(Float64Array.from(variance), score);
  if (solution === null) throw cannotAnswer('one of the groups has no case beside others at any event, so it cannot be compared');
  const chiSquare = score.reduce((sum, each, i) => sum + each * (solution[i] ?? 0), 0);
  return {
    weights,
    chiSquare,
    df: k - 1,
    pValue: chiSquareAbove(chiSquare, k - 1),
    groups: groups.map((_, i) => ({ n: sums.n[i] ?? 0, observed: sums.observed[i] ?? 0, expected: sums.expected[i] ?? 0 })),
  };
}

/** By group, and the score of all groups but the last with its variance. */
interface Sums {
  readonly n: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly score: Float64Array;
  readonly variance: Float64Array;
}

/** The cases of each stratum, group by group; some may have none. */
function byStratum(groups: readonly ObservedDurations[], strata: readonly Column[]): ObservedDurations[][] {
  if (strata.length !== groups.length)
    throw cannotAnswer(`${groups.length} groups have strata for ${strata.length}; give a column for each group`);
  groups.forEach(({ durations }, i) => {
    checkSameLength(durations, strata[i] ?? [], ['durations', 'strata']);
  });
  const numbers = new Set(strata.flatMap((column) => Array.from(column)));
  return Array.from(numbers, (stratum) => groups.map((group, i) => casesOf(group, strata[i] ?? [], stratum)));
}

function casesOf({ durations, events, weights }: ObservedDurations, strata: Column, stratum: number): ObservedDurations {
  const cases = Array.from({ length: durations.length }, (_, i) => i).filter((i) => strata[i] === stratum);
  const pick = (column: Column) => Float64Array.from(cases, (i) => column[i] ?? 0);
  return { durations: pick(durations), events: pick(events), ...(weights && { weights: pick(weights) }) };
}

function addPart(sums: Sums, groups: readonly ObservedDurations[], weights: SurvivalTestWeights): void {
  const times = eventTimes(groups);
  const tables = groups.map((group) => countsAt(group, times));
  for (let t = 0; t < times.length; t++) {
    const atRisk = tables.map((table) => table.atRisk[t] ?? 0);
    const events = tables.map((table) => table.events[t] ?? 0);
    addTo(sums.observed, events);
    addTime({ atRisk, events, weights, ...sums });
  }
  addTo(
    sums.n,
    tables.map(({ n }) => n),
  );
}

function eventTimes(groups: readonly ObservedDurations[]): Float64Array {
  const times = new Set<number>();
  for (const { durations, events, weights } of groups) {
    for (let i = 0; i < durations.length; i++) if (events[i] === 1 && (weights?.[i] ?? 1) > 0) times.add(durations[i] ?? 0);
  }
  return Float64Array.from(times).sort();
}

/** Cases at risk and events of a group at given times. */
function countsAt({ durations, events, weights }: ObservedDurations, times: Float64Array) {
  const [atRisk, eventsAt] = [new Float64Array(times.length), new Float64Array(times.length)];
  let n = 0;
  for (let i = 0; i < durations.length; i++) {
    const weight = weights?.[i] ?? 1;
    n += weight;
    const last = lastNotAfter(times, durations[i] ?? 0);
    if (last < 0) continue;
    atRisk[last] = (atRisk[last] ?? 0) + weight;
    if (events[i] === 1) eventsAt[last] = (eventsAt[last] ?? 0) + weight;
  }
  for (let t = times.length - 2; t >= 0; t--) atRisk[t] = (atRisk[t] ?? 0) + (atRisk[t + 1] ?? 0);
  return { atRisk, events: eventsAt, n };
}

function lastNotAfter(times: Float64Array, time: number): number {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] ?? 0) <= time) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

interface TimeSums {
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly weights: SurvivalTestWeights;
  readonly expected: Float64Array;
  readonly score: Float64Array;
  readonly variance: Float64Array;
}

/** Adds one time by the hypergeometric distribution of its events over the groups. */
function addTime({ atRisk, events, weights, expected, score, variance }: TimeSums): void {
  const total = atRisk.reduce((sum, each) => sum + each, 0);
  const happened = events.reduce((sum, each) => sum + each, 0);
  const weight = weightOf[weights](total);
  const size = score.length;
  const scale = total > 1 ? (weight * weight * happened * (total - happened)) / (total - 1) : 0;
  const shares = atRisk.map((risk) => risk / total);
  addTo(
    expected,
    shares.map((share) => happened * share),
  );
  addTo(
    score,
    shares.slice(0, size).map((share, i) => weight * ((events[i] ?? 0) - happened * share)),
  );
  for (let i = 0; i < size; i++) {
    const share = shares[i] ?? 0;
    for (let j = 0; j < size; j++) {
      const cell = i * size + j;
      variance[cell] = (variance[cell] ?? 0) + scale * share * ((i === j ? 1 : 0) - (shares[j] ?? 0));
    }
  }
}

function addTo(sums: Float64Array, parts: readonly number[]): void {
  for (const [i, part] of parts.entries()) sums[i] = (sums[i] ?? 0) + part;
}

const weightOf: Readonly<Record<SurvivalTestWeights, (atRisk: number) => number>> = {
  'log-rank': () => 1,
  gehan: (atRisk) => atRisk,
  'tarone-ware': Math.sqrt,
};
