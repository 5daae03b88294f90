import { normalTwoSided } from '../../../src/core/stats/distributions.ts';
import { compareBeliefs } from '../../../src/core/stats/experiments/bayesian-proportions.ts';
import { cuped } from '../../../src/core/stats/experiments/cuped.ts';
import { type Boundary, stoppingBounds } from '../../../src/core/stats/experiments/group-sequential.ts';
import { pValueAfterLooks } from '../../../src/core/stats/experiments/peeking.ts';
import { sampleRatioCheck } from '../../../src/core/stats/experiments/sample-ratio.ts';
import { sampleSizeOfMeans, sampleSizeOfProportions } from '../../../src/core/stats/experiments/sample-size.ts';
import { alwaysValidInterval, alwaysValidPValues } from '../../../src/core/stats/experiments/sequential-test.ts';
import { stratifiedDifference } from '../../../src/core/stats/experiments/stratified-difference.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { studentTest, summaryOf } from '../../../src/core/stats/tests/compare-means.ts';
import { compareProportions } from '../../../src/core/stats/tests/compare-proportions.ts';
import { mantelHaenszel } from '../../../src/core/stats/tests/mantel-haenszel.ts';
import { covers, draws, normals, rejects, successes } from './simulate.ts';
import type { Simulation } from './simulation.ts';

export const simulations: readonly Simulation[] = [
  rejects(
    'mixture sequential test, looked at after each of 500 pairs',
    (random) => {
      let sum = 0;
      const course = Array.from({ length: 500 }, (_, i) => {
        sum += Math.SQRT2 * random.normal();
        return { difference: sum / (i + 1), n: i + 1, variance: 2 };
      });
      return Math.min(...alwaysValidPValues(course, 0.1));
    },
    { isConservative: true },
  ),
  {
    name: 'always valid interval, at all of 300 pairs together',
    kind: 'covers',
    level: 0.95,
    isConservative: true,
    run: (random) => {
      let sum = 0;
      for (let n = 1; n <= 300; n++) {
        sum += 0.1 + Math.SQRT2 * random.normal();
        const { low, high } = alwaysValidInterval({ difference: sum / n, n, variance: 2 }, 0.1);
        if (low > 0.1 || high < 0.1) return false;
      }
      return true;
    },
  },
  rejects('smallest of four looks, answered for', (random) => {
    let [score, largest] = [0, 0];
    for (let look = 1; look <= 4; look++) {
      score += random.normal();
      largest = Math.max(largest, Math.abs(score) / Math.sqrt(look));
    }
    return pValueAfterLooks(normalTwoSided(largest), 4);
  }),
  {
    name: 'sample ratio, 1,000 cases at 5 %',
    kind: 'rejects',
    level: 0.05,
    run: (random) => {
      const first = successes(random, 1001, 0.5);
      return sampleRatioCheck([first, 1001 - first], [1, 1], 0.05).isMismatch;
    },
  },
  covers('difference over three strata of 20 and 30', (random) => ({ interval: stratifiedDifference(strataOf(random, 0.4)), truth: 0.4 })),
  rejects('difference over three strata of 20 and 30', (random) => stratifiedDifference(strataOf(random, 0)).pValue),
  rejects('Mantel-Haenszel, four strata of 60 and 40', (random) => mantelHaenszel(sharesOf(random, 1)).pValue, { isConservative: true }),
  covers('common odds ratio of 2, four strata of 60 and 40', (random) => ({
    interval: mantelHaenszel(sharesOf(random, 2)).interval,
    truth: 2,
  })),
  stopping('pocock', 5),
  stopping('obrien-fleming', 5),
  rejects('CUPED, 40 and 50', (random) => {
    const of = (n: number) => {
      const before = normals(random, n);
      return { before, outcome: before.map((value) => value + random.normal()) };
    };
    const [first, second] = [of(40), of(50)];
    return cuped(first.outcome, first.before, second.outcome, second.before).adjusted.pValue;
  }),
  covers('CUPED, 40 and 50', (random) => {
    const of = (n: number, effect: number) => {
      const before = normals(random, n);
      return { before, outcome: before.map((value) => effect + value + random.normal()) };
    };
    const [first, second] = [of(40, 0.5), of(50, 0)];
    return { interval: cuped(first.outcome, first.before, second.outcome, second.before).adjusted, truth: 0.5 };
  }),
  covers('belief in a proportion, 30 cases, truth drawn from the prior', (random) => {
    const truth = random.beta(1, 1);
    return { interval: compareBeliefs({ successes: successes(random, 30, truth), n: 30 }, { successes: 1, n: 3 }).first, truth };
  }),
  belief(),
  ...powers(),
];

/** Three strata of levels far apart. */
function strataOf(random: Random, effect: number) {
  return [0, 5, 10].map((level) => ({
    first: summaryOf(draws(20, () => level + effect + random.normal())),
    second: summaryOf(draws(30, () => level + random.normal())),
  }));
}

/** Four strata of shares far apart, the first group's odds a multiple of the second's. */
function sharesOf(random: Random, oddsRatio: number) {
  return [0.2, 0.35, 0.5, 0.7].map((share) => {
    const odds = (oddsRatio * share) / (1 - share);
    return {
      first: { successes: successes(random, 60, odds / (1 + odds)), n: 60 },
      second: { successes: successes(random, 40, share), n: 40 },
    };
  });
}

/** Whether any look stops a test of nothing. */
function stopping(boundary: Boundary, looks: number): Simulation {
  const bounds = stoppingBounds(looks, boundary);
  return {
    name: `${boundary}, ${looks} looks`,
    kind: 'rejects',
    level: 0.05,
    run: (random) => {
      let score = 0;
      return bounds.some((bound, index) => {
        score += random.normal();
        return Math.abs(score) / Math.sqrt(index + 1) > bound;
      });
    },
  };
}

/** Of beliefs that hold the first for larger with a chance near 90 %, nine in ten are right, when truths are drawn from the prior. */
function belief(): Simulation {
  const known = new Map<number, number>();
  const chanceOf = (first: number, second: number) => {
    const key = 21 * first + second;
    const chance = known.get(key) ?? compareBeliefs({ successes: first, n: 20 }, { successes: second, n: 20 }).chanceFirstIsLarger;
    known.set(key, chance);
    return chance;
  };
  return {
    name: 'belief of 85 to 95 % that the first is larger',
    kind: 'covers',
    level: 0.9,
    run: (random) => {
      for (;;) {
        const [first, second] = [random.next(), random.next()];
        const chance = chanceOf(successes(random, 20, first), successes(random, 20, second));
        if (chance > 0.85 && chance < 0.95) return first > second;
      }
    },
  };
}

/** Planned sizes show the planned effect in 80 of 100. */
function powers(): Simulation[] {
  const ofMeans = Math.ceil(sampleSizeOfMeans(0.8));
  const ofShares = Math.ceil(sampleSizeOfProportions(0.3, 0.5));
  const share = (random: Random, chance: number) => ({ successes: successes(random, ofShares, chance), n: ofShares });
  return [
    {
      name: `power of ${ofMeans} cases a group for d = 0.8`,
      kind: 'rejects',
      level: 0.8,
      run: (random) =>
        studentTest(summaryOf(normals(random, ofMeans)), summaryOf(draws(ofMeans, () => 0.8 + random.normal()))).pValue <= 0.05,
    },
    {
      name: `power of ${ofShares} cases a group for 30 against 50 %`,
      kind: 'rejects',
      level: 0.8,
      run: (random) => compareProportions(share(random, 0.3), share(random, 0.5)).pValue <= 0.05,
    },
  ];
}
