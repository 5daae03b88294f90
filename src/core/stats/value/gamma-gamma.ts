import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { logGamma } from '../distributions.ts';
import type { Progress } from '../progress.ts';
import { checkPrediction, checkSteps } from './check-prediction.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';

/** Each purchase is gamma(`p`, rate ν) of value, where ν is gamma(`q`, rate `gamma`) over customers. */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/** Customers with a repeat purchase, one element each. */
export interface SpendHistories {
  /** Purchases that the mean is of, from 1. */
  readonly purchases: Column;
  /** Mean value of those purchases, above 0, of one currency. */
  readonly meanValue: Column;
}

const names = ['p', 'q', 'gamma'] as const;

/**
 * Fits the gamma-gamma model of spend per purchase. It takes value and number of purchases as unrelated: look at their correlation first.
 * Fader and Hardie 2013, "The gamma-gamma model of monetary value" (note 025).
 * @throws UserError for purchases below 1, values that are not above 0, and where the data do not tell the parameters
 */
export function fitGammaGamma(histories: SpendHistories, progress?: Progress): PositiveFit<keyof GammaGamma> {
  const { purchases, meanValue } = histories;
  checkHistories(histories);
  const n = purchases.length;
  const counts = [...new Set(Array.from(purchases))];
  const logs = Float64Array.from(meanValue, Math.log);
  return fitPositive({
    model: 'gamma-gamma',
    names,
    intervals: 'profile',
    start: [2, 2, 2 * Math.exp(logs.reduce((sum, each) => sum + each, 0) / n)],
    logLikelihood: ([p = 1, q = 1, gamma = 1]) => {
      const table = new Map(counts.map((x) => [x, logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x)]));
      let sum = n * (q * Math.log(gamma) - logGamma(q));
      for (let i = 0; i < n; i++) {
        const x = purchases[i] ?? 1;
        sum += (table.get(x) ?? 0) + (p * x - 1) * (logs[i] ?? 0) - (p * x + q) * Math.log(gamma + x * (meanValue[i] ?? 0));
      }
      return sum;
    },
    n,
    progress,
  });
}

function checkHistories({ purchases, meanValue }: SpendHistories): void {
  checkColumn(purchases, 'purchases', 3);
  checkColumn(meanValue, 'meanValue', 3);
  checkSameLength(purchases, meanValue, ['purchases', 'meanValue']);
  for (let i = 0; i < purchases.length; i++) {
    if (!((purchases[i] ?? 0) >= 1)) throw cannotAnswer(`"purchases" has ${purchases[i]} at position ${i}; give customers with 1 or more`);
    if (!((meanValue[i] ?? 0) > 0)) throw cannotAnswer(`"meanValue" has ${meanValue[i]} at position ${i}; the model is of values above 0`);
  }
}

/**
 * Mean value expected of a customer's purchases: between the customer's own mean and that of all. Without purchases (0) it is that of all.
 * Null where the model has no mean, for a new customer with q ≤ 1.
 */
export function gammaGammaExpected(parameters: GammaGamma, purchases: number, meanValue: number): number | null {
  checkPrediction({ ...parameters }, purchases > 0 ? meanValue : 0);
  checkSteps(purchases, 'the count of purchases');
  const { p, q, gamma } = parameters;
  const weight = p * purchases + q - 1;
  if (weight <= 0) return null;
  return (p * (gamma + (purchases > 0 ? purchases * meanValue : 0))) / weight;
}
