import {
  kendallCorrelation,
  partialCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
} from '../../../src/core/stats/descriptive/correlation.ts';
import { normalTwoSided } from '../../../src/core/stats/distributions.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { anova, kruskalWallisTest, leveneTest } from '../../../src/core/stats/tests/compare-groups.ts';
import { oneSampleTest, pairedTest, studentTest, summaryOf, welchTest } from '../../../src/core/stats/tests/compare-means.ts';
import { compareProportions } from '../../../src/core/stats/tests/compare-proportions.ts';
import { chiSquareTest, goodnessOfFit } from '../../../src/core/stats/tests/contingency.ts';
import { adjustForDiscoveries } from '../../../src/core/stats/tests/false-discovery.ts';
import { conditionalOddsRatio, fisherExactTest } from '../../../src/core/stats/tests/fisher-exact.ts';
import { kolmogorovSmirnovTest } from '../../../src/core/stats/tests/kolmogorov-smirnov.ts';
import { mannWhitneyTest } from '../../../src/core/stats/tests/mann-whitney.ts';
import { covers, draws, normals, rejects, successes } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Tests of the base where nothing differs, and the intervals that they print. */
export const simulations: readonly Simulation[] = [
  rejects("Student's t, two groups of 12", (random) => studentTest(summaryOf(normals(random, 12)), summaryOf(normals(random, 12))).pValue),
  rejects(
    "Welch's t, 10 and 30 of spreads 3 and 1",
    (random) => welchTest(summaryOf(normals(random, 10, 3)), summaryOf(normals(random, 30))).pValue,
  ),
  covers("Welch's interval, 10 and 30 of spreads 3 and 1", (random) => ({
    interval: welchTest(summaryOf(normals(random, 10, 3)), summaryOf(normals(random, 30))),
    truth: 0,
  })),
  covers('mean less a number, 12 values', (random) => ({ interval: oneSampleTest(normals(random, 12), 1), truth: -1 })),
  covers('paired difference of 10', (random) => ({ interval: pairedTest(normals(random, 10), normals(random, 10)), truth: 0 })),
  covers("Student's interval, two groups of 12", (random) => ({
    interval: studentTest(summaryOf(normals(random, 12)), summaryOf(normals(random, 12))),
    truth: 0,
  })),
  rejects('paired t of 10', (random) => pairedTest(normals(random, 10), normals(random, 10)).pValue),
  rejects('Mann-Whitney, 15 and 20', (random) => mannWhitneyTest(normals(random, 15), normals(random, 20)).pValue),
  rejects('Mann-Whitney with ties, 40 and 50 of five grades', (random) => mannWhitneyTest(grades(random, 40), grades(random, 50)).pValue),
  rejects('analysis of variance, three groups of 10', (random) => anova(threeOf(random, 10)).pValue),
  rejects('Kruskal-Wallis, three groups of 15', (random) => kruskalWallisTest(threeOf(random, 15)).pValue),
  rejects('Brown-Forsythe, three groups of 40', (random) => leveneTest(threeOf(random, 40)).pValue),
  rejects('Kolmogorov-Smirnov, 400 and 500', (random) => kolmogorovSmirnovTest(normals(random, 400), normals(random, 500)).pValue, {
    isConservative: true,
  }),
  ...ofCounts(),
  ...ofRelations(),
  ...ofMany(),
];

function grades(random: Random, n: number): Float64Array {
  return draws(n, () => random.below(5));
}

function threeOf(random: Random, n: number): Float64Array[] {
  return [normals(random, n), normals(random, n), normals(random, n)];
}

