import type { Random } from '../../../src/core/stats/random.ts';
import { type FailureDistribution, fitAcceleratedFailure } from '../../../src/core/stats/survival/accelerated-failure.ts';
import { fitCox } from '../../../src/core/stats/survival/cox-model.ts';
import {
  kaplanMeier,
  restrictedMean,
  type SurvivalIntervalMethod,
  survivalAt,
  survivalQuantile,
} from '../../../src/core/stats/survival/kaplan-meier.ts';
import { compareSurvival, type SurvivalTestWeights } from '../../../src/core/stats/survival/log-rank.ts';
import type { ObservedDurations } from '../../../src/core/stats/survival/observed-durations.ts';
import { retentionCurve } from '../../../src/core/stats/survival/retention-curve.ts';
import { fitWeibull } from '../../../src/core/stats/survival/weibull.ts';
import { covers, coversEach, draws, normals, rejects, successes } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Durations of a mean of 1 by default, about a third of them still running when last seen. */
function observe(random: Random, n: number, duration: (row: number) => number = () => random.exponential()): ObservedDurations {
  const [durations, events] = [new Float64Array(n), new Float64Array(n)];
  for (let row = 0; row < n; row++) {
    const [own, seen] = [duration(row), 2 * random.exponential()];
    durations[row] = Math.min(own, seen);
    events[row] = own <= seen ? 1 : 0;
  }
  return { durations, events };
}

/** Durations rounded up, so that many are tied. */
function rounded({ durations, events }: ObservedDurations): ObservedDurations {
  return { durations: Float64Array.from(durations, (value) => Math.ceil(20 * value)), events };
}

export const simulations: readonly Simulation[] = [...curves(), ...comparisons(), ...cox(), ...parametric()];

function curves(): Simulation[] {
  const share = (method: SurvivalIntervalMethod, n: number) =>
    covers(`Kaplan-Meier's share at its half, ${n} cases, ${method}`, (random) => ({
      interval: survivalAt(kaplanMeier(observe(random, n), method), Math.LN2),
      truth: 0.5,
    }));
  return [
    share('log-log', 60),
    share('log', 60),
    share('plain', 60),
    covers("median by Kaplan-Meier, 80 cases, Brookmeyer and Crowley's", (random) => {
      const { low, high } = survivalQuantile(kaplanMeier(observe(random, 80)));
      return { interval: { low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY }, truth: Math.LN2 };
    }),
    covers('restricted mean, 80 cases', (random) => ({
      interval: restrictedMean(kaplanMeier(observe(random, 80)), 1),
      truth: 1 - Math.exp(-1),
    })),
    covers('retention after two periods, three cohorts of 40', (random) => {
      const cohort = () => {
        const first = successes(random, 40, 0.7);
        return [40, first, successes(random, first, 0.8)];
      };
      return { interval: retentionCurve([cohort(), cohort(), cohort()])[2], truth: 0.56 };
    }),
  ];
}

function comparisons(): Simulation[] {
  const test = (weights: SurvivalTestWeights) =>
    rejects(`${weights}, three groups of 40 with ties`, (random) => {
      const group = () => rounded(observe(random, 40));
      return compareSurvival([group(), group(), group()], weights).pValue;
    });
  return [test('log-rank'), test('gehan'), test('tarone-ware')];
}

function cox(): Simulation[] {
  const fitOf = (random: Random, effect: number, ties: 'efron' | 'breslow') => {
    const [a, b] = [normals(random, 150), normals(random, 150)];
    const observed = observe(random, 150, (row) => random.exponential() / Math.exp(effect * (a[row] ?? 0)));
    return fitCox(ties === 'efron' ? rounded(observed) : observed, { a, b }, { ties });
  };
  return [
    rejects('Cox, z of 150 cases', (random) => fitOf(random, 0.4, 'efron').effects[1]?.pValue ?? 1),
    rejects('Cox, likelihood ratio of 150 cases', (random) => fitOf(random, 0, 'efron').likelihoodRatio.pValue),
    covers('Cox, hazard ratio, 150 cases, Efron', (random) => ({
      interval: fitOf(random, 0.4, 'efron').effects[0]?.interval,
      truth: Math.exp(0.4),
    })),
    covers('Cox, hazard ratio, 150 cases, Breslow without ties', (random) => ({
      interval: fitOf(random, 0.4, 'breslow').effects[0]?.interval,
      truth: Math.exp(0.4),
    })),
    covers('Cox, hazard ratio, 150 cases of three strata', (random) => {
      const strata = draws(150, (row) => row % 3);
      const a = normals(random, 150);
      const observed = observe(random, 150, (row) => random.exponential() / Math.exp(0.4 * (a[row] ?? 0) + (strata[row] ?? 0)));
      return { interval: fitCox(observed, { a }, { strata }).effects[0]?.interval, truth: Math.exp(0.4) };
    }),
  ];
}

/** Noise of log durations. */
const noise: Readonly<Record<FailureDistribution, (random: Random) => number>> = {
  weibull: (random) => Math.log(random.exponential()),
  'log-normal': (random) => random.normal(),
  'log-logistic': (random) => {
    const chance = random.next();
    return Math.log(chance / (1 - chance));
  },
};

function parametric(): Simulation[] {
  const fitOf = (random: Random, distribution: FailureDistribution) => {
    const [a, b] = [normals(random, 60), normals(random, 60)];
    const observed = observe(random, 60, (row) => Math.exp(0.3 * (a[row] ?? 0) + 0.5 * noise[distribution](random)));
    return fitAcceleratedFailure(distribution, observed, { a, b });
  };
  return [
    ...coversEach('Weibull of 40 cases', (random) => fitWeibull(observe(random, 40, () => random.exponential() ** 0.5)), {
      lambda: ({ intervals }) => ({ interval: intervals.lambda, truth: 1 }),
      rho: ({ intervals }) => ({ interval: intervals.rho, truth: 2 }),
    }),
    ...(['weibull', 'log-normal', 'log-logistic'] as const).flatMap((distribution) =>
      coversEach(`accelerated failure, ${distribution}, 60 cases`, (random) => fitOf(random, distribution), {
        'time ratio': ({ effects }) => ({ interval: effects[0]?.interval, truth: Math.exp(0.3) }),
        scale: ({ scale }) => ({ interval: scale.interval, truth: 0.5 }),
        intercept: ({ intercept }) => ({ interval: intercept.interval, truth: 1 }),
      }),
    ),
    rejects('accelerated failure, t of 60 cases', (random) => fitOf(random, 'log-normal').effects[1]?.pValue ?? 1),
  ];
}
