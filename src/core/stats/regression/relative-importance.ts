import { checkLevel } from '../check-options.ts';
import { type Column, cannotAnswer } from '../column.ts';
import { quantileOfSorted } from '../descriptive/quantile.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { type Random, seededRandom } from '../random.ts';
import { solveSymmetric } from '../solve-symmetric.ts';
import { type Correlations, correlationsWith, explainedShare } from './explained-share.ts';
import { johnsonShares } from './johnson-weights.ts';
import type { Predictor } from './regression-data.ts';

/** `lmg`: the mean gain of R² over all orders of entering, Shapley's value. `johnson`: weights over the nearest orthogonal columns. */
export type ImportanceMethod = 'lmg' | 'johnson';

/** What one column adds to R². `share` sums to R² over all columns. */
export interface Importance {
  readonly name: string;
  readonly share: number;
  /** R² alone. */
  readonly first: number;
  /** What R² loses without the column. */
  readonly last: number;
  /** Standardised coefficient × correlation with the outcome (Pratt 1987): sums to R² too, but can be negative. */
  readonly pratt: number;
  /** Percentile bootstrap of `share`; null where no resamples were asked for. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface RelativeImportance {
  readonly method: ImportanceMethod;
  readonly n: number;
  readonly rSquared: number;
  readonly columns: readonly Importance[];
}

export interface ImportanceOptions {
  /** `lmg` up to 12 columns, else `johnson`. */
  readonly method?: ImportanceMethod;
  /** Draws rows again to tell how sure the shares are. */
  readonly bootstrap?: { readonly seed: number; readonly samples?: number };
  readonly level?: number;
  readonly progress?: Progress;
}

/** All subsets are enumerated up to here: 4,096 of them. */
export const mostEnumeratedColumns = 12;

/**
 * Which columns explain an outcome most when they are related to each other: R² of the linear model divided among them. Lindeman, Merenda and Gold 1980;
 * Grömping, Relative importance for linear regression in R, Journal of Statistical Software 17, 2006. It ranks what goes together, not what causes.
 * @throws UserError as `ordinaryLeastSquares`; for an outcome that does not vary; for `lmg` of more than 12 columns
 */
export function relativeImportance(outcome: Column, predictors: readonly Predictor[], options: ImportanceOptions = {}): RelativeImportance {
  const { method = predictors.length > mostEnumeratedColumns ? 'johnson' : 'lmg', bootstrap, level = 0.95, progress } = options;
  checkLevel(level);
  if (method === 'lmg' && predictors.length > mostEnumeratedColumns) {
    throw cannotAnswer(
      `${predictors.length} columns have too many subsets; "lmg" takes up to ${mostEnumeratedColumns}, "johnson" any number`,
    );
  }
  const sharesOf = method === 'lmg' ? lmgShares : johnsonShares;
  const correlations = correlationsWith(outcome, predictors);
  const shares = sharesOf(correlations);
  const drawn = bootstrap ? drawnShares(outcome, predictors, { ...bootstrap, sharesOf, progress }) : null;
  const every = predictors.map((_, index) => index);
  const rSquared = explainedShare(correlations, every);
  const effects = solveSymmetric(Float64Array.from(correlations.among), correlations.withOutcome);
  return {
    method,
    n: correlations.n,
    rSquared,
    columns: correlations.names.map((name, index) => ({
      name,
      share: shares[index] ?? 0,
      first: (correlations.withOutcome[index] ?? 0) ** 2,
      last:
        rSquared -
        explainedShare(
          correlations,
          every.filter((other) => other !== index),
        ),
      pratt: (effects?.[index] ?? Number.NaN) * (correlations.withOutcome[index] ?? 0),
      interval: drawn ? percentiles(drawn, index, level) : null,
    })),
  };
}

/** Shapley's value: the gain by a column, weighted over the subsets that it enters. */
function lmgShares(correlations: Correlations): Float64Array {
  const size = correlations.withOutcome.length;
  const explained = new Float64Array(2 ** size);
  for (let subset = 1; subset < explained.length; subset++) {
    const chosen: number[] = [];
    for (let column = 0; column < size; column++) if (subset & (1 << column)) chosen.push(column);
    explained[subset] = explainedShare(correlations, chosen);
  }
  const orders = ordersBySize(size);
  return Float64Array.from({ length: size }, (_, column) => {
    let sum = 0;
    for (let subset = 0; subset < explained.length; subset++) {
      if (subset & (1 << column)) continue;
      sum += (orders[bitCount(subset)] ?? 0) * ((explained[subset | (1 << column)] ?? 0) - (explained[subset] ?? 0));
    }
    return sum;
  });
}

/** |S|!·(p − 1 − |S|)! ÷ p! by the size of S: the share of orders in which exactly S comes before a column. */
function ordersBySize(size: number): Float64Array {
  const orders = new Float64Array(size);
  orders[0] = 1 / size;
  for (let count = 1; count < size; count++) orders[count] = ((orders[count - 1] ?? 0) * count) / (size - count);
  return orders;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

interface Draws {
  readonly seed: number;
  readonly samples?: number;
  readonly sharesOf: (correlations: Correlations) => Float64Array;
  readonly progress: Progress | undefined;
}

function drawnShares(
  outcome: Column,
  predictors: readonly Predictor[],
  { seed, samples = 1000, sharesOf, progress }: Draws,
): Float64Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: samples }, (_, index) => {
    checkpoint(progress, index / samples);
    const rows = drawnRows(random, outcome.length);
    const pick = (values: Column) => Float64Array.from(rows, (row) => values[row] ?? 0);
    return sharesOf(
      correlationsWith(
        pick(outcome),
        predictors.map(({ name, values }) => ({ name, values: pick(values) })),
      ),
    );
  });
}

function drawnRows(random: Random, n: number): Uint32Array {
  return new Uint32Array(n).map(() => random.below(n));
}

function percentiles(drawn: readonly Float64Array[], index: number, level: number): { low: number; high: number } {
  const ascending = Float64Array.from(drawn, (shares) => shares[index] ?? 0).sort();
  return { low: quantileOfSorted(ascending, (1 - level) / 2), high: quantileOfSorted(ascending, (1 + level) / 2) };
}
