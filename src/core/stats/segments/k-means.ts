import { checkpoint, type Progress } from '../progress.ts';
import { seededRandom } from '../random.ts';
import { bySize, type Clustering, checkClusters } from './clustering.ts';
import { startCentres } from './k-means-start.ts';
import { type LloydRun, lloyd } from './lloyd.ts';
import { centreOf, type Points } from './points.ts';

export interface KMeansOptions {
  readonly seed: number;
  /** Starts, of which the best is kept; 10 by default. */
  readonly restarts?: number;
  /** 300 by default. */
  readonly maxIterations?: number;
  /** Ends when the squared moves of the centres are at most this share of the mean variance; 1e-4 by default, as in scikit-learn. 0: until nothing moves. */
  readonly tolerance?: number;
  readonly progress?: Progress;
}

/**
 * Segments around `k` centres, so that squared distances to the own centre are least: k-means++ and Lloyd's iterations. It finds round segments of alike
 * width, always `k` of them, whether they are there or not: see `silhouette`, `gapStatistic` and `clusterStability`. Scale features of different units first.
 * Lloyd 1982; Arthur and Vassilvitskii 2007.
 * @throws UserError for a `k` that cannot be, and for fewer different points than `k`
 */
export function kMeans(points: Points, k: number, options: KMeansOptions): Clustering {
  checkClusters(points, k);
  const { seed, restarts = 10, maxIterations = 300, tolerance = 1e-4, progress } = options;
  const random = seededRandom(seed);
  const limit = tolerance * meanVariance(points);
  let best: LloydRun | null = null;
  for (let restart = 0; restart < Math.max(1, restarts); restart++) {
    checkpoint(progress, restart / restarts);
    const run = lloyd(points, startCentres(points, k, random), k, maxIterations, limit);
    if (best === null || run.withinSquares < best.withinSquares) best = run;
  }
  return clusteringOf(points, k, best ?? lloyd(points, startCentres(points, k, random), k, maxIterations, limit));
}

/** Names clusters by size. */
export function clusteringOf({ n, width }: Points, k: number, { labels, centres, ...run }: LloydRun): Clustering {
  const { order, ...named } = bySize(labels, k);
  return { n, k, ...named, ...run, centres: order.map((cluster) => centres.slice(cluster * width, (cluster + 1) * width)) };
}

function meanVariance(points: Points): number {
  const { n, width, values } = points;
  const means = centreOf(points);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - (means[i % width] ?? 0)) ** 2;
  return squares / (n * width);
}
