import { at } from './at.ts';
import { autocorrelation } from './autocorrelation.ts';
import { bridgeGaps } from './time-series.ts';

/**
 * Whether a series has a season of `period` steps: its autocorrelation there stands out at 90 % against Bartlett's error, as the M competitions decide
 * whether to take a season out. False below three seasons. Assimakopoulos and Nikolopoulos 2000; Makridakis, Spiliotis and Assimakopoulos 2018.
 * @param values NaN at gaps
 */
export function hasSeason(values: Float64Array, period: number): boolean {
  const n = values.length;
  if (period < 2 || n < 3 * period) return false;
  const filled = bridgeGaps(values);
  if (filled.every((value) => value === filled[0])) return false;
  const r = autocorrelation(filled, period);
  let sum = 1;
  for (let lag = 1; lag < period; lag++) sum += 2 * at(r, lag) ** 2;
  return Math.abs(at(r, period)) > 1.6448536269514722 * Math.sqrt(sum / n);
}
