import type { Correlations } from './explained-share.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/**
 * Johnson's relative weights: the columns are replaced by the orthogonal ones nearest to them (the square root of their correlations), whose squared
 * effects are divided back. They sum to R². Johnson, A heuristic method for estimating the relative weight of predictor variables in multiple
 * regression, Multivariate Behavioral Research 35, 2000.
 */
export function johnsonShares({ among, withOutcome }: Correlations): Float64Array {
  const size = withOutcome.length;
  const { values, vectors } = symmetricEigen(among, size);
  const power = (exponent: number, row: number, column: number) => {
    let sum = 0;
    for (let k = 0; k < size; k++)
      sum += (vectors[row * size + k] ?? 0) * Math.max(values[k] ?? 0, Number.EPSILON) ** exponent * (vectors[column * size + k] ?? 0);
    return sum;
  };
  const effects = Float64Array.from({ length: size }, (_, row) =>
    withOutcome.reduce((sum, correlation, column) => sum + power(-0.5, row, column) * correlation, 0),
  );
  return Float64Array.from({ length: size }, (_, row) =>
    effects.reduce((sum, effect, column) => sum + power(0.5, row, column) ** 2 * effect ** 2, 0),
  );
}
