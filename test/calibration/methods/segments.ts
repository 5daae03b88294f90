import type { Random } from '../../../src/core/stats/random.ts';
import { euclideanDistances } from '../../../src/core/stats/segments/distance-matrix.ts';
import { pointsOf } from '../../../src/core/stats/segments/points.ts';
import { silhouette, silhouetteOfDistances } from '../../../src/core/stats/segments/silhouette.ts';
import { covers, draws } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Two clusters of 200 cases, of which 100 are drawn for the silhouette. */
function clusters(random: Random) {
  const labels = Array.from({ length: 400 }, (_, i) => i % 2);
  return { labels, points: pointsOf({ x: draws(400, (i) => 3 * (labels[i] ?? 0) + random.normal()) }) };
}

const drawn = (random: Random) => ({ seed: random.below(2 ** 31), exactUpTo: 50, sample: 100 });

export const simulations: readonly Simulation[] = [
  covers('mean silhouette of 400 cases, 100 drawn', (random) => {
    const { labels, points } = clusters(random);
    return { interval: silhouette(points, labels, drawn(random)).interval, truth: silhouette(points, labels, { seed: 1 }).mean };
  }),
  covers('mean silhouette by distances, 100 of 400 cases drawn', (random) => {
    const { labels, points } = clusters(random);
    const distances = euclideanDistances(points);
    return {
      interval: silhouetteOfDistances(distances, labels, drawn(random)).interval,
      truth: silhouette(points, labels, { seed: 1 }).mean,
    };
  }),
];
