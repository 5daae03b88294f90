import type { Estimate } from '../../../src/core/model/estimate.ts';
import { meanContributions } from '../../../src/core/stats/contributions.ts';
import { quantileOfSorted } from '../../../src/core/stats/descriptive/quantile.ts';
import { normalBelow } from '../../../src/core/stats/distributions.ts';
import { medianInterval } from '../../../src/core/stats/median-interval.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { ratioInterval } from '../../../src/core/stats/ratio-interval.ts';
import { shareLeftOutInterval, shareOfChangeInterval } from '../../../src/core/stats/share-of-change.ts';
import { wilsonInterval } from '../../../src/core/stats/wilson-interval.ts';
import { covers, draws, successes } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Shares that a part has of a change, with its interval. */
export const simulations: readonly Simulation[] = [
  covers('ratio of two means by Fieller', (random) => {
    const [numerator, common] = [3 + 0.4 * random.normal(), 0.3 * random.normal()];
    const of = { numerator: numerator + common, denominator: 2 + common + 0.2 * random.normal() };
    return { interval: ratioInterval({ ...of, numeratorVariance: 0.25, denominatorVariance: 0.13, covariance: 0.09 }), truth: 1.5 };
  }),
  covers('share of a fall of ratings, a fifth of 1,400 answers falls from 80 to 55 %', (random) => {
    const [before, after] = [ratings(random, 0.8, 0.82), ratings(random, 0.55, 0.8)];
    const part = { before: rate(before.part), after: rate(after.part) };
    const rest = { before: rate(before.rest), after: rate(after.rest) };
    const whole = { before: rate(together(before)), after: rate(together(after)) };
    const share = (meanContributions([part, rest])[0] ?? 0) / ((whole.after.value ?? 0) - (whole.before.value ?? 0));
    return { interval: shareOfChangeInterval(share, part, whole, 'mean'), truth: (0.2 * 0.25) / (0.2 * 0.25 + 0.8 * 0.02) };
  }),
  covers('share of a rise of counts, 150 to 270 among 500', (random) => {
    const [part, rest] = [
      { before: random.poisson(1200) / 8, after: random.poisson(270) },
      { before: random.poisson(4000) / 8, after: random.poisson(530) },
    ];
    const counted = (value: number, n = value): Estimate => ({ value, low: null, high: null, n });
    const own = { before: counted(part.before, part.before * 8), after: counted(part.after) };
    const all = { before: counted(part.before + rest.before, (part.before + rest.before) * 8), after: counted(part.after + rest.after) };
    const share = (part.after - part.before) / (part.after + rest.after - part.before - rest.before);
    return { interval: shareOfChangeInterval(share, own, all, 'count'), truth: 0.8 };
  }),
  covers('share of a rise of medians, what goes away with a third of 1,500 times', (random) => {
    const times = (n: number, factor: number) => draws(n, () => factor * Math.exp(random.normal()));
    const [rest, part] = [
      { before: times(1000, 1), after: times(1000, 1.1) },
      { before: times(500, 1), after: times(500, 3) },
    ];
    const [before, after] = [Float64Array.of(...rest.before, ...part.before), Float64Array.of(...rest.after, ...part.after)];
    const whole = { before: middle(before), after: middle(after) };
    return {
      interval: shareLeftOutInterval({ before: middle(rest.before), after: middle(rest.after) }, whole),
      truth: 1 - 0.1 / (medianOfMixture() - 1),
    };
  }),
];

/** Where half of the times lie of which two thirds have the median 1.1 and one third 3, all log-normal with spread 1. */
function medianOfMixture(): number {
  let [low, high] = [1.1, 3];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const below = (2 / 3) * normalBelow(Math.log(middle / 1.1)) + (1 / 3) * normalBelow(Math.log(middle / 3));
    if (below < 0.5) low = middle;
    else high = middle;
  }
  return low;
}

/** The median of values with its interval. */
function middle(values: Float64Array): Estimate {
  const sorted = values.toSorted();
  const interval = medianInterval(sorted);
  return { value: quantileOfSorted(sorted, 0.5), low: interval?.low ?? null, high: interval?.high ?? null, n: sorted.length };
}

interface Rated {
  readonly good: number;
  readonly n: number;
}

/** 1,400 answers, of which a part of one in five by chance is good at its own rate. */
function ratings(random: Random, ofPart: number, ofRest: number): { readonly part: Rated; readonly rest: Rated } {
  const n = successes(random, 1400, 0.2);
  return {
    part: { good: successes(random, n, ofPart), n },
    rest: { good: successes(random, 1400 - n, ofRest), n: 1400 - n },
  };
}

function rate({ good, n }: Rated): Estimate {
  const interval = wilsonInterval(good, n);
  return { value: good / n, low: interval?.low ?? null, high: interval?.high ?? null, n };
}

function together({ part, rest }: { readonly part: Rated; readonly rest: Rated }): Rated {
  return { good: part.good + rest.good, n: part.n + rest.n };
}
