import { cannotAnswer } from '../column.ts';
import { centreOf, type Points, squaredDistance } from './points.ts';

/** How far clusters lie apart beside how wide they are. Both are made for round clusters and are only read against other numbers of clusters. */
export interface ClusterSeparation {
  readonly n: number;
  readonly k: number;
  /** Variance between over variance within, more is better. Caliński and Harabasz 1974. */
  readonly calinskiHarabasz: number;
  /** Mean over clusters of width beside distance to the worst neighbour, less is better. Davies and Bouldin 1979, with Euclidean distances. */
  readonly daviesBouldin: number;
}

/**
 * Indices of separation. Cases with a label below 0 are noise and left out.
 * @throws UserError for fewer than two clusters, or as many as cases
 */
export function clusterSeparation(points: Points, labels: ArrayLike<number>): ClusterSeparation {
  const { width, values } = points;
  const { centres, sizes, k, n } = labelledCentres(points, labels);
  const mean = centreOf(points);
  let between = 0;
  for (let c = 0; c < k; c++) between += (sizes[c] ?? 0) * squaredDistance(centres, c * width, mean, 0, width);
  const spreads = new Float64Array(k);
  let within = 0;
  for (let i = 0; i < points.n; i++) {
    const label = labels[i] ?? -1;
    if (label < 0) continue;
    const square = squaredDistance(values, i * width, centres, label * width, width);
    within += square;
    spreads[label] = (spreads[label] ?? 0) + Math.sqrt(square) / (sizes[label] ?? 1);
  }
  const worst = Array.from(spreads, (spread, a) => {
    const ratios = Array.from(spreads, (other, b) =>
      a === b ? 0 : (spread + other) / Math.sqrt(squaredDistance(centres, a * width, centres, b * width, width)),
    );
    return Math.max(...ratios);
  });
  return {
    n,
    k,
    calinskiHarabasz: (between * (n - k)) / (within * (k - 1)),
    daviesBouldin: worst.reduce((sum, ratio) => sum + ratio, 0) / k,
  };
}

function labelledCentres({ n: all, width, values }: Points, labels: ArrayLike<number>) {
  const { k, sizes, n } = clusterSizes(labels, all);
  const centres = new Float64Array(k * width);
  for (let i = 0; i < all; i++) {
    const label = labels[i] ?? -1;
    if (label < 0) continue;
    for (let j = 0; j < width; j++)
      centres[label * width + j] = (centres[label * width + j] ?? 0) + (values[i * width + j] ?? 0) / (sizes[label] ?? 1);
  }
  return { centres, sizes, k, n };
}

/**
 * Sizes of clusters 0 to k − 1, and cases that are in one.
 * @throws UserError for labels that are not whole, of another number than the cases, an empty cluster between, fewer than two clusters or as many as cases
 */
export function clusterSizes(
  labels: ArrayLike<number>,
  cases: number,
): { readonly k: number; readonly sizes: readonly number[]; readonly n: number } {
  if (labels.length !== cases) throw cannotAnswer(`${labels.length} labels for ${cases} cases`);
  const sizes: number[] = [];
  let n = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? -1;
    if (!Number.isInteger(label) || label > cases)
      throw cannotAnswer(`label ${label} at position ${i}; clusters are numbered from 0, noise is −1`);
    if (label < 0) continue;
    sizes[label] = (sizes[label] ?? 0) + 1;
    n++;
  }
  const filled = Array.from(sizes, (size) => size ?? 0);
  const k = filled.length;
  if (k < 2 || k >= n) throw cannotAnswer(`${k} clusters of ${n} cases; this needs at least 2 clusters and fewer than cases`);
  if (filled.includes(0)) throw cannotAnswer(`cluster ${filled.indexOf(0)} has no case; number clusters from 0 without a gap`);
  return { k, sizes: filled, n };
}
