import { seededRandom } from '../../../src/core/stats/random.ts';
import { logisticRegression } from '../../../src/core/stats/regression/logistic-regression.ts';
import { ordinaryLeastSquares } from '../../../src/core/stats/regression/ordinary-least-squares.ts';
import type { Predictor } from '../../../src/core/stats/regression/regression-data.ts';
import type { StatsJob } from './stats-job.ts';

const rows = 1_000_000;

/** Ten normal columns and what they foretell. */
function drawColumns(): { readonly predictors: readonly Predictor[]; readonly expected: Float64Array } {
  const random = seededRandom(1);
  const expected = new Float64Array(rows);
  const predictors = Array.from({ length: 10 }, (_, index) => {
    const values = new Float64Array(rows).map(() => random.normal());
    for (let row = 0; row < rows; row++) expected[row] = (expected[row] ?? 0) + 0.1 * (index - 4.5) * (values[row] ?? 0);
    return { name: `x${index}`, values };
  });
  return { predictors, expected };
}

export const jobs: readonly StatsJob[] = [
  {
    name: 'OLS 1 M × 10 with errors',
    peer: 'statsmodels 1.34 s',
    goalMs: 300,
    prepare: () => {
      const { predictors, expected } = drawColumns();
      const random = seededRandom(2);
      const outcome = expected.map((value) => value + random.normal());
      return () => ordinaryLeastSquares(outcome, predictors);
    },
  },
  {
    name: 'logit 1 M × 10 with errors, one thread',
    peer: 'statsmodels 0.81 s',
    goalMs: 1200,
    prepare: () => {
      const { predictors, expected } = drawColumns();
      const random = seededRandom(3);
      const outcome = expected.map((value) => (random.next() < 1 / (1 + Math.exp(-value)) ? 1 : 0));
      return () => logisticRegression(outcome, predictors);
    },
  },
];
