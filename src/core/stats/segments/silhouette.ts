import type { Interval } from '../../model/estimate.ts';
import { studentQuantile } from '../distributions.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { seededRandom } from '../random.ts';
import { clusterSizes } from './cluster-separation.ts';
import type { DistanceMatrix } from './distance-matrix.ts';
import { type Points, squaredDistance } from './points.ts';

export interface SilhouetteOptions {
  /** Draws the cases looked at where there are more than `exactUpTo`. */
  readonly seed: number;
  /** 5,000 cases by default. */
  readonly exactUpTo?: number;
  /** Cases drawn above that; 1,000 by default. Each is compared with all. */
  readonly sample?: number;
  readonly level?: number;
  readonly progress?: Progress;
}

/** How well cases lie in their clusters: 1 far from the next, 0 between two, below 0 in the wrong one. */
export interface Silhouette {
  /** Cases in clusters, and how many of them were looked at; the same where it is exact. */
  readonly n: number;
  readonly looked: number;
  readonly mean: number;
  /** Of the mean over all cases; null where it is exact. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Mean of each cluster; null where none of its cases was looked at. */
  readonly byCluster: readonly (number | null)[];
}

/**
 * Silhouette of clusters by Euclidean distances. Rousseeuw 1987; a case alone in its cluster counts 0. Cases with a label below 0 are noise and left out.
 * @throws UserError for fewer than two clusters, or as many as cases
 */
export function silhouette(points: Points, labels: ArrayLike<number>, options: SilhouetteOptions): Silhouette {
  const { n, width, values } = points;
  return silhouetteOf(n, labels, options, (i, row) => {
    for (let j = 0; j < n; j++) row[j] = Math.sqrt(squaredDistance(values, i * width, values, j * width, width));
  });
}

/** The same by any distances. */
export function silhouetteOfDistances({ n, at }: DistanceMatrix, labels: ArrayLike<number>, options: SilhouetteOptions): Silhouette {
  return silhouetteOf(n, labels, options, (i, row) => {
    for (let j = 0; j < n; j++) row[j] = at(i, j);
  });
}

type FillRow = (i: number, row: Float64Array) => void;

function silhouetteOf(cases: number, labels: ArrayLike<number>, options: SilhouetteOptions, fill: FillRow): Silhouette {
  const { seed, exactUpTo = 5000, sample = 1000, level = 0.95, progress } = options;
  const { sizes, n, k } = clusterSizes(labels, cases);
  const inClusters = Uint32Array.from({ length: cases }, (_, i) => i).filter((i) => (labels[i] ?? -1) >= 0);
  const looked = n <= exactUpTo ? inClusters : drawn(inClusters, Math.max(2, Math.min(sample, n)), seed);
  const row = new Float64Array(cases);
  const widths = new Float64Array(looked.length);
  const [sums, counts] = [new Float64Array(k), new Float64Array(k)];
  looked.forEach((i, position) => {
    if (position % 64 === 0) checkpoint(progress, position / looked.length);
    fill(i, row);
    const value = widthOf(i, row, labels, sizes);
    const label = labels[i] ?? 0;
    sums[label] = (sums[label] ?? 0) + value;
    counts[label] = (counts[label] ?? 0) + 1;
    widths[position] = value;
  });
  return {
    n,
    looked: looked.length,
    ...estimateOf(widths, n, studentQuantile((1 + level) / 2, looked.length - 1)),
    byCluster: Array.from(sums, (total, c) => ((counts[c] ?? 0) === 0 ? null : total / (counts[c] ?? 1))),
  };
}

/**
 * The mean of all cases from those drawn without putting back. As silhouettes are skewed, the interval is shifted by Cornish and Fisher's expansion of the
 * studentised mean: Sugden and Smith 1997, Edgeworth approximations to the distribution of the sample mean under simple random sampling.
 */
function estimateOf(widths: Float64Array, n: number, z: number): Pick<Silhouette, 'mean' | 'standardError' | 'interval'> {
  const looked = widths.length;
  const mean = widths.reduce((sum, width) => sum + width, 0) / looked;
  if (looked === n) return { mean, standardError: null, interval: null };
  const deviation = Math.sqrt(widths.reduce((sum, width) => sum + (width - mean) ** 2, 0) / (looked - 1));
  const left = 1 - looked / n;
  const standardError = deviation * Math.sqrt(left / looked);
  if (standardError === 0) return { mean, standardError, interval: { low: mean, high: mean } };
  const skewness = widths.reduce((sum, width) => sum + ((width - mean) / deviation) ** 3, 0) / looked;
  const bias = -0.5 * skewness * Math.sqrt(left / looked);
  const skewnessOfMean = (skewness * (2 * left - 1)) / Math.sqrt(looked * left) + 6 * bias;
  const centre = mean - (bias + (skewnessOfMean * (z * z - 1)) / 6) * standardError;
  return { mean, standardError, interval: { low: centre - z * standardError, high: centre + z * standardError } };
}

/** Some of the cases without putting back: the first of a shuffle. */
function drawn(cases: Uint32Array, size: number, seed: number): Uint32Array {
  const random = seededRandom(seed);
  const shuffled = Uint32Array.from(cases);
  for (let i = 0; i < size; i++) {
    const other = i + random.below(shuffled.length - i);
    const kept = shuffled[i] ?? 0;
    shuffled[i] = shuffled[other] ?? 0;
    shuffled[other] = kept;
  }
  return shuffled.subarray(0, size);
}

function widthOf(i: number, row: Float64Array, labels: ArrayLike<number>, sizes: readonly number[]): number {
  const own = labels[i] ?? 0;
  const ownSize = sizes[own] ?? 0;
  if (ownSize < 2) return 0;
  const totals = totalsByCluster(row, labels, sizes.length);
  const within = (totals[own] ?? 0) / (ownSize - 1);
  const nearest = sizes.reduce(
    (least, size, c) => (c === own ? least : Math.min(least, (totals[c] ?? 0) / size)),
    Number.POSITIVE_INFINITY,
  );
  const wider = Math.max(within, nearest);
  return wider === 0 ? 0 : (nearest - within) / wider;
}

function totalsByCluster(row: Float64Array, labels: ArrayLike<number>, k: number): Float64Array {
  const totals = new Float64Array(k);
  for (let j = 0; j < row.length; j++) {
    const label = labels[j] ?? -1;
    if (label >= 0) totals[label] = (totals[label] ?? 0) + (row[j] ?? 0);
  }
  return totals;
}
