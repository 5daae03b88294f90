import type { GlmFamily } from './glm-family.ts';

/** Yes or no with the logit link. */
export const logisticFamily: GlmFamily = {
  name: 'logistic',
  refusal: (outcome) => (outcome === 0 || outcome === 1 ? null : 'an outcome of yes or no is 1 or 0'),
  mean: logisticMean,
  slope: (eta) => logisticMean(eta) * logisticMean(-eta),
  bend: (eta) => logisticMean(eta) * logisticMean(-eta) * (logisticMean(-eta) - logisticMean(eta)),
  link: (mean) => Math.log(mean / (1 - mean)),
  evaluate: ({ outcome, weights, eta, mean, slope }, from, until) => {
    let sum = 0;
    let product = 1;
    for (let row = from; row < until; row++) {
      const value = eta[row] ?? 0;
      const small = Math.exp(-Math.abs(value));
      const larger = 1 / (1 + small);
      mean[row] = value >= 0 ? larger : small * larger;
      slope[row] = small * larger * larger;
      const ofRow = (outcome[row] ?? 0) * value - Math.max(value, 0);
      if (weights) {
        sum += (weights[row] ?? 0) * (ofRow - Math.log1p(small));
        continue;
      }
      sum += ofRow;
      // One logarithm for 64 rows: their product is at most 2⁶⁴.
      product *= 1 + small;
      if (row % 64 === 0) {
        sum -= Math.log(product);
        product = 1;
      }
    }
    return sum - Math.log(product);
  },
  constant: null,
  saturated: null,
};

function logisticMean(eta: number): number {
  const small = Math.exp(-Math.abs(eta));
  return eta >= 0 ? 1 / (1 + small) : small / (1 + small);
}
