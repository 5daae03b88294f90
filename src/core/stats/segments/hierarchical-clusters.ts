import { checkChoice } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { bySize } from './clustering.ts';
import { type DistanceMatrix, pairIndex } from './distance-matrix.ts';
import { mergeRoots } from './merge-roots.ts';

/** What the distance of two clusters is: that of their nearest cases, farthest, all on average, or the growth of Σ of squares (Ward, of Euclidean distances). */
export type Linkage = 'single' | 'complete' | 'average' | 'ward';

/** Two clusters made one. */
export interface Merge {
  /** 0 to n − 1 are cases, n + i is what merge i made. The smaller number first. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly size: number;
}

/** Merges from the lowest to the one that holds all cases. */
export interface Dendrogram {
  readonly n: number;
  readonly linkage: Linkage;
  readonly merges: readonly Merge[];
}

/**
 * Joins cases step by step into one tree, by chains of nearest neighbours; heights are those of R's hclust (`ward.D2`) and scipy. Müllner 2011, Modern
 * hierarchical, agglomerative clustering algorithms. It always gives a tree: tall steps near its top say that there are clusters.
 * @throws UserError for fewer than two cases
 */
export function hierarchicalClusters(distances: DistanceMatrix, linkage: Linkage, progress?: Progress): Dendrogram {
  checkChoice('linkage', linkage, ['single', 'complete', 'average', 'ward']);
  const { n } = distances;
  if (n < 2) throw cannotAnswer(`${n} cases; a tree needs at least 2`);
  const values = linkage === 'ward' ? distances.values.map((value) => value * value) : Float64Array.from(distances.values);
  const state: Chain = { n, values, linkage, sizes: new Float64Array(n).fill(1), chain: [] };
  const found: RawMerge[] = [];
  while (found.length < n - 1) {
    if (found.length % 256 === 0) checkpoint(progress, found.length / n);
    found.push(nextMerge(state));
  }
  return { n, linkage, merges: named(found, n, linkage) };
}

interface Chain {
  readonly n: number;
  readonly values: Float64Array;
  readonly linkage: Linkage;
  /** Cases of the cluster that a case now stands for; 0 when it stands for none. */
  readonly sizes: Float64Array;
  readonly chain: number[];
}

interface RawMerge {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** Follows nearest neighbours until two are each other's. */
function nextMerge(state: Chain): RawMerge {
  const { chain, sizes } = state;
  if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
  for (;;) {
    const last = chain.at(-1) ?? 0;
    const before = chain.at(-2) ?? -1;
    const { nearest, height } = nearestTo(state, last, before);
    if (nearest === before) {
      chain.length -= 2;
      merge(state, last, before);
      return { a: last, b: before, height };
    }
    chain.push(nearest);
  }
}

/** The nearest cluster; the one before in the chain where it is as near as any. */
function nearestTo({ n, values, sizes }: Chain, from: number, before: number): { readonly nearest: number; readonly height: number } {
  let nearest = before;
  let height = before < 0 ? Number.POSITIVE_INFINITY : distanceOf(n, values, from, before);
  for (let j = 0; j < n; j++) {
    if (j === from || sizes[j] === 0) continue;
    const distance = distanceOf(n, values, from, j);
    if (distance < height) [nearest, height] = [j, distance];
  }
  return { nearest, height };
}

function distanceOf(n: number, values: Float64Array, i: number, j: number): number {
  return values[i < j ? pairIndex(n, i, j) : pairIndex(n, j, i)] ?? 0;
}

/** `b` stands for both from now on. Lance and Williams 1967. */
function merge({ n, values, linkage, sizes }: Chain, a: number, b: number): void {
  const [sizeA, sizeB] = [sizes[a] ?? 0, sizes[b] ?? 0];
  const between = distanceOf(n, values, a, b);
  for (let j = 0; j < n; j++) {
    const size = sizes[j] ?? 0;
    if (j === a || j === b || size === 0) continue;
    const [toA, toB] = [distanceOf(n, values, a, j), distanceOf(n, values, b, j)];
    values[b < j ? pairIndex(n, b, j) : pairIndex(n, j, b)] = joined(linkage, { toA, toB, between, sizeA, sizeB, size });
  }
  sizes[a] = 0;
  sizes[b] = sizeA + sizeB;
}

interface Joining {
  readonly toA: number;
  readonly toB: number;
  readonly between: number;
  readonly sizeA: number;
  readonly sizeB: number;
  readonly size: number;
}

function joined(linkage: Linkage, { toA, toB, between, sizeA, sizeB, size }: Joining): number {
  switch (linkage) {
    case 'single':
      return Math.min(toA, toB);
    case 'complete':
      return Math.max(toA, toB);
    case 'average':
      return (sizeA * toA + sizeB * toB) / (sizeA + sizeB);
    case 'ward':
      return ((sizeA + size) * toA + (sizeB + size) * toB - size * between) / (sizeA + sizeB + size);
  }
}

/** Merges by height, named by what they join. */
function named(found: readonly RawMerge[], n: number, linkage: Linkage): Merge[] {
  const { rootOf, merge } = mergeRoots(n);
  const sizes = new Float64Array(2 * n).fill(1, 0, n);
  return [...found]
    .sort((x, y) => x.height - y.height)
    .map(({ a, b, height }, index) => {
      const [first, second] = [rootOf(a), rootOf(b)];
      const size = (sizes[first] ?? 0) + (sizes[second] ?? 0);
      merge(first, second, n + index);
      sizes[n + index] = size;
      const tall = linkage === 'ward' ? Math.sqrt(height) : height;
      return { left: Math.min(first, second), right: Math.max(first, second), height: tall, size };
    });
}

/**
 * The `k` clusters that a tree has below its last k − 1 merges; from 0, the largest first.
 * @throws UserError for a `k` outside 1 to the number of cases
 */
export function cutDendrogram({ n, merges }: Dendrogram, k: number): Int32Array {
  if (!Number.isInteger(k) || k < 1 || k > n) throw cannotAnswer(`a tree of ${n} cases has from 1 to ${n} clusters, not ${k}`);
  const clusterOf = new Int32Array(2 * n - 1).fill(-1);
  let clusters = 0;
  for (let node = 2 * n - 2; node >= 0; node--) {
    if (node - n >= n - k) continue;
    if (clusterOf[node] === -1) clusterOf[node] = clusters++;
    const joint = merges[node - n];
    if (joint === undefined) continue;
    clusterOf[joint.left] = clusterOf[node] ?? 0;
    clusterOf[joint.right] = clusterOf[node] ?? 0;
  }
  return bySize(clusterOf.slice(0, n), k).labels;
}
