import { cannotAnswer } from '../column.ts';
import type { GlmFamily } from './glm-family.ts';
import type { RegressionData } from './regression-data.ts';

/**
 * Refuses outcomes that one column splits: coefficients would grow without end. Albert and Anderson, On the existence of maximum likelihood estimates in
 * logistic regression models, Biometrika 71, 1984; for counts Santos Silva and Tenreyro 2010.
 * @throws UserError that names the column
 */
export function checkColumnSeparation(family: GlmFamily, { columns, names, outcome, hasIntercept }: RegressionData): void {
  if (!hasIntercept) return;
  for (const [index, column] of columns.entries()) {
    if (index > 0 && isSplit(column, outcome, family.name === 'logistic' ? splitsAnswers : splitsCounts))
      throw separation([names[index] ?? '']);
  }
}

interface Ranges {
  readonly zeros: { readonly low: number; readonly high: number };
  readonly others: { readonly low: number; readonly high: number };
}

function splitsAnswers({ zeros, others }: Ranges): boolean {
  return others.low >= zeros.high || others.high <= zeros.low;
}

/** Whether a column is the same in all rows with a count, and all others are on one side of it. */
function splitsCounts({ zeros, others }: Ranges): boolean {
  return !(others.low < others.high) && (zeros.low >= others.high || zeros.high <= others.low);
}

const rowsAtOnce = 1024;

/** Whether ranges of a column, where the outcome is 0 and where it is not, are split; they only grow, so the first rows mostly tell that they are not. */
function isSplit(column: Float64Array, outcome: Float64Array, splits: (ranges: Ranges) => boolean): boolean {
  const zeros = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  const others = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  for (let row = 0; row < column.length; row++) {
    const range = outcome[row] === 0 ? zeros : others;
    const value = column[row] ?? 0;
    if (value < range.low) range.low = value;
    if (value > range.high) range.high = value;
    if (row % rowsAtOnce === rowsAtOnce - 1 && !splits({ zeros, others })) return false;
  }
  return splits({ zeros, others });
}

/** Share of the longest move of a linear predictor that still counts as none. */
const rounding = 1e-5;

/**
 * Refuses outcomes that several columns split together, told by the last step of a fit that goes on and on: `moves` of the rows along it are never
 * worse for any row and better for some.
 * @throws UserError that names the columns that the step moves most
 */
export function checkStepSeparation(family: GlmFamily, data: RegressionData, moves: Float64Array, step: Float64Array): void {
  const { outcome, names } = data;
  const longest = moves.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
  const tolerance = rounding * longest;
  if (longest === 0 || moves.some((move, row) => isWorse(family, outcome[row] ?? 0, move, tolerance))) return;
  const largest = step.reduce((most, share, index) => (index === 0 ? most : Math.max(most, Math.abs(share))), 0);
  throw separation(names.filter((_, index) => (index > 0 || !data.hasIntercept) && Math.abs(step[index] ?? 0) > 0.05 * largest));
}

function isWorse(family: GlmFamily, outcome: number, move: number, tolerance: number): boolean {
  if (family.name === 'logistic') return outcome === 1 ? move < -tolerance : move > tolerance;
  return outcome > 0 ? Math.abs(move) > tolerance : move > tolerance;
}

function separation(names: readonly string[]) {
  const [columns, split] = [names.map((name) => `"${name}"`).join(' and '), names.length === 1 ? 'splits' : 'together split'];
  return cannotAnswer(`${columns} ${split} the outcomes perfectly, so no finite effect fits best; leave out or merge values`);
}
