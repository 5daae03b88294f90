import { type Column, cannotAnswer } from '../column.ts';
import { meanOf } from '../descriptive/moments.ts';
import { dot } from '../dot.ts';
import { crossProduct } from './cross-product.ts';
import { interceptName, type Predictor, regressionData } from './regression-data.ts';

/** Columns at mean 0 and spread 1 (divisor n) and the outcome at mean 0, as products: all that a penalised fit reads. */
export interface PenaltyScale {
  readonly names: readonly string[];
  readonly n: number;
  /** Correlations of the columns, whole, row by row. */
  readonly among: Float64Array;
  /** Covariances of scaled columns and outcome. */
  readonly withOutcome: Float64Array;
  /** Variance of the outcome, divisor n. */
  readonly variance: number;
  readonly level: number;
  readonly centres: Float64Array;
  readonly spreads: Float64Array;
}

/** An effect that is drawn to 0 on purpose: it has a bias and so no honest error. */
export interface PenalisedCoefficient {
  readonly name: string;
  readonly estimate: number;
}

/**
 * Checks and scales what a penalised fit reads; more columns than rows are allowed.
 * @throws UserError as `regressionData`, for no column, fewer than 3 rows, an outcome that does not vary, and spreads whose square no number holds
 */
export function penaltyScale(outcome: Column, predictors: readonly Predictor[]): PenaltyScale {
  if (predictors.length === 0) throw cannotAnswer('there is no column to explain by');
  const data = regressionData(outcome, predictors, { leastRows: 3 });
  const given = data.columns.slice(1);
  const centres = Float64Array.from(given, meanOf);
  const moved = given.map((column, index) => column.map((value) => value - (centres[index] ?? 0)));
  const spreads = Float64Array.from(moved, (column) => Math.sqrt(dot(column, column) / data.n));
  const odd = spreads.findIndex((spread) => !isSquarable(spread));
  if (odd >= 0)
    throw cannotAnswer(`"${data.names[odd + 1]}" varies by ${spreads[odd]}, too little or too much to square; give it in another unit`);
  const columns = moved.map((column, index) => column.map((value) => value / (spreads[index] ?? 1)));
  const level = meanOf(data.outcome);
  const rest = data.outcome.map((value) => value - level);
  const variance = dot(rest, rest) / data.n;
  if (!(variance > 1e-28 * level * level)) throw cannotAnswer('the outcome is the same in every row, so there is nothing to explain');
  if (!isSquarable(Math.sqrt(variance))) throw cannotAnswer('the outcome varies too little or too much to square; give it in another unit');
  return {
    names: data.names.slice(1),
    n: data.n,
    among: whole(
      crossProduct({ columns, centres: new Float64Array(columns.length), scales: new Float64Array(columns.length).fill(1) }, null),
      columns.length,
    ).map((value) => value / data.n),
    withOutcome: Float64Array.from(columns, (column) => dot(column, rest) / data.n),
    variance,
    level,
    centres,
    spreads,
  };
}

/** Whether the square of a spread is a number of full precision. */
function isSquarable(spread: number): boolean {
  return spread > 1e-150 && spread < 1e150;
}

/** Effects on the scale of the columns as given, the intercept first. */
export function unscaled({ names, level, centres, spreads }: PenaltyScale, effects: Float64Array): PenalisedCoefficient[] {
  const estimates = effects.map((effect, index) => effect / (spreads[index] ?? 1));
  return [
    { name: interceptName, estimate: level - dot(estimates, centres) },
    ...names.map((name, index) => ({ name, estimate: estimates[index] ?? 0 })),
  ];
}

function whole(lower: Float64Array, size: number): Float64Array {
  return lower.map((_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return lower[Math.max(row, column) * size + Math.min(row, column)] ?? 0;
  });
}
