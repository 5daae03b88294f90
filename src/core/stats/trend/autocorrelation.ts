import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { meanOf } from '../descriptive/moments.ts';

/**
 * How a series goes with itself some steps before: element k − 1 is the autocorrelation of lag k, divisor n as in R's `acf`.
 * @throws UserError for fewer than two values, one that is not finite, a series that is constant, and lags that are no whole number from 1 to n − 1
 */
export function autocorrelations(values: Column, lags: number): Float64Array {
  checkColumn(values, 'values', 2);
  if (!Number.isSafeInteger(lags) || lags < 1 || lags >= values.length)
    throw cannotAnswer(`lags are a whole number from 1 to ${values.length - 1}, not ${lags}`);
  const mean = meanOf(values);
  const rest = Float64Array.from(values, (value) => value - mean);
  const whole = productAt(rest, 0);
  if (!(whole > 0)) throw cannotAnswer('the series is constant, so it goes with nothing');
  return Float64Array.from({ length: lags }, (_, index) => productAt(rest, index + 1) / whole);
}

function productAt(rest: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < rest.length; i++) sum += (rest[i] ?? 0) * (rest[i - lag] ?? 0);
  return sum;
}
