import type { Random } from '../../../src/core/stats/random.ts';
import { fitBetaDiscreteWeibull } from '../../../src/core/stats/value/beta-discrete-weibull.ts';
import { fitBgBb } from '../../../src/core/stats/value/bg-bb.ts';
import { bgNbdAlive, bgNbdExpectedOfNew, fitBgNbd } from '../../../src/core/stats/value/bg-nbd.ts';
import { derivedChance, derivedEstimate, type PositiveFit } from '../../../src/core/stats/value/fit-positive.ts';
import { fitGammaGamma } from '../../../src/core/stats/value/gamma-gamma.ts';
import { fitMbgNbd, mbgNbdAlive, mbgNbdExpectedOfNew } from '../../../src/core/stats/value/mbg-nbd.ts';
import { fitParetoNbd, paretoNbdAlive, paretoNbdExpectedOfNew } from '../../../src/core/stats/value/pareto-nbd.ts';
import type { PurchaseHistories, PurchaseHistory } from '../../../src/core/stats/value/purchase-histories.ts';
import { fitShiftedBetaGeometric, shiftedBetaGeometricSurvival } from '../../../src/core/stats/value/shifted-beta-geometric.ts';
import { coversEach, draws } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Histories of customers drawn one by one. */
function histories(n: number, draw: () => PurchaseHistory): PurchaseHistories {
  const each = Array.from({ length: n }, draw);
  return {
    repeats: each.map(({ repeats }) => repeats),
    lastAt: each.map(({ lastAt }) => lastAt),
    observedFor: each.map(({ observedFor }) => observedFor),
  };
}

/** One customer: gaps between purchases at a rate of its own until it leaves or the observation ends. */
function customer(random: Random, rate: number, leaves: (purchases: number, at: number) => boolean): PurchaseHistory {
  const observedFor = 40;
  let [repeats, at] = [0, 0];
  while (!leaves(repeats, at)) {
    const next = at + random.exponential() / rate;
    if (next > observedFor || leaves(-1, next)) break;
    at = next;
    repeats++;
  }
  return { repeats, lastAt: at, observedFor };
}

/** Leaves with its own chance after each repeat purchase, and after the first as well for the modified model. */
function geometric(random: Random, kind: 'bg' | 'mbg'): PurchaseHistory {
  const chance = random.beta(0.8, 2.4);
  return customer(random, random.gamma(0.8) / 6, (purchases) => purchases >= (kind === 'bg' ? 1 : 0) && random.next() < chance);
}

/** Leaves after a lifetime. */
function pareto(random: Random): PurchaseHistory {
  const life = random.exponential() / (random.gamma(0.8) / 12);
  return customer(random, random.gamma(0.8) / 6, (purchases, at) => purchases < 0 && at > life);
}

/** Reads the interval of each parameter off a fit. */
function parameters(truth: Readonly<Record<string, number>>) {
  const read = (name: string, value: number) => (fit: PositiveFit<string>) => ({ interval: fit.intervals?.[name], truth: value });
  return Object.fromEntries(Object.entries(truth).map(([name, value]) => [name, read(name, value)]));
}

const ofBg = { r: 0.8, alpha: 6, a: 0.8, b: 2.4 };
const ofPareto = { r: 0.8, alpha: 6, s: 0.8, beta: 12 };
const buyer = { repeats: 3, lastAt: 20, observedFor: 40 };

