import type { Random } from '../../../src/core/stats/random.ts';
import { calibration } from '../../../src/core/stats/regression/calibration.ts';
import type { Coefficient } from '../../../src/core/stats/regression/coefficient.ts';
import { logisticRegression } from '../../../src/core/stats/regression/logistic-regression.ts';
import { marginalEffects } from '../../../src/core/stats/regression/marginal-effects.ts';
import { ordinaryLeastSquares } from '../../../src/core/stats/regression/ordinary-least-squares.ts';
import { poissonRegression } from '../../../src/core/stats/regression/poisson-regression.ts';
import { brierScore, logLoss } from '../../../src/core/stats/regression/probability-scores.ts';
import { relativeImportance } from '../../../src/core/stats/regression/relative-importance.ts';
import type { RobustErrors } from '../../../src/core/stats/regression/robust-covariance.ts';
import { rocArea } from '../../../src/core/stats/regression/roc-area.ts';
import { covers, draws, normals, rejects } from './simulate.ts';
import type { Simulation } from './simulation.ts';

/** Two related columns. */
function columnsOf(random: Random, n: number) {
  const a = normals(random, n);
  const b = a.map((value) => 0.5 * value + random.normal());
  return {
    a,
    b,
    predictors: [
      { name: 'a', values: a },
      { name: 'b', values: b },
    ],
  };
}

function named(coefficients: readonly Coefficient[], name: string): Coefficient | null {
  return coefficients.find((coefficient) => coefficient.name === name) ?? null;
}

const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

/** Regressions whose columns do nothing, and intervals of effects that are known. */
export const simulations: readonly Simulation[] = [
  ...linear(),
  ...yesOrNo(),
  ...counts(),
  ...chances(),
  importance('lmg'),
  importance('johnson'),
];

function linear(): Simulation[] {
  const fitOf = (random: Random, n: number, effect: number) => {
    const { a, predictors } = columnsOf(random, n);
    return ordinaryLeastSquares(
      a.map((value) => 1 + effect * value + random.normal()),
      predictors,
    );
  };
  const uneven = (errors: RobustErrors, n: number) =>
    covers(`least squares, ${errors} of ${n} rows of uneven spread`, (random) => {
      const { a, predictors } = columnsOf(random, n);
      const outcome = a.map((value) => value + Math.sqrt(0.5 + value * value) * random.normal());
      return { interval: named(ordinaryLeastSquares(outcome, predictors, { errors }).coefficients, 'a'), truth: 1 };
    });
  return [
    rejects('least squares, t of 15 rows', (random) => named(fitOf(random, 15, 1).coefficients, 'b')?.pValue ?? 1),
    rejects('least squares, F of 15 rows', (random) => fitOf(random, 15, 0).fTest?.pValue ?? 1),
    covers('least squares, 15 rows', (random) => ({ interval: named(fitOf(random, 15, 1).coefficients, 'a'), truth: 1 })),
    uneven('hc0', 1000),
    uneven('hc1', 1000),
    uneven('hc2', 500),
    uneven('hc3', 200),
  ];
}

function yesOrNo(): Simulation[] {
  const fitOf = (random: Random, n: number, effect: number) => {
    const { a, predictors } = columnsOf(random, n);
    return logisticRegression(
      a.map((value) => (random.next() < logistic(-0.5 + effect * value) ? 1 : 0)),
      predictors,
    );
  };
  return [
    rejects('logistic, z of 200 rows', (random) => named(fitOf(random, 200, 0.7).coefficients, 'b')?.pValue ?? 1),
    rejects('logistic, likelihood ratio of 100 rows', (random) => fitOf(random, 100, 0).likelihoodRatio?.pValue ?? 1),
    covers('logistic, 200 rows', (random) => ({ interval: named(fitOf(random, 200, 0.7).coefficients, 'a'), truth: 0.7 })),
    covers('logistic, mean change of the chance, 300 rows', changeDraw),
    rejects('Hosmer-Lemeshow, 500 rows', (random) => {
      const { a, predictors } = columnsOf(random, 500);
      const outcome = a.map((value) => (random.next() < logistic(value - 0.5) ? 1 : 0));
      return calibration(outcome, logisticRegression(outcome, predictors).fitted).hosmerLemeshow?.pValue ?? 1;
    }),
  ];
}

