import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { checkStepSeparation } from './check-separation.ts';
import { weightedTriangle } from './cross-product.ts';
import type { GlmFamily, GlmRows } from './glm-family.ts';
import { checkIndependence, type RegressionData } from './regression-data.ts';
import { congruence, dot, invertUpper, solveTransposed, solveUpper } from './triangle.ts';
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
const shortStep = 1e-13;
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
  const scaled = standardised(data);
  const state = start(family, data, offset);
  let logLikelihood = family.evaluate(state.rows, 0, data.n);
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    checkpoint(progress, Math.min(0.9, iteration / 10));
    const triangle = weightedTriangle(scaled.columns, rowWeights(state.rows));
    if (iteration === 1) checkColumns(triangle, scaled.columns, data);
    const gradient = gradientOf(scaled.columns, state.rows);
    const step = solveUpper(triangle, solveTransposed(triangle, Float64Array.from(gradient)));
    const length = dot(gradient, step);
    logLikelihood = climb(family, scaled.columns, state, { step, from: logLikelihood });
    const isSuspicious = iteration >= suspiciousIterations || largest(state.rows.eta) > suspiciousEta;
    if (isSuspicious) checkStepSeparation(family, data, scaled.columns, step);
    if (length < shortStep) return { ...finished(scaled, state), logLikelihood, iterations: iteration, rows: state.rows };
  }
  throw cannotAnswer(`the fit did not come to an end in ${mostIterations} steps; leave out columns that say nearly the same`);
}

interface State {
  readonly rows: GlmRows;
  readonly estimates: Float64Array;
}

interface Scaled {
  readonly columns: readonly Float64Array[];
  readonly centres: Float64Array;
  readonly spreads: Float64Array;
  readonly hasIntercept: boolean;
}

/** Columns brought to mean 0 (beside an intercept) and spread 1, so that their product keeps its digits. */
function standardised({ columns, hasIntercept }: RegressionData): Scaled {
  const [centres, spreads] = [new Float64Array(columns.length), new Float64Array(columns.length).fill(1)];
  const scaled = columns.map((column, index) => {
    if (hasIntercept && index === 0) return column;
    const centre = hasIntercept ? column.reduce((sum, value) => sum + value, 0) / column.length : 0;
    let squares = 0;
    for (let row = 0; row < column.length; row++) squares += ((column[row] ?? 0) - centre) ** 2;
    const spread = Math.sqrt(squares / column.length) || 1;
    centres[index] = centre;
    spreads[index] = spread;
    const values = new Float64Array(column.length);
    for (let row = 0; row < values.length; row++) values[row] = ((column[row] ?? 0) - centre) / spread;
    return values;
  });
  return { columns: scaled, centres, spreads, hasIntercept };
}

/** Begins at the level of the outcomes, with no effect of any column. */
function start(family: GlmFamily, data: RegressionData, offset: Float64Array | null): State {
  const { n, outcome, weights, hasIntercept, columns } = data;
  const estimates = new Float64Array(columns.length);
  const eta = offset ? Float64Array.from(offset) : new Float64Array(n);
  if (hasIntercept) {
    const level = levelOf(family, data, eta);
    estimates[0] = level;
    for (let row = 0; row < n; row++) eta[row] = (eta[row] ?? 0) + level;
  }
  return { estimates, rows: { outcome, weights, eta, mean: new Float64Array(n), slope: new Float64Array(n) } };
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
function checkColumns(triangle: Float64Array, columns: readonly Float64Array[], data: RegressionData): void {
  const size = columns.length;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < size; index++) {
    let norm = 0;
    for (let row = 0; row <= index; row++) norm += (triangle[row * size + index] ?? 0) ** 2;
    least = Math.min(least, Math.abs(triangle[index * size + index] ?? 0) / Math.sqrt(norm));
  }
  if (!(least > 1e-2)) checkIndependence(triangularFactor(data.columns), size, data.names);
}

function gradientOf(columns: readonly Float64Array[], { outcome, mean, weights }: GlmRows): Float64Array {
  const residuals = new Float64Array(outcome.length);
  for (let row = 0; row < residuals.length; row++) residuals[row] = (weights?.[row] ?? 1) * ((outcome[row] ?? 0) - (mean[row] ?? 0));
  return Float64Array.from(columns, (column) => dot(column, residuals));
}

/** Moves by the step or, where that lowers the likelihood, by half of it, a quarter and so on; returns the new log-likelihood. */
function climb(
  family: GlmFamily,
  columns: readonly Float64Array[],
  { rows, estimates }: State,
  { step, from }: { readonly step: Float64Array; readonly from: number },
): number {
  const moves = new Float64Array(rows.eta.length);
  for (const [index, column] of columns.entries()) {
    const share = step[index] ?? 0;
    for (let row = 0; row < moves.length; row++) moves[row] = (moves[row] ?? 0) + share * (column[row] ?? 0);
  }
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
  for (let row = 0; row < values.length; row++) values[row] = (values[row] ?? 0) + share * (moves[row] ?? 0);
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) most = Math.max(most, Math.abs(values[row] ?? 0));
  return most;
}

/** Coefficients and covariance on the scale of the columns as given. */
function finished({ columns, centres, spreads, hasIntercept }: Scaled, { rows, estimates }: State) {
  const size = columns.length;
  const inverse = invertUpper(weightedTriangle(columns, rowWeights(rows)), size);
  const back = new Float64Array(size * size);
  for (let index = 0; index < size; index++) back[index * size + index] = 1 / (spreads[index] ?? 1);
  if (hasIntercept) for (let index = 1; index < size; index++) back[index] = -(centres[index] ?? 0) / (spreads[index] ?? 1);
  const given = Float64Array.from({ length: size }, (_, row) => dot(back.subarray(row * size, (row + 1) * size), estimates));
  return { estimates: given, covariance: congruence(back, size, congruence(inverse, size)) };
}