/** Fits of data drawn from the models themselves. */
export const simulations: readonly Simulation[] = [
  ...coversEach('BG/NBD of 600 customers', (random) => fitBgNbd(histories(600, () => geometric(random, 'bg'))), {
    ...parameters(ofBg),
    'purchases expected of a new customer': (fit) => ({
      interval: derivedEstimate(fit, (found) => bgNbdExpectedOfNew(found, 20)),
      truth: bgNbdExpectedOfNew(ofBg, 20),
    }),
    'chance to be alive': (fit) => ({
      interval: derivedChance(fit, (found) => bgNbdAlive(found, buyer)),
      truth: bgNbdAlive(ofBg, buyer),
    }),
  }),
  ...coversEach('MBG/NBD of 300 customers', (random) => fitMbgNbd(histories(300, () => geometric(random, 'mbg'))), {
    ...parameters(ofBg),
    'purchases expected of a new customer': (fit) => ({
      interval: derivedEstimate(fit, (found) => mbgNbdExpectedOfNew(found, 20)),
      truth: mbgNbdExpectedOfNew(ofBg, 20),
    }),
    'chance to be alive': (fit) => ({
      interval: derivedChance(fit, (found) => mbgNbdAlive(found, buyer)),
      truth: mbgNbdAlive(ofBg, buyer),
    }),
  }),
  ...coversEach('Pareto/NBD of 1,000 customers', (random) => fitParetoNbd(histories(1000, () => pareto(random))), {
    ...parameters(ofPareto),
    'purchases expected of a new customer': (fit) => ({
      interval: derivedEstimate(fit, (found) => paretoNbdExpectedOfNew(found, 20)),
      truth: paretoNbdExpectedOfNew(ofPareto, 20),
    }),
    'chance to be alive': (fit) => ({
      interval: derivedChance(fit, (found) => paretoNbdAlive(found, buyer)),
      truth: paretoNbdAlive(ofPareto, buyer),
    }),
  }),
  ...occasions(),
  ...spend(),
  ...renewals(),
];

function occasions(): Simulation[] {
  const fitOf = (random: Random) => {
    const each = Array.from({ length: 800 }, () => {
      const [buys, leaves] = [random.beta(1.2, 0.8), random.beta(0.7, 2.8)];
      let [purchases, last] = [0, 0];
      for (let occasion = 1; occasion <= 6 && random.next() >= leaves; occasion++) {
        if (random.next() >= buys) continue;
        purchases++;
        last = occasion;
      }
      return { purchases, last };
    });
    return fitBgBb({
      purchases: each.map(({ purchases }) => purchases),
      lastOccasion: each.map(({ last }) => last),
      occasions: each.map(() => 6),
    });
  };
  return coversEach('BG/BB of 800 customers', fitOf, parameters({ alpha: 1.2, beta: 0.8, gamma: 0.7, delta: 2.8 }));
}

function spend(): Simulation[] {
  const fitOf = (random: Random) => {
    const purchases = draws(500, () => 1 + random.below(6));
    const meanValue = purchases.map((count) => random.gamma(6 * count) / (count * (random.gamma(4) / 15)));
    return fitGammaGamma({ purchases, meanValue });
  };
  return coversEach('gamma-gamma of 500 customers', fitOf, parameters({ p: 6, q: 4, gamma: 15 }));
}

/** A cohort of 1,000 over eight renewals; each customer leaves with a chance of its own that changes with age by `c`. */
function cohort(random: Random, c: number): number[] {
  const left = [1000, ...Array.from({ length: 8 }, () => 0)];
  for (let i = 0; i < 1000; i++) {
    const stays = 1 - random.beta(0.7, 1.3);
    for (let k = 1; k <= 8 && random.next() < stays ** (k ** c - (k - 1) ** c); k++) left[k] = (left[k] ?? 0) + 1;
  }
  return left;
}

function renewals(): Simulation[] {
  const stayed = ({ alpha, beta }: { readonly alpha: number; readonly beta: number }) =>
    shiftedBetaGeometricSurvival({ alpha, beta }, 12)[12] ?? 0;
  return [
    ...coversEach('shifted-beta-geometric of 1,000 customers', (random) => fitShiftedBetaGeometric([cohort(random, 1)]), {
      alpha: ({ intervals }) => ({ interval: intervals?.alpha, truth: 0.7 }),
      beta: ({ intervals }) => ({ interval: intervals?.beta, truth: 1.3 }),
      'chance to stay twelve renewals': (fit) => ({
        interval: derivedChance(fit, stayed),
        truth: stayed({ alpha: 0.7, beta: 1.3 }),
      }),
    }),
    ...coversEach(
      'beta-discrete-Weibull of 1,000 customers',
      (random) => fitBetaDiscreteWeibull([cohort(random, 1.3)]),
      parameters({ alpha: 0.7, beta: 1.3, c: 1.3 }),
    ),
  ];
}
