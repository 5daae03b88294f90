import type { Interval } from '../model/estimate.ts';
import { cannotAnswer } from '../stats/column.ts';
import { chiSquareAbove, studentQuantile } from '../stats/distributions.ts';
import { checkpoint, type Progress } from '../stats/progress.ts';
import { adjustForDiscoveries } from '../stats/tests/false-discovery.ts';
import { fisherExactTest } from '../stats/tests/fisher-exact.ts';
import { caseMoments } from './case-moments.ts';
import type { EventLog } from './event-log.ts';

export interface WhatFollowsOptions {
  /** How many events later: 1, the default, is directly after. */
  readonly lag?: number;
  /** Activities that come first, or come after, fewer times than this are not looked at; 5 by default. */
  readonly least?: number;
  readonly progress?: Progress;
}

/** Whether one activity comes after another more, or less, often than chance would have it. */
export interface FollowsMore {
  readonly from: string;
  readonly to: string;
  /** How often. */
  readonly n: number;
  /** Share of `to` after `from`, divided by its share after anything. 1 is chance. */
  readonly lift: number;
  /** 95 % of the lift, on its logarithm, by how much cases differ: events of one case may depend on each other. Null where it never comes, and of one case. */
  readonly interval: Interval | null;
  /** Of the hypothesis that what comes does not depend on what came: Pearson's χ², Fisher's exact test where a count below 5 is expected. */
  readonly pValue: number;
  /** p after Benjamini and Hochberg over all pairs looked at. */
  readonly adjustedPValue: number;
}

/**
 * What follows what more than by chance, surest first. It holds events as independent of each other under the hypothesis: cases of different kinds
 * (a return, a complaint) make all their activities go together, so look within a kind; and what follows is not thereby caused.
 * Billingsley, Statistical methods in Markov chains, 1961, for the χ² of a chain.
 * @throws UserError for a lag that is no whole number from 1 on
 */
export function whatFollows(log: EventLog, options: WhatFollowsOptions = {}): FollowsMore[] {
  const { lag = 1, least = 5, progress } = options;
  if (!Number.isSafeInteger(lag) || lag < 1) throw cannotAnswer(`a lag is a whole number of events from 1 on, not ${lag}`);
  if (Number.isNaN(least)) throw cannotAnswer('the fewest times are a number, not NaN');
  const { activities } = log;
  const counted = countPairs(log, lag, least);
  const { counts, before, after, total, froms, tos } = counted;
  const found = froms.flatMap((from, index) => {
    if (index % 64 === 0) checkpoint(progress, index / froms.length);
    return tos.map((to) => {
      const table = { n: counts.get(from * activities.length + to) ?? 0, before: before[from] ?? 0, after: after[to] ?? 0, total };
      return {
        from: activities[from] ?? '',
        to: activities[to] ?? '',
        ...liftOf(table, counted.varianceOf(from, to), counted.cases),
        pValue: chanceOf(table),
      };
    });
  });
  const adjusted = adjustForDiscoveries(found.map(({ pValue }) => pValue));
  return found.map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index] ?? 1 })).sort((a, b) => a.pValue - b.pValue || b.n - a.n);
}

interface Margins {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly total: number;
}

const mostPairs = 1_000_000;

function countPairs(log: EventLog, lag: number, least: number) {
  const size = log.activities.length;
  const counts = new Map<number, number>();
  const [before, after] = [new Int32Array(size), new Int32Array(size)];
  let total = 0;
  forEachCase(log, lag, (from, to) => {
    for (let i = 0; i < from.length; i++) {
      const [first, second] = [from[i] as number, to[i] as number];
      counts.set(first * size + second, (counts.get(first * size + second) ?? 0) + 1);
      before[first] = (before[first] as number) + 1;
      after[second] = (after[second] as number) + 1;
    }
    total += from.length;
  });
  const [froms, tos] = [frequent(before, least), frequent(after, least)];
  if (froms.length * tos.length > mostPairs)
    throw cannotAnswer(`${froms.length} activities by ${tos.length} are too many pairs to test; raise "least", or gather rare activities`);
  const moments = caseMoments(size);
  const isKept = (margin: Int32Array) => (what: number) => (margin[what] as number) >= least;
  forEachCase(log, lag, (from, to) => moments.add(from, to, isKept(before), isKept(after)));
  const varianceOf = (from: number, to: number) =>
    moments.variance(from, to, { n: counts.get(from * size + to) ?? 0, before: before[from] ?? 0, after: after[to] ?? 0, total });
  return { counts, before, after, total, froms, tos, varianceOf, cases: moments.cases() };
}

/** What comes first and what comes `lag` later, for each case that is long enough. */
function forEachCase({ offsets, activity }: EventLog, lag: number, visit: (from: Int32Array, to: Int32Array) => void): void {
  for (let c = 0; c + 1 < offsets.length; c++) {
    const [start, end] = [offsets[c] as number, offsets[c + 1] as number];
    if (end - start > lag) visit(activity.subarray(start, end - lag), activity.subarray(start + lag, end));
  }
}

function frequent(margin: Int32Array, least: number): number[] {
  return Array.from(margin.keys()).filter((what) => (margin[what] ?? 0) >= Math.max(1, least));
}

/** The lift's logarithm is a sum over cases, each with its part of the four counts; its variance is that of these parts (the delta method by cluster). */
function liftOf(
  { n, before, after, total }: Margins,
  variance: number | null,
  cases: number,
): Pick<FollowsMore, 'n' | 'lift' | 'interval'> {
  const lift = (n * total) / (before * after);
  if (n === 0 || variance === null) return { n, lift, interval: null };
  const factor = Math.exp(studentQuantile(0.975, cases - 1) * Math.sqrt(Math.max(0, variance)));
  return { n, lift, interval: { low: lift / factor, high: lift * factor } };
}

function chanceOf({ n, before, after, total }: Margins): number {
  const [others, elsewhere] = [total - before, total - after];
  if (others === 0 || elsewhere === 0) return 1;
  const smallest = (Math.min(before, others) * Math.min(after, elsewhere)) / total;
  const rest = total - before - after + n;
  if (smallest < 5)
    return fisherExactTest([
      [n, before - n],
      [after - n, rest],
    ]).pValue;
  const chiSquare = (total * (n * rest - (before - n) * (after - n)) ** 2) / (before * others * after * elsewhere);
  return chiSquareAbove(chiSquare, 1);
}
