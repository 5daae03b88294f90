import { logGamma } from '../distributions.ts';
import type { GlmFamily } from './glm-family.ts';

/** Counts with the log link. */
export const poissonFamily: GlmFamily = {
  name: 'poisson',
  refusal: (outcome) => (outcome >= 0 && Number.isInteger(outcome) ? null : 'a count is a whole number from 0 on'),
  mean: Math.exp,
  slope: Math.exp,
  bend: Math.exp,
  link: Math.log,
  evaluate: ({ outcome, weights, eta, mean, slope }, from, until) => {
    let sum = 0;
    for (let row = from; row < until; row++) {
      const value = eta[row] ?? 0;
      const expected = Math.exp(value);
      mean[row] = expected;
      slope[row] = expected;
      const ofRow = (outcome[row] ?? 0) * value - expected;
      sum += weights ? (weights[row] ?? 0) * ofRow : ofRow;
    }
    return sum;
  },
  constant: (outcome) => -logGamma(outcome + 1),
  saturated: (outcome) => (outcome > 0 ? outcome * Math.log(outcome) - outcome : 0),
};
