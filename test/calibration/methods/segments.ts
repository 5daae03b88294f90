import { pointsOf } from '../../../src/core/stats/segments/points.ts';
import { silhouette } from '../../../src/core/stats/segments/silhouette.ts';
import { covers, draws } from './simulate.ts';
import type { Simulation } from './simulation.ts';

export const simulations: readonly Simulation[] = [
  covers('mean silhouette of 800 cases, 300 drawn', (random) => {
    const labels = Array.from({ length: 800 }, (_, i) => i % 2);
    const points = pointsOf({ x: draws(800, (i) => 3 * (labels[i] ?? 0) + random.normal()) });
    const drawn = silhouette(points, labels, { seed: random.below(2 ** 31), exactUpTo: 100, sample: 300 });
    return { interval: drawn.interval, truth: silhouette(points, labels, { seed: 1 }).mean };
  }),
];
