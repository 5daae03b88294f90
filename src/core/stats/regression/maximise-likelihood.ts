import { UserError } from '../../model/user-error.ts';
import { cannotAnswer } from '../column.ts';
import { dot } from '../dot.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { checkStepSeparation } from './check-separation.ts';
import { weightedTriangle } from './cross-product.ts';
import type { GlmFamily, GlmRows } from './glm-family.ts';
import { checkIndependence, type RegressionData } from './regression-data.ts';
import { movesAlong, productsWith, type StandardisedColumns, someRows, standardiseColumns } from './standardised-columns.ts';
import { congruence, invertUpper, solveTransposed, solveUpper } from './triangle.ts';
import { triangularFactor } from './triangular-factor.ts';

export interface LikelihoodMaximum {
  readonly estimates: Float64Array;
  readonly covariance: Float64Array;
  /** Without the terms that no coefficient changes. */
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly rows: GlmRows;
}

const mostIterations = 60;
/** A step whose squared length in standard errors is below this is the last one: the next would be its square. */
const shortStep = 1e-12;
/** A last step of such a length for each row changes nothing that can be seen of the covariance either. */
const invisibleStep = 1e-20;
/** After a step of such a length for each row the curvature is what it was but for a thousandth of a percent: the next step takes it as it is. */
const slightStep = 1e-9;
/** Beyond this a linear predictor is looked at for separation: odds of 3 million to one. */
const suspiciousEta = 15;
const suspiciousIterations = 12;

/**
 * Fits coefficients by iteratively reweighted least squares: Newton's steps on standardised columns, each halved while the likelihood falls.
 * @throws UserError for collinear columns, separation and where steps do not come to an end
 */
export function maximiseLikelihood(
  family: GlmFamily,
  data: RegressionData,
  offset: Float64Array | null,
  progress: Progress | undefined,
): LikelihoodMaximum {
  const scaled = standardiseColumns(data.columns, data.hasIntercept);
  const state = start(family, data, offset, scaled);
  const moves = new Float64Array(data.n);
  let logLikelihood = family.evaluate(state.rows, 0, data.n);
  let triangle = weightedTriangle(scaled, rowWeights(state.rows));
  checkColumns(triangle, data);
  let former = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    checkpoint(progress, Math.min(0.9, iteration / 10));
    const isBent = iteration > 1 && former >= slightStep * data.n;
    if (isBent) triangle = weightedTriangle(scaled, rowWeights(state.rows));
    const gradient = gradientOf(scaled, state.rows);
    const step = solveUpper(triangle, solveTransposed(triangle, Float64Array.from(gradient)));
    const length = dot(gradient, step);
    movesAlong(scaled, step, moves);
    logLikelihood = climb(family, state, { step, moves, from: logLikelihood });
    const isSuspicious = iteration >= suspiciousIterations || largest(state.rows.eta) > suspiciousEta;
    if (isSuspicious) checkStepSeparation(family, data, moves, step);
    former = length;
    if (length >= shortStep) continue;
    const isLast = isBent && length < invisibleStep * data.n;
    const last = isLast ? triangle : weightedTriangle(scaled, rowWeights(state.rows));
    return { ...finished(scaled, data.hasIntercept, last, state), logLikelihood, iterations: iteration, rows: state.rows };
  }
  throw cannotAnswer(`the fit did not come to an end in ${mostIterations} steps; leave out columns that say nearly the same`);
}

interface State {
  readonly rows: GlmRows;
  readonly estimates: Float64Array;
}

const manyRows = 50_000;
const strideOfGuess = 16;

/** Begins at the level of the outcomes, with no effect of any column; with many rows at the fit of some of them, which saves half of the steps. */
function start(family: GlmFamily, data: RegressionData, offset: Float64Array | null, scaled: StandardisedColumns): State {
  const { n, outcome, weights, hasIntercept, columns } = data;
  const eta = offset ? Float64Array.from(offset) : new Float64Array(n);
  const estimates = (n < manyRows ? null : guess(family, data, offset, scaled)) ?? new Float64Array(columns.length);
  const isGuessed = estimates.some((each) => each !== 0);
  if (hasIntercept && !isGuessed) estimates[0] = levelOf(family, data, eta);
  const moves = new Float64Array(n);
  movesAlong(scaled, estimates, moves);
  addTo(eta, moves, 1);
  return { estimates, rows: { outcome, weights, eta, mean: new Float64Array(n), slope: new Float64Array(n) } };
}

