import { cannotAnswer } from '../column.ts';
import type { Points } from './points.ts';

/** Cases put together around centres. */
export interface Clustering {
  readonly n: number;
  readonly k: number;
  /** The cluster of each case, from 0, the largest cluster first. */
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  /** One centre for each cluster, in the units of the points. */
  readonly centres: readonly Float64Array[];
  /** Σ of squared distances to the own centre. */
  readonly withinSquares: number;
  readonly iterations: number;
  /** False where the search ended before it settled. */
  readonly hasConverged: boolean;
}

/** Refuses a number of clusters that cannot be. @throws UserError */
export function checkClusters({ n }: Points, k: number): void {
  if (!Number.isInteger(k) || k < 1) throw cannotAnswer(`a number of clusters is a whole number from 1, not ${k}`);
  if (n < k) throw cannotAnswer(`${n} cases cannot be ${k} clusters`);
}

/** Renames clusters by size, the largest first; equal ones by their first case. */
export function bySize(labels: Int32Array, k: number): { readonly labels: Int32Array; readonly sizes: number[]; readonly order: number[] } {
  const counts = new Array<number>(k).fill(0);
  const firsts = new Array<number>(k).fill(labels.length);
  labels.forEach((label, i) => {
    if (label < 0) return;
    counts[label] = (counts[label] ?? 0) + 1;
    firsts[label] = Math.min(firsts[label] ?? i, i);
  });
  const order = Array.from(counts.keys()).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (firsts[a] ?? 0) - (firsts[b] ?? 0));
  const rankOf = new Int32Array(k);
  order.forEach((label, rank) => {
    rankOf[label] = rank;
  });
  return {
    labels: labels.map((label) => (label < 0 ? label : (rankOf[label] ?? 0))),
    sizes: order.map((label) => counts[label] ?? 0),
    order,
  };
}