/** A switch that halves the odds, for half of the rows; its effect on the chance is that of the rows drawn. */
function changeDraw(random: Random) {
  const n = 300;
  const values = draws(n, () => random.below(2));
  const other = normals(random, n);
  const outcome = values.map((value, i) => (random.next() < logistic(0.3 - 0.7 * value + 0.5 * (other[i] ?? 0)) ? 1 : 0));
  const fit = logisticRegression(outcome, [
    { name: 'switch', values },
    { name: 'other', values: other },
  ]);
  const truth = other.reduce((sum, value) => sum + logistic(0.3 - 0.7 + 0.5 * value) - logistic(0.3 + 0.5 * value), 0) / n;
  return { interval: named(marginalEffects(fit), 'switch'), truth };
}

function counts(): Simulation[] {
  const fitOf = (random: Random, n: number, effect: number) => {
    const { a, predictors } = columnsOf(random, n);
    return poissonRegression(
      a.map((value) => random.poisson(Math.exp(0.5 + effect * value))),
      predictors,
    );
  };
  return [
    rejects('Poisson, z of 100 rows', (random) => named(fitOf(random, 100, 0.3).coefficients, 'b')?.pValue ?? 1),
    rejects('Poisson, likelihood ratio of 60 rows', (random) => fitOf(random, 60, 0).likelihoodRatio?.pValue ?? 1),
    covers('Poisson, 100 rows', (random) => ({ interval: named(fitOf(random, 100, 0.3).coefficients, 'a'), truth: 0.3 })),
  ];
}

/** Chances that are right, beta(2, 3) over rows. */
function chances(): Simulation[] {
  const foretold = (random: Random) => {
    const chance = draws(200, () => random.beta(2, 3));
    return { chance, outcome: chance.map((each) => (random.next() < each ? 1 : 0)) };
  };
  return [
    covers('area under the ROC curve of 0.76, 60 and 60', (random) => {
      const outcome = draws(120, (i) => i % 2);
      const scores = outcome.map((answer) => answer + random.normal());
      return { interval: rocArea(outcome, scores).interval, truth: 0.760249938906523 };
    }),
    covers("Brier's score, 200 rows", (random) => {
      const { chance, outcome } = foretold(random);
      return { interval: brierScore(outcome, chance).interval, truth: 0.2 };
    }),
    covers('logarithmic loss, 200 rows', (random) => {
      const { chance, outcome } = foretold(random);
      return { interval: logLoss(outcome, chance).interval, truth: 0.583333333333333 };
    }),
  ];
}

/** Shares of two columns whose true correlation is 0.5/√1.25 and which explain the outcome with noise of variance 4. */
function importance(method: 'lmg' | 'johnson'): Simulation {
  return covers(`share of R² by ${method}, 200 rows, bootstrap`, (random) => {
    const { a, b, predictors } = columnsOf(random, 200);
    const outcome = a.map((value, i) => value + (b[i] ?? 0) + 2 * random.normal());
    const found = relativeImportance(outcome, predictors, { method, bootstrap: { seed: random.below(2 ** 31), samples: 200 } });
    return { interval: found.columns[0]?.interval, truth: trueShare[method] };
  });
}

/** Of a when y = a + b + noise: var y = 1 + 1.25 + 2 · 0.5 + 4 = 7.25; for two columns Johnson's and Lindeman's shares are one. */
const ofA = (1.5 * 1.5) / 7.25;
const ofB = (1.75 * 1.75) / 1.25 / 7.25;
const together = 3.25 / 7.25;
const trueShare = { lmg: (ofA + together - ofB) / 2, johnson: (ofA + together - ofB) / 2 };
