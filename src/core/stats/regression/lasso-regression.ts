import { type Column, cannotAnswer } from '../column.ts';
import { dot } from '../dot.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { seededRandom } from '../random.ts';
import { type PenalisedCoefficient, type PenaltyScale, penaltyScale, unscaled } from './penalty-scale.ts';
import type { Predictor } from './regression-data.ts';
import { checkPenalty } from './ridge-regression.ts';

export interface LassoFit {
  readonly n: number;
  readonly penalty: number;
  /** Columns that the penalty leaves out are 0. */
  readonly coefficients: readonly PenalisedCoefficient[];
  readonly chosenColumns: number;
  readonly rSquared: number;
}

export interface LassoOptions {
  /** By default 100 from the least that leaves every column out down to a thousandth of it (a hundredth where there are more columns than rows). */
  readonly penalties?: readonly number[];
  /** 1 is the lasso; below, that share of the penalty is on |β| and the rest on β² ÷ 2 (elastic net). Above 0. */
  readonly mix?: number;
  readonly progress?: Progress;
}

/**
 * Linear fits that leave columns out: minimises RSS ÷ 2n + penalty · (mix·Σ|β| + (1 − mix)·Σβ² ÷ 2) over columns brought to spread 1 (divisor n) by
 * coordinate descent, each penalty beginning at the fit of the last. The objective of scikit-learn's Lasso on such columns. Tibshirani 1996; Friedman,
 * Hastie and Tibshirani, Journal of Statistical Software 33, 2010. Which of several related columns stays can be chance.
 * @returns a fit for each penalty, the largest first
 * @throws UserError as `penaltyScale`, and for penalties or a mix out of range
 */
export function lassoRegression(outcome: Column, predictors: readonly Predictor[], options: LassoOptions = {}): LassoFit[] {
  const { mix = 1, progress } = options;
  if (!(mix > 0 && mix <= 1)) throw cannotAnswer(`a mix of ${mix} is not allowed; give a share above 0 and up to 1`);
  for (const penalty of options.penalties ?? []) checkPenalty(penalty);
  const scale = penaltyScale(outcome, predictors);
  const penalties = options.penalties?.toSorted((a, b) => b - a) ?? penaltyPath(scale, mix);
  const effects = new Float64Array(scale.names.length);
  return penalties.map((penalty, index) => {
    checkpoint(progress, index / penalties.length);
    descend(scale, effects, penalty * mix, penalty * (1 - mix));
    const left = dot(effects, productOf(scale, effects)) - 2 * dot(effects, scale.withOutcome);
    const chosenColumns = effects.reduce((count, effect) => count + (effect === 0 ? 0 : 1), 0);
    return { n: scale.n, penalty, coefficients: unscaled(scale, effects), chosenColumns, rSquared: -left / scale.variance };
  });
}

function penaltyPath({ withOutcome, n }: PenaltyScale, mix: number): number[] {
  const largest = withOutcome.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / mix;
  const share = withOutcome.length < n ? 1e-3 : 1e-2;
  return Array.from({ length: 100 }, (_, index) => largest * share ** (index / 99));
}

const mostSweeps = 10_000;

/** Turns one effect at a time to its best until none moves; `pulls` are the covariances of columns and residuals. */
function descend(scale: PenaltyScale, effects: Float64Array, absolute: number, square: number): void {
  const size = effects.length;
  const fitted = productOf(scale, effects);
  const pulls = scale.withOutcome.map((value, index) => value - (fitted[index] ?? 0));
  const enough = 1e-12 * Math.sqrt(scale.variance);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let longest = 0;
    for (let column = 0; column < size; column++) longest = Math.max(longest, Math.abs(turn(column)));
    if (longest < enough) return;
  }

  /** Moves one effect; returns by how much. */
  function turn(column: number): number {
    const before = effects[column] ?? 0;
    const pull = (pulls[column] ?? 0) + before;
    const after = (Math.sign(pull) * Math.max(0, Math.abs(pull) - absolute)) / (1 + square);
    const move = after - before;
    if (move === 0) return 0;
    effects[column] = after;
    for (let other = 0; other < size; other++) pulls[other] = (pulls[other] ?? 0) - move * (scale.among[column * size + other] ?? 0);
    return move;
  }
}

function productOf({ among }: PenaltyScale, effects: Float64Array): Float64Array {
  const size = effects.length;
  return effects.map((_, row) => dot(among.subarray(row * size, (row + 1) * size), effects));
}

export interface CrossValidation {
  readonly penalty: number;
  /** Mean squared error on rows that were held out, and its standard error over folds. */
  readonly error: number;
  readonly standardError: number;
}

/**
 * How well each penalty of a lasso foretells rows that it did not see: K folds drawn by `seed`.
 * @returns an entry for each penalty, the largest first; take the smallest error or, for fewer columns, the largest penalty within one standard error of it
 * @throws UserError as `lassoRegression`, and for fewer than 2 folds or more folds than rows
 */
export function crossValidateLasso(
  outcome: Column,
  predictors: readonly Predictor[],
  options: LassoOptions & { readonly seed: number; readonly folds?: number },
): CrossValidation[] {
  const { seed, folds = 10, mix = 1 } = options;
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= outcome.length))
    throw cannotAnswer(`${folds} folds of ${outcome.length} rows; give 2 or more, and no more than rows`);
  const penalties = (options.penalties ?? penaltyPath(penaltyScale(outcome, predictors), mix)).toSorted((a, b) => b - a);
  const fold = drawFolds(outcome.length, folds, seed);
  const errors = Array.from({ length: folds }, (_, held) =>
    heldOutErrors(outcome, predictors, { ...options, penalties }, (row) => fold[row] === held),
  );
  return penalties.map((penalty, index) => {
    const each = errors.map((ofFold) => ofFold[index] ?? 0);
    const error = each.reduce((sum, value) => sum + value, 0) / folds;
    const variance = each.reduce((sum, value) => sum + (value - error) ** 2, 0) / (folds - 1);
    return { penalty, error, standardError: Math.sqrt(variance / folds) };
  });
}

/** A fold for each row; folds differ by one row at most. */
function drawFolds(n: number, folds: number, seed: number): Uint32Array {
  const random = seededRandom(seed);
  const fold = Uint32Array.from({ length: n }, (_, row) => row % folds);
  for (let row = n - 1; row > 0; row--) {
    const other = random.below(row + 1);
    [fold[row], fold[other]] = [fold[other] ?? 0, fold[row] ?? 0];
  }
  return fold;
}

function heldOutErrors(
  outcome: Column,
  predictors: readonly Predictor[],
  options: LassoOptions,
  isHeld: (row: number) => boolean,
): number[] {
  const rows = Uint32Array.from({ length: outcome.length }, (_, row) => row);
  const [held, rest] = [rows.filter(isHeld), rows.filter((row) => !isHeld(row))];
  const pick = (values: Column) => Float64Array.from(rest, (row) => values[row] ?? 0);
  const fits = lassoRegression(
    pick(outcome),
    predictors.map(({ name, values }) => ({ name, values: pick(values) })),
    options,
  );
  return fits.map(({ coefficients }) => {
    let sum = 0;
    for (const row of held) {
      const foretold = predictors.reduce(
        (total, { values }, index) => total + (coefficients[index + 1]?.estimate ?? 0) * (values[row] ?? 0),
        coefficients[0]?.estimate ?? 0,
      );
      sum += ((outcome[row] ?? 0) - foretold) ** 2;
    }
    return sum / held.length;
  });
}