/** Coefficients of the standardised columns by each sixteenth row; null where those rows alone tell none. */
function guess(
  family: GlmFamily,
  data: RegressionData,
  offset: Float64Array | null,
  scaled: StandardisedColumns,
): Float64Array<ArrayBuffer> | null {
  const columns = someRows(scaled, strideOfGuess);
  const some = { ...data, outcome: thinned(data.outcome), columns, weights: data.weights && thinned(data.weights) };
  try {
    const found = maximiseLikelihood(family, { ...some, n: some.outcome.length }, offset && thinned(offset), undefined);
    return Float64Array.from(found.estimates);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function thinned(values: Float64Array): Float64Array {
  return Float64Array.from({ length: Math.ceil(values.length / strideOfGuess) }, (_, row) => values[row * strideOfGuess] as number);
}

function levelOf(family: GlmFamily, { outcome, weights }: RegressionData, offset: Float64Array): number {
  let [sum, total] = [0, 0];
  for (let row = 0; row < outcome.length; row++) {
    const weight = weights?.[row] ?? 1;
    sum += weight * (outcome[row] ?? 0);
    total += weight * (family.name === 'poisson' ? Math.exp(offset[row] ?? 0) : 1);
  }
  return family.link(sum / total);
}

function rowWeights({ slope, weights }: GlmRows): Float64Array {
  return weights ? slope.map((value, row) => value * (weights[row] ?? 0)) : slope;
}

/** Weights of the first step are all above zero, so that a product that loses no rank here has none to lose. */
function checkColumns(triangle: Float64Array, data: RegressionData): void {
  const size = data.columns.length;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < size; index++) {
    let norm = 0;
    for (let row = 0; row <= index; row++) norm += (triangle[row * size + index] ?? 0) ** 2;
    least = Math.min(least, Math.abs(triangle[index * size + index] ?? 0) / Math.sqrt(norm));
  }
  if (!(least > 1e-2)) checkIndependence(triangularFactor(data.columns), size, data.names);
}

function gradientOf(scaled: StandardisedColumns, { outcome, mean, weights }: GlmRows): Float64Array {
  return productsWith(scaled, (values, from, until) => {
    for (let row = from; row < until; row++) values[row - from] = (outcome[row] as number) - (mean[row] as number);
    if (weights) for (let row = from; row < until; row++) values[row - from] = (values[row - from] as number) * (weights[row] as number);
  });
}

interface Climb {
  readonly step: Float64Array;
  /** Of the rows along the step. */
  readonly moves: Float64Array;
  /** The log-likelihood before it. */
  readonly from: number;
}

/** Moves by the step or, where that lowers the likelihood, by half of it, a quarter and so on; returns the new log-likelihood. */
function climb(family: GlmFamily, { rows, estimates }: State, { step, moves, from }: Climb): number {
  addTo(rows.eta, moves, 1);
  let taken = 1;
  let reached = family.evaluate(rows, 0, moves.length);
  const rounding = 1e-10 * Math.abs(from) + 1e-10;
  while (!(reached >= from - rounding) && taken > 1e-6) {
    taken /= 2;
    addTo(rows.eta, moves, -taken);
    reached = family.evaluate(rows, 0, moves.length);
  }
  addTo(estimates, step, taken);
  return reached;
}

function addTo(values: Float64Array, moves: Float64Array, share: number): void {
  for (let row = 0; row < values.length; row++) values[row] = (values[row] as number) + share * (moves[row] as number);
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) most = Math.max(most, Math.abs(values[row] as number));
  return most;
}

/** Coefficients and covariance on the scale of the columns as given. */
function finished({ centres, scales }: StandardisedColumns, hasIntercept: boolean, triangle: Float64Array, { estimates }: State) {
  const size = scales.length;
  const inverse = invertUpper(triangle, size);
  const back = new Float64Array(size * size);
  for (let index = 0; index < size; index++) back[index * size + index] = scales[index] ?? 1;
  if (hasIntercept) for (let index = 1; index < size; index++) back[index] = -(centres[index] ?? 0) * (scales[index] ?? 1);
  const given = Float64Array.from({ length: size }, (_, row) => dot(back.subarray(row * size, (row + 1) * size), estimates));
  return { estimates: given, covariance: congruence(back, size, congruence(inverse, size)) };
}
