import type { Random } from '../../../src/core/stats/random.ts';
import { studentTest, summaryOf, welchTest } from '../../../src/core/stats/tests/compare-means.ts';
import type { Simulation } from './simulation.ts';

function draw(n: number, value: () => number): Float64Array {
  return new Float64Array(n).map(value);
}

const normals = (random: Random, n: number, spread = 1) => draw(n, () => spread * random.normal());

export const baseSimulations: readonly Simulation[] = [
  {
    name: "Student's t, two groups of 12",
    kind: 'rejects',
    level: 0.05,
    run: (random) => studentTest(summaryOf(normals(random, 12)), summaryOf(normals(random, 12))).pValue < 0.05,
  },
  {
    name: "Welch's t, groups of 10 and 30, spreads 3 and 1",
    kind: 'rejects',
    level: 0.05,
    run: (random) => welchTest(summaryOf(normals(random, 10, 3)), summaryOf(normals(random, 30))).pValue < 0.05,
  },
];
