import { cannotAnswer } from '../column.ts';
import { checkIndependence, type Predictor, regressionData } from './regression-data.ts';
import { invertUpper } from './triangle.ts';
import { triangularFactor } from './triangular-factor.ts';

/**
 * How many times larger the variance of each coefficient is than if its column were unrelated to the others: 1 ÷ (1 − R²) of the column on the others,
 * with an intercept. From 5 or 10 on effects are hard to tell apart. Marquardt 1970.
 * @throws UserError for fewer than two columns, and as `ordinaryLeastSquares`
 */
export function varianceInflation(predictors: readonly Predictor[]): readonly { readonly name: string; readonly vif: number }[] {
  const first = predictors[0];
  if (!first || predictors.length < 2) throw cannotAnswer(`${predictors.length} columns; inflation by others needs at least two`);
  const { columns, names } = regressionData(first.values, predictors);
  const size = columns.length;
  const triangle = triangularFactor(columns);
  checkIndependence(triangle, size, names);
  const inverse = invertUpper(triangle, size);
  return predictors.map(({ name }, index) => {
    let [spread, scaled] = [0, 0];
    for (let k = 1; k < size; k++) {
      spread += (triangle[k * size + index + 1] ?? 0) ** 2;
      scaled += (inverse[(index + 1) * size + k] ?? 0) ** 2;
    }
    return { name, vif: spread * scaled };
  });
}