function ofCounts(): Simulation[] {
  const two = (random: Random, chance: number) =>
    [
      { successes: successes(random, 150, chance), n: 150 },
      { successes: successes(random, 230, chance + 0.1), n: 230 },
    ] as const;
  const same = (random: Random) =>
    compareProportions({ successes: successes(random, 150, 0.3), n: 150 }, { successes: successes(random, 230, 0.3), n: 230 });
  const interval = (method: 'wald' | 'newcombe' | 'score') =>
    covers(`difference of proportions, 150 and 230, ${method}`, (random) => ({
      interval: compareProportions(...two(random, 0.2 + 0.5 * random.next())).intervals[method],
      truth: -0.1,
    }));
  return [
    rejects('difference of proportions, 150 and 230, z', (random) => same(random).pValue),
    rejects('difference of proportions, 150 and 230, Yates', (random) => same(random).pValueYates, { isConservative: true }),
    interval('newcombe'),
    interval('score'),
    rejects('χ² of 3 × 4, 200 cases', (random) => chiSquareTest(table(random, 200)).pValue),
    rejects('goodness of fit, 120 cases of four shares', (random) => {
      const counts = [0, 0, 0, 0];
      for (let i = 0; i < 120; i++) {
        const kind = [0.4, 0.7, 0.9, 1].findIndex((edge) => random.next() < edge);
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      return goodnessOfFit(counts, [0.4, 0.42, 0.162, 0.018]).pValue;
    }),
    covers(
      'odds ratio of 2.25 by conditional likelihood, 40 and 50',
      (random) => {
        const [a, b] = [successes(random, 40, 0.6), successes(random, 50, 0.4)];
        const found = conditionalOddsRatio([
          [a, 40 - a],
          [b, 50 - b],
        ]);
        return { interval: { low: found.low, high: found.high ?? Number.POSITIVE_INFINITY }, truth: 2.25 };
      },
      { isConservative: true },
    ),
    rejects(
      "Fisher's exact test, 15 and 20",
      (random) => {
        const [a, b] = [successes(random, 15, 0.4), successes(random, 20, 0.4)];
        return fisherExactTest([
          [a, 15 - a],
          [b, 20 - b],
        ]).pValue;
      },
      { isConservative: true },
    ),
  ];
}

/** Counts of independent rows and columns. */
function table(random: Random, n: number): number[][] {
  const counts = [0, 1, 2].map(() => [0, 0, 0, 0]);
  for (let i = 0; i < n; i++) {
    const row = counts[random.below(3)];
    const column = random.below(4);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

function ofRelations(): Simulation[] {
  const related = (random: Random, r: number) => {
    const x = normals(random, 40);
    return { x, y: x.map((value) => r * value + Math.sqrt(1 - r * r) * random.normal()) };
  };
  return [
    rejects("Pearson's r of 12", (random) => pearsonCorrelation(normals(random, 12), normals(random, 12)).pValue),
    rejects("Spearman's ρ of 20", (random) => spearmanCorrelation(normals(random, 20), normals(random, 20)).pValue),
    rejects("Kendall's τ of 20", (random) => kendallCorrelation(normals(random, 20), normals(random, 20)).pValue),
    rejects("Kendall's τ of 60 with ties", (random) => kendallCorrelation(grades(random, 60), grades(random, 60)).pValue),
    rejects('partial correlation of 15, two held', (random) => {
      const [a, b] = [normals(random, 15), normals(random, 15)];
      const of = () => a.map((value, i) => value + (b[i] ?? 0) + random.normal());
      return partialCorrelation(of(), of(), [a, b]).pValue;
    }),
    covers("Fisher's interval of r = 0.6, 40 cases", (random) => {
      const { x, y } = related(random, 0.6);
      return { interval: bounded(pearsonCorrelation(x, y)), truth: 0.6 };
    }),
    covers("interval of Spearman's ρ, 40 cases", (random) => {
      const { x, y } = related(random, 0.6);
      return { interval: bounded(spearmanCorrelation(x, y)), truth: (6 / Math.PI) * Math.asin(0.3) };
    }),
    covers("interval of a strong Spearman's ρ, 40 cases", (random) => {
      const { x, y } = related(random, 0.9);
      return { interval: bounded(spearmanCorrelation(x, y)), truth: (6 / Math.PI) * Math.asin(0.45) };
    }),
  ];
}

function bounded({ low, high }: { readonly low: number | null; readonly high: number | null }) {
  return low === null || high === null ? null : { low, high };
}

/** Whether anything at all is discovered among twenty tests of nothing. */
function ofMany(): Simulation[] {
  const smallest = (random: Random, method: 'hochberg' | 'yekutieli') =>
    Math.min(...adjustForDiscoveries(Array.from(normals(random, 20), normalTwoSided), method));
  return [
    rejects('Benjamini-Hochberg, 20 tests', (random) => smallest(random, 'hochberg')),
    rejects('Benjamini-Yekutieli, 20 tests', (random) => smallest(random, 'yekutieli'), { isConservative: true }),
  ];
}
