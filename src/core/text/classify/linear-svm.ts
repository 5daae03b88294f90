import type { Progress } from '../../stats/progress.ts';
import type { SparseRows } from '../features/sparse-rows.ts';
import { addToLane, classLanes, scoreLane, scoreLanes } from './class-lanes.ts';
import type { LinearModel } from './linear-model.ts';
import { type ClassSides, fitOneAgainstRest, type LinearOptions, type SideCosts } from './one-against-rest.ts';
import { putAside, shuffleActive, type VisitingOrder, visitingOrder } from './visiting-order.ts';

/**
 * Which weights of features tell the classes of texts apart with the widest margin: L2-regularised squared hinge loss, one class against the rest, the constant
 * regularised like a weight, as LIBLINEAR and scikit-learn's LinearSVC. Cost 1, tolerance 0.01 (LIBLINEAR has 0.1, scikit-learn 0.0001) and at most 1,000
 * steps unless said. Its scores are no chances (see `fitChances`).
 * Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, A dual coordinate descent method for large-scale linear SVM, ICML.
 * @param labels the class of each row
 * @throws UserError for fewer than two classes, other than one label a row, and a cost or tolerance that is not above 0
 */
export function fitLinearSvm(rows: SparseRows, labels: readonly string[], options: LinearOptions = {}, progress?: Progress): LinearModel {
  const { cost = 1, classWeights = 'equal', tolerance = 0.01, mostSteps = 1000, seed = 1 } = options;
  const settled = { cost, classWeights, tolerance, mostSteps, seed };
  return fitOneAgainstRest('linear svm, one against the rest', widestMargins, rows, labels, settled, progress);
}

/** Where the steps stand. What is of a row and a class stands at row · lanes + lane. */
interface Descent {
  readonly lanes: number;
  readonly weights: Float32Array;
  readonly duals: Float64Array;
  readonly order: VisitingOrder;
  /** A bit for each class that still visits a row; the others have put it aside, as it lies well outside of their margin. */
  readonly visitors: Uint8Array;
  /** How many bits were taken out. */
  aside: number;
  /** Of each class the largest projected gradient of the former step, and the ends of this one. */
  readonly formerHigh: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** Scratch. */
  readonly scores: Float64Array;
}

function startDescent({ rows, costs }: ClassSides, lanes: number): Descent {
  return {
    lanes,
    weights: new Float32Array((rows.columns + 1) * lanes),
    duals: new Float64Array(rows.rows * lanes),
    order: visitingOrder(rows.rows),
    visitors: new Uint8Array(rows.rows).fill((1 << costs.length) - 1),
    aside: 0,
    formerHigh: new Float64Array(lanes).fill(Number.POSITIVE_INFINITY),
    high: new Float64Array(lanes),
    low: new Float64Array(lanes),
    scores: new Float64Array(lanes),
  };
}

/** Below so many visitors a row, reading it once for all of them gains nothing. */
const fewVisitors = 2.5;

/** Steps of all classes side by side while most visit most rows, then of each by itself, and so on until no row that was put aside comes back. */
function widestMargins(sides: ClassSides, lanes: number): Float32Array {
  const descent = startDescent(sides, lanes);
  const [classes, n] = [sides.costs.length, sides.rows.rows];
  for (let step = 1; step <= sides.mostSteps; step++) {
    shuffleActive(descent.order, sides.random);
    visitTogether(sides, descent);
    const ends = sides.costs.map((_, lane) => endStep(sides, descent, lane));
    const isDone = ends.every((end) => end);
    if (isDone && descent.aside === 0) break;
    const isSparse = classes * n - descent.aside < fewVisitors * descent.order.active;
    if (!isDone && isSparse)
      step += Math.max(...ends.map((end, lane) => (end ? 0 : visitApart(sides, descent, lane, sides.mostSteps - step))));
    if (isDone || isSparse) bringBack(descent, classes);
  }
  return descent.weights;
}

