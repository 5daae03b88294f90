import { bootstrapInterval } from '../../../src/core/stats/bootstrap-interval.ts';
import { meanOf } from '../../../src/core/stats/descriptive/moments.ts';
import { quantile } from '../../../src/core/stats/descriptive/quantile.ts';
import { meanInterval } from '../../../src/core/stats/mean-interval.ts';
import { medianInterval, medianIntervalLevels, medianIntervalOfQuantiles } from '../../../src/core/stats/median-interval.ts';
import { netScoreInterval, netScoreWaldInterval } from '../../../src/core/stats/net-score-interval.ts';
import { type ProportionIntervalMethod, proportionInterval } from '../../../src/core/stats/proportion-intervals.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { wilsonInterval } from '../../../src/core/stats/wilson-interval.ts';
import { covers, draws, normals, successes } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Intervals of one sample. */
export const simulations: readonly Simulation[] = [
  proportion('wilson', 40, 0.05),
  proportion('jeffreys', 40, 0.05),
  covers('proportion, agresti-coull, 40 cases', proportionDraw('agresti-coull', 40, 0.05), { isConservative: true }),
  covers('proportion, clopper-pearson, 40 cases', proportionDraw('clopper-pearson', 40, 0.05), { isConservative: true }),
  proportion('wald', 400, 0.2),
  netScore('net score of 30 answers', 30, netScoreInterval),
  netScore("net score of 200 answers, Wald's", 200, netScoreWaldInterval),
  mean(8),
  mean(30),
  covers(
    'median of 25 by order statistics',
    (random) => ({ interval: medianInterval(Array.from(exponentials(random, 25).sort())), truth: Math.LN2 }),
    {
      isConservative: true,
    },
  ),
  covers(
    'median of 200 by order statistics',
    (random) => ({ interval: medianInterval(Array.from(exponentials(random, 200).sort())), truth: Math.LN2 }),
    {
      isConservative: true,
    },
  ),
  covers(
    'median of 600 by quantiles',
    (random) => {
      const values = exponentials(random, 600);
      const quantiles = medianIntervalLevels.map((share) => quantile(values, share));
      return { interval: medianIntervalOfQuantiles(600, quantiles), truth: Math.LN2 };
    },
    { isConservative: true },
  ),
  covers('share by Wilson, 60 cases', (random) => {
    const truth = 0.1 + 0.8 * random.next();
    return { interval: wilsonInterval(successes(random, 60, truth), 60), truth };
  }),
  bootstrap('bca'),
  bootstrap('percentile'),
];

function proportion(method: ProportionIntervalMethod, n: number, least: number): Simulation {
  return covers(`proportion, ${method}, ${n} cases`, proportionDraw(method, n, least));
}

/** Chances from `least` to 1 − `least` alike, since for one chance alone the coverage of counts goes up and down with it. */
function proportionDraw(method: ProportionIntervalMethod, n: number, least: number) {
  return (random: Random) => {
    const truth = least + (1 - 2 * least) * random.next();
    return { interval: proportionInterval(successes(random, n, truth), n, method), truth };
  };
}

function netScore(name: string, n: number, interval: typeof netScoreInterval): Simulation {
  return covers(name, (random) => {
    const [up, down] = [0.35 + 0.2 * random.next(), 0.1 + 0.2 * random.next()];
    let [promoters, detractors] = [0, 0];
    for (let i = 0; i < n; i++) {
      const drawn = random.next();
      if (drawn < up) promoters++;
      else if (drawn < up + down) detractors++;
    }
    return { interval: interval(promoters, detractors, n), truth: up - down };
  });
}

function mean(n: number): Simulation {
  return covers(`mean of ${n}`, (random) => {
    const values = normals(random, n);
    return {
      interval: meanInterval(
        n,
        values.reduce((sum, value) => sum + value, 0),
        values.reduce((sum, value) => sum + value * value, 0),
      ),
      truth: 0,
    };
  });
}

function exponentials(random: Random, n: number): Float64Array {
  return draws(n, () => random.exponential());
}

function bootstrap(method: 'bca' | 'percentile'): Simulation {
  return covers(`mean of 60 by bootstrap, ${method}`, (random) => ({
    interval: bootstrapInterval(normals(random, 60), meanOf, { seed: random.below(2 ** 31), samples: 1000, method }),
    truth: 0,
  }));
}
