import { ewmaChart } from '../../../src/core/stats/anomalies/ewma-chart.ts';
import { generalisedEsd } from '../../../src/core/stats/anomalies/generalised-esd.ts';
import { seasonalAnomalies } from '../../../src/core/stats/anomalies/seasonal-anomalies.ts';
import { quantileInterval } from '../../../src/core/stats/descriptive/quantile-interval.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { bayesianChangePoints } from '../../../src/core/stats/trend/bayesian-change-points.ts';
import { changePoint } from '../../../src/core/stats/trend/change-point.ts';
import { mannKendall } from '../../../src/core/stats/trend/mann-kendall.ts';
import { theilSen } from '../../../src/core/stats/trend/theil-sen.ts';
import { covers, draws, normals, rejects } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Anomalies, changes and trends. */
export const simulations: readonly Simulation[] = [
  rejects('Mann-Kendall, 30 values', (random) => mannKendall(normals(random, 30)).pValue),
  rejects('Mann-Kendall with ties, 60 values of five grades', (random) => mannKendall(draws(60, () => random.below(5))).pValue),
  rejects('seasonal Mann-Kendall, ten years of months', (random) => {
    return mannKendall(
      draws(120, (i) => 5 * Math.sin((i * Math.PI) / 6) + random.normal()),
      { period: 12 },
    ).pValue;
  }),
  whitened(50, 0),
  whitened(50, 0.5),
  whitened(100, 0.3),
  covers("Theil and Sen's slope, 40 values of heavy tails", (random) => ({
    interval: theilSen(draws(40, (i) => 0.3 * i + random.normal() / Math.sqrt(random.gamma(1.5) / 1.5))).interval,
    truth: 0.3,
  })),
  rejects(
    'change of level, 40 values',
    (random) => changePoint(normals(random, 40), { seed: random.below(1e9), permutations: 199 }).pValue,
  ),
  covers('size of a change, 80 values, place drawn', (random) => {
    const { at, values } = changed(random, 80);
    return { interval: changePoint(values, { seed: 1, permutations: 1 }).size, truth: at.size };
  }),
  covers(
    'place of a change, 80 values, place drawn',
    (random) => {
      const { at, values } = changed(random, 80);
      return { interval: changePoint(values, { seed: 1, permutations: 1 }).when, truth: at.position };
    },
    { isConservative: true },
  ),
  {
    name: 'generalised ESD, 60 values',
    kind: 'rejects',
    level: 0.05,
    run: (random) => generalisedEsd(normals(random, 60)).outliers.length > 0,
  },
  quietSeries('values', (random, step) => 100 + 10 * Math.sin((2 * Math.PI * step) / 7) + random.normal(), 'value'),
  quietSeries('counts', (random, step) => random.poisson(40 + 10 * Math.sin((2 * Math.PI * step) / 7)), 'count'),
  covers('when a running series changed, prior known', runningChange, { isConservative: true }),
  {
    name: 'EWMA chart with steady limits, 19 values: 1 in 370 each',
    kind: 'rejects',
    level: 0.05,
    isConservative: true,
    run: (random) => ewmaChart(normals(random, 19), { mean: 0, standardDeviation: 1 }, { hasSteadyLimits: true }).alarms.length > 0,
  },
  covers(
    'median by order statistics, 40 skewed values',
    (random) => ({ interval: quantileInterval(draws(40, () => random.exponential())), truth: Math.LN2 }),
    { isConservative: true },
  ),
];

/** Whether any day of twenty weeks is named. */
function quietSeries(name: string, draw: (random: Random, step: number) => number, kind: 'value' | 'count'): Simulation {
  return {
    name: `seasonal anomalies by generalised ESD, 20 weeks of quiet ${name}`,
    kind: 'rejects',
    level: 0.05,
    run: (random) => {
      const series = draws(140, (step) => draw(random, step));
      return seasonalAnomalies(series, { period: 7, kind, method: 'esd' }).anomalies.length > 0;
    },
  };
}

/** Stretches of levels and spreads drawn from the prior, and the first change that was seen. */
function runningChange(random: Random) {
  const prior = { mean: 0, weight: 0.1, variance: 1, shape: 3 };
  const starts: number[] = [];
  let [level, spread] = [0, 1];
  const values = draws(80, (i) => {
    if (i === 0 || random.next() < 1 / 20) {
      starts.push(i);
      spread = Math.sqrt((prior.shape * prior.variance) / random.gamma(prior.shape));
      level = (spread / Math.sqrt(prior.weight)) * random.normal();
    }
    return level + spread * random.normal();
  });
  const [first] = bayesianChangePoints(values, { expectedLength: 20, prior }).changes;
  const next = starts.find((start) => start === (first?.seenAt ?? 0) + 1);
  return { interval: first?.when, truth: next ?? starts.findLast((start) => start <= (first?.seenAt ?? 0)) ?? 0 };
}

/** Values without a trend of which each resembles the one before it. */
function whitened(n: number, resemblance: number): Simulation {
  return rejects(`Mann-Kendall, pre-whitened, ${n} values of autocorrelation ${resemblance}`, (random) => {
    let last = random.normal() / Math.sqrt(1 - resemblance ** 2);
    const values = draws(n, () => {
      last = resemblance * last + random.normal();
      return last;
    });
    return mannKendall(values, { correction: 'pre-whitening' }).pValue;
  });
}

/** A change of a size and at a place that the flat priors allow, at least five values from each end. */
function changed(random: Random, n: number) {
  const position = 5 + random.below(n - 9);
  const size = 6 * random.next() - 3;
  return { at: { position, size }, values: draws(n, (i) => random.normal() + (i >= position ? size : 0)) };
}