/** Sets the ends of a lane for a new step. */
function startStep({ high, low }: Descent, lane: number): void {
  high[lane] = Number.NEGATIVE_INFINITY;
  low[lane] = Number.POSITIVE_INFINITY;
}

/** Whether the largest violation of a lane is below the tolerance. */
function endStep({ tolerance }: ClassSides, { high, low, formerHigh }: Descent, lane: number): boolean {
  const [highest, lowest] = [high[lane] as number, low[lane] as number];
  const isDone = highest - lowest <= tolerance;
  formerHigh[lane] = highest > 0 && !isDone ? highest : Number.POSITIVE_INFINITY;
  return isDone;
}

function bringBack(descent: Descent, classes: number): void {
  descent.order.active = descent.visitors.length;
  descent.visitors.fill((1 << classes) - 1);
  descent.formerHigh.fill(Number.POSITIVE_INFINITY);
  descent.aside = 0;
}

/** Visits every row that is not put aside by all classes once. */
function visitTogether(sides: ClassSides, descent: Descent): void {
  const { order, visitors, lanes } = descent;
  for (let lane = 0; lane < lanes; lane++) startStep(descent, lane);
  let place = 0;
  while (place < order.active) {
    const row = order.rows[place] as number;
    visitLanes(sides, descent, row);
    if (visitors[row] === 0) putAside(order, place);
    else place++;
  }
}

function visitLanes(sides: ClassSides, descent: Descent, row: number): void {
  const { lanes, weights, visitors, scores } = descent;
  if (lanes === classLanes) scoreLanes(sides.rows, row, weights, scores);
  else scores[0] = scoreLane(sides.rows, row, weights, lanes, 0);
  let visiting = visitors[row] as number;
  for (let lane = 0; lane < lanes; lane++) {
    const bit = 1 << lane;
    if ((visiting & bit) === 0 || visit(sides, descent, row, lane, scores[lane] as number)) continue;
    visiting ^= bit;
    descent.aside++;
  }
  visitors[row] = visiting;
}

/** Steps of one class over the rows that it still visits; how many. */
function visitApart(sides: ClassSides, descent: Descent, lane: number, mostSteps: number): number {
  const { lanes, weights, visitors } = descent;
  const rows = Int32Array.from(visitors.keys()).filter((row) => ((visitors[row] as number) & (1 << lane)) !== 0);
  const order: VisitingOrder = { rows, active: rows.length };
  for (let step = 1; step <= mostSteps; step++) {
    shuffleActive(order, sides.random);
    startStep(descent, lane);
    let place = 0;
    while (place < order.active) {
      const row = order.rows[place] as number;
      if (visit(sides, descent, row, lane, scoreLane(sides.rows, row, weights, lanes, lane))) place++;
      else putAside(order, place);
    }
    if (endStep(sides, descent, lane)) return step;
  }
  return mostSteps;
}

/** Moves a dual to where it is best; false where the row is to be put aside. */
function visit(sides: ClassSides, descent: Descent, row: number, lane: number, score: number): boolean {
  const { lanes, weights, duals, formerHigh, high, low } = descent;
  const isOwn = sides.numbers[row] === sides.first + lane;
  const costs = sides.costs[lane] as SideCosts;
  // What the squared loss adds to the square of a row.
  const slack = 0.5 / (isOwn ? costs.positive : costs.negative);
  const dual = duals[row * lanes + lane] as number;
  const gradient = (isOwn ? score : -score) - 1 + dual * slack;
  if (dual === 0 && gradient > (formerHigh[lane] as number)) return false;
  const projected = dual === 0 && gradient > 0 ? 0 : gradient;
  if (projected > (high[lane] as number)) high[lane] = projected;
  if (projected < (low[lane] as number)) low[lane] = projected;
  if (Math.abs(projected) <= 1e-12) return true;
  const moved = Math.max(dual - gradient / ((sides.squares[row] as number) + slack), 0);
  duals[row * lanes + lane] = moved;
  addToLane(sides.rows, row, isOwn ? moved - dual : dual - moved, weights, lanes, lane);
  return true;
}
