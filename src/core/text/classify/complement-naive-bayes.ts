import { cannotAnswer } from '../../stats/column.ts';
import { checkRows, type SparseRows } from '../features/sparse-rows.ts';
import { type LabelClasses, labelClasses } from './label-classes.ts';
import type { LinearModel } from './linear-model.ts';
import { countsOf } from './one-against-rest.ts';

/**
 * Which class is least unlike the others' texts: naive Bayes over the complement of each class, which holds its own where classes are of unequal size. As
 * scikit-learn's ComplementNB without its second normalisation. It learns in one pass; its scores are far from chances.
 * Rennie, Shih, Teevan and Karger 2003, Tackling the poor assumptions of naive Bayes text classifiers, ICML.
 * @param smoothing added to the sum of each feature; above 0
 * @throws UserError for fewer than two classes, a smoothing that is not above 0, and values below 0
 */
export function fitComplementNaiveBayes(rows: SparseRows, labels: readonly string[], smoothing = 1): LinearModel {
  if (!(smoothing > 0)) throw cannotAnswer(`a smoothing of ${smoothing}; give a number above 0`);
  if (smoothing === Number.POSITIVE_INFINITY) throw cannotAnswer('a smoothing without end; give a number above 0');
  checkRows(rows);
  const negative = rows.values.find((value) => value < 0);
  if (negative !== undefined) throw cannotAnswer(`a value of ${negative}; naive Bayes takes counts or weights from 0 on`);
  const named = labelClasses(labels, rows.rows);
  const size = named.classes.length;
  const { sums, totals } = featureSums(rows, named);
  const weights = new Float32Array((rows.columns + 1) * size);
  for (let c = 0; c < size; c++) weighOthers(weights, sums, totals, smoothing, c);
  return {
    method: 'complement naive Bayes',
    classes: named.classes,
    n: rows.rows,
    classCounts: countsOf(named),
    features: rows.columns,
    weights,
  };
}

/** Sums of each feature over all rows, and over those of each class. */
function featureSums(rows: SparseRows, { classes, numbers }: LabelClasses): { readonly sums: Float64Array; readonly totals: Float64Array } {
  const sums = new Float64Array(rows.columns * classes.length);
  const totals = new Float64Array(rows.columns);
  for (let row = 0; row < rows.rows; row++) {
    const to = rows.starts[row + 1] ?? 0;
    for (let at = rows.starts[row] ?? 0; at < to; at++) {
      const [feature, value] = [rows.indices[at] ?? 0, rows.values[at] ?? 0];
      const place = feature * classes.length + (numbers[row] ?? 0);
      sums[place] = (sums[place] ?? 0) + value;
      totals[feature] = (totals[feature] ?? 0) + value;
    }
  }
  return { sums, totals };
}

/** Weights of one class: less the log share of each feature in the texts of the others. */
function weighOthers(weights: Float32Array, sums: Float64Array, totals: Float64Array, smoothing: number, c: number): void {
  const size = sums.length / totals.length;
  const othersOf = (feature: number) => (totals[feature] ?? 0) - (sums[feature * size + c] ?? 0) + smoothing;
  let all = 0;
  for (let feature = 0; feature < totals.length; feature++) all += othersOf(feature);
  for (let feature = 0; feature < totals.length; feature++) weights[feature * size + c] = -Math.log(othersOf(feature) / all);
}
