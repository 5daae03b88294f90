import { checkpoint, type Progress } from '../progress.ts';
import { seededRandom } from '../random.ts';
import { type Clustering, checkClusters } from './clustering.ts';
import { clusteringOf } from './k-means.ts';
import { startCentres } from './k-means-start.ts';
import { lloyd } from './lloyd.ts';
import { type Points, pickPoints, squaredDistance } from './points.ts';

export interface MiniBatchOptions {
  readonly seed: number;
  /** Cases of a step; 1,024 by default. */
  readonly batch?: number;
  /** Steps; as many by default as see each case ten times. */
  readonly steps?: number;
  readonly progress?: Progress;
}

/**
 * `kMeans` on small draws, for millions of cases: each drawn case pulls its centre by one over the cases that the centre has seen; one
 * step of `kMeans` over all cases ends it, so `hasConverged` is rarely true. A little worse than
 * `kMeans` in `withinSquares`. Sculley 2010, Web-scale k-means clustering.
 * @throws UserError for a `k` that cannot be, and for fewer different points than `k`
 */
export function miniBatchKMeans(points: Points, k: number, options: MiniBatchOptions): Clustering {
  checkClusters(points, k);
  const { n, width, values } = points;
  const { seed, batch = 1024, steps = Math.ceil((10 * n) / batch), progress } = options;
  const random = seededRandom(seed);
  const draw = (size: number) => Uint32Array.from({ length: size }, () => random.below(n));
  const sample = n > 3 * batch ? pickPoints(points, draw(Math.max(3 * batch, 3 * k))) : points;
  const centres = startCentres(sample, k, random);
  const seen = new Float64Array(k);
  for (let step = 0; step < steps; step++) {
    checkpoint(progress, step / steps);
    const cases = draw(batch);
    const nearest = cases.map((i) => nearestCentre(values, i * width, centres, k, width));
    cases.forEach((i, position) => {
      pull(centres, seen, nearest[position] ?? 0, values, i * width, width);
    });
  }
  return { ...clusteringOf(points, k, lloyd(points, centres, k, 1, 0)), iterations: steps };
}

function nearestCentre(values: Float64Array, from: number, centres: Float64Array, k: number, width: number): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (let centre = 0; centre < k; centre++) {
    const distance = squaredDistance(values, from, centres, centre * width, width);
    if (distance < least) [nearest, least] = [centre, distance];
  }
  return nearest;
}

function pull(centres: Float64Array, seen: Float64Array, cluster: number, values: Float64Array, from: number, width: number): void {
  const count = (seen[cluster] ?? 0) + 1;
  seen[cluster] = count;
  for (let k = 0; k < width; k++) {
    const at = cluster * width + k;
    centres[at] = (centres[at] ?? 0) + ((values[from + k] ?? 0) - (centres[at] ?? 0)) / count;
  }
}
