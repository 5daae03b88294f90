import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { bySize } from './clustering.ts';
import { type PointIndex, pointIndex } from './point-index.ts';
import type { Points } from './points.ts';

export interface DensityOptions {
  /** Cases this far apart, or nearer, are neighbours; of the unit of the points. */
  readonly radius: number;
  /** A case with at least as many neighbours, itself included, is inside a cluster; 5 by default, as in scikit-learn. */
  readonly minNeighbours?: number;
  readonly progress?: Progress;
}

/** Clusters of any shape, and what belongs to none. */
export interface DensityClusters {
  readonly n: number;
  readonly k: number;
  /** From 0, the largest cluster first; −1 is noise. */
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly noise: number;
}

/**
 * Segments where cases lie densely, with what lies between them left as noise: DBSCAN. Ester, Kriegel, Sander and Xu 1996. A case at the edge of two
 * clusters goes to the one that is found first. The radius decides all: one too large makes one cluster of everything.
 * @throws UserError for a radius that is not above 0 and for fewer than one neighbour
 */
export function densityClusters(points: Points, options: DensityOptions): DensityClusters {
  const { radius, minNeighbours = 5, progress } = options;
  if (!(radius > 0)) throw cannotAnswer(`a radius is above 0, not ${radius}`);
  if (!(minNeighbours >= 1)) throw cannotAnswer(`a case has at least 1 neighbour, itself, not ${minNeighbours}`);
  const { n } = points;
  const search: Search = {
    around: pointIndex(points).around,
    radius,
    minNeighbours,
    labels: new Int32Array(n).fill(unseen),
    near: new Uint32Array(n),
    queue: new Uint32Array(n),
  };
  let clusters = 0;
  for (let i = 0; i < n; i++) {
    if (i % 1024 === 0) checkpoint(progress, i / n);
    if (search.labels[i] === unseen && spread(search, i, clusters)) clusters++;
  }
  const named = bySize(search.labels, clusters);
  return { n, k: clusters, labels: named.labels, sizes: named.sizes, noise: n - named.sizes.reduce((sum, size) => sum + size, 0) };
}

interface Search extends Pick<PointIndex, 'around'> {
  readonly radius: number;
  readonly minNeighbours: number;
  readonly labels: Int32Array;
  readonly near: Uint32Array;
  readonly queue: Uint32Array;
}

/** Makes a cluster of a case and all that is reached from it; false where the case has too few neighbours and is noise for now. */
function spread({ around, radius, minNeighbours, labels, near, queue }: Search, i: number, cluster: number): boolean {
  const count = around(i, radius, near);
  if (count < minNeighbours) {
    labels[i] = -1;
    return false;
  }
  labels[i] = cluster;
  let waiting = take(near, count, labels, cluster, queue, 0);
  while (waiting > 0) {
    const found = around(queue[--waiting] ?? 0, radius, near);
    if (found >= minNeighbours) waiting = take(near, found, labels, cluster, queue, waiting);
  }
  return true;
}

const unseen = -2;

/** Puts neighbours into the cluster; those not seen before wait for their own neighbours. */
function take(near: Uint32Array, count: number, labels: Int32Array, cluster: number, queue: Uint32Array, from: number): number {
  let waiting = from;
  for (let index = 0; index < count; index++) {
    const i = near[index] ?? 0;
    if (labels[i] === unseen) queue[waiting++] = i;
    if ((labels[i] ?? 0) < 0) labels[i] = cluster;
  }
  return waiting;
}
