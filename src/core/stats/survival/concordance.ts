import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { checkDurations, type ObservedDurations } from './observed-durations.ts';

/**
 * Harrell's concordance: of the pairs in which it is known who had the event first, the share in which that one had the higher risk; equal risks
 * count half. A case censored at the time of an event outlived it; two events at one time are no pair. 0.5 is chance.
 * @throws UserError for columns that cannot be, and where no pair can be told apart
 */
export function concordanceIndex(observed: ObservedDurations, risks: Column): number {
  checkDurations(observed);
  checkColumn(risks, 'risks');
  const { durations, events } = observed;
  checkSameLength(durations, risks, ['durations', 'risks']);
  const { rank, levels } = ranksOf(risks);
  const order = Uint32Array.from({ length: risks.length }, (_, i) => i).sort((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0));
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
  if (pairs === 0) throw cannotAnswer('no two cases can be told apart by who had the event first');
  return won / pairs;
}

function endOfTies(durations: Column, order: Uint32Array, start: number): number {
  let end = start + 1;
  while (end < order.length && durations[order[end] ?? 0] === durations[order[start] ?? 0]) end++;
  return end;
}

/** The place of each value among the distinct ones. */
function ranksOf(values: Column): { readonly rank: Uint32Array; readonly levels: number } {
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
