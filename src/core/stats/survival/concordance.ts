import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { checkDurations, type ObservedDurations } from './observed-durations.ts';

/**
 * Harrell's concordance: of the pairs in which it is known who had the event first, the share in which that one had the higher risk; equal risks
 * count half. A case censored at the time of an event outlived it; two events at one time are no pair. 0.5 is chance.
 * @param strata numbers a case; pairs are then of one stratum only
 * @throws UserError for columns that cannot be, and where no pair can be told apart
 */
export function concordanceIndex(observed: ObservedDurations, risks: Column, strata?: Column): number {
  checkDurations(observed);
  checkColumn(risks, 'risks');
  checkSameLength(observed.durations, risks, ['durations', 'risks']);
  if (strata) checkSameLength(observed.durations, strata, ['durations', 'strata']);
  const ranks = ranksOf(risks);
  let [pairs, won] = [0, 0];
  for (const cases of casesByStratum(risks.length, strata)) {
    const counts = countPairs(observed, ranks, cases);
    pairs += counts.pairs;
    won += counts.won;
  }
  if (pairs === 0) throw cannotAnswer('no two cases can be told apart by who had the event first');
  return won / pairs;
}

function casesByStratum(n: number, strata: Column | undefined): Uint32Array[] {
  const all = Uint32Array.from({ length: n }, (_, i) => i);
  if (!strata) return [all];
  const ordered = all.sort((a, b) => (strata[a] ?? 0) - (strata[b] ?? 0));
  const starts = Array.from(ordered.keys()).filter((k) => k === 0 || strata[ordered[k] ?? 0] !== strata[ordered[k - 1] ?? 0]);
  return starts.map((start, index) => ordered.subarray(start, starts[index + 1] ?? n));
}

function countPairs({ durations, events }: ObservedDurations, { rank, levels }: Ranks, cases: Uint32Array) {
  const order = cases.toSorted((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0));
  const later = countingTree(levels);
  let [pairs, won] = [0, 0];
  for (let start = 0; start < order.length; ) {
    const tied = order.subarray(start, endOfTies(durations, order, start));
    const happened = tied.filter((i) => events[i] === 1);
    for (const i of tied.filter((i) => events[i] === 0)) later.add(rank[i] ?? 0);
    for (const i of happened) {
      pairs += later.total();
      won += (later.countBelow(rank[i] ?? 0) + later.countBelow((rank[i] ?? 0) + 1)) / 2;
    }
    for (const i of happened) later.add(rank[i] ?? 0);
    start += tied.length;
  }
  return { pairs, won };
}

function endOfTies(durations: Column, order: Uint32Array, start: number): number {
  let end = start + 1;
  while (end < order.length && durations[order[end] ?? 0] === durations[order[start] ?? 0]) end++;
  return end;
}

interface Ranks {
  readonly rank: Uint32Array;
  readonly levels: number;
}

/** The place of each value among the distinct ones. */
function ranksOf(values: Column): Ranks {
  const levels = Float64Array.from(new Set(Array.from(values))).sort();
  const position = new Map(Array.from(levels, (level, index) => [level, index]));
  return { rank: Uint32Array.from(values, (value) => position.get(value) ?? 0), levels: levels.length };
}

/** Counts by rank (Fenwick 1994). */
function countingTree(size: number) {
  const tree = new Float64Array(size + 1);
  let total = 0;
  return {
    total: () => total,
    add: (rank: number) => {
      total++;
      for (let i = rank + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
    },
    countBelow: (rank: number) => {
      let count = 0;
      for (let i = rank; i > 0; i -= i & -i) count += tree[i] ?? 0;
      return count;
    },
  };
}
