import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { type SegmentCost, type SegmentModel, segmentCosts } from './segment-cost.ts';

export interface ChangePointOptions {
  readonly model?: SegmentModel;
  /** What one more change must gain in −2 log likelihood: `bic`, (parameters of a stretch + 1) × ln n, is the default; `aic` is 2 × (parameters + 1); or a number. */
  readonly penalty?: 'bic' | 'aic' | number;
  /** Fewest values of a stretch; 1, or 5 for `mean-variance`. */
  readonly leastLength?: number;
  /** Of one value, for the model `mean`; estimated from the differences of neighbours where left out. */
  readonly variance?: number;
  readonly progress?: Progress;
}

/** A stretch of a series between two changes. */
export interface Segment {
  /** Position of its first value, and of the first after it. */
  readonly from: number;
  readonly until: number;
  readonly mean: number;
  /** Divisor n − 1; null for one value. */
  readonly standardDeviation: number | null;
}

/** A series cut where it changes. */
export interface Segmentation {
  readonly model: SegmentModel;
  readonly penalty: number;
  /** Positions of the first value after each change. */
  readonly changes: readonly number[];
  readonly segments: readonly Segment[];
  /** −2 log likelihood, less constants, with the penalties of the changes. */
  readonly cost: number;
  readonly n: number;
}

/**
 * Where does a series change, and how often? The exact best cut, by pruned dynamic programming (PELT): Killick, Fearnhead and Eckley 2012. It takes values as
 * independent about their level: take the season out first, and where neighbours resemble each other ask for a larger penalty. It tells no error of the
 * places; for one change with its interval see `changePoint`.
 * @throws UserError for fewer than two stretches' worth of values, values that are not finite, and numbers that cannot be
 */
export function changePoints(values: Column, options: ChangePointOptions = {}): Segmentation {
  const { model = 'mean', progress } = options;
  checkColumn(values, 'values', 2);
  const { cost, parameters, least, usualLeast } = segmentCosts(values, model, options.variance);
  const leastLength = options.leastLength ?? usualLeast;
  if (!Number.isSafeInteger(leastLength) || leastLength < least)
    throw cannotAnswer(`the fewest values of a stretch are a whole number from ${least} on with "${model}", not ${leastLength}`);
  if (values.length < 2 * leastLength) throw cannotAnswer(`${values.length} values are too few for two stretches of ${leastLength}`);
  const penalty = penaltyOf(options.penalty ?? 'bic', parameters, values.length);
  const found = bestCut(values.length, cost, penalty, leastLength, progress);
  const bounds = [0, ...found.changes, values.length];
  return {
    model,
    penalty,
    changes: found.changes,
    segments: bounds.slice(1).map((until, index) => segmentOf(values, bounds[index] ?? 0, until)),
    cost: found.cost,
    n: values.length,
  };
}

function penaltyOf(penalty: 'bic' | 'aic' | number, parameters: number, n: number): number {
  if (penalty === 'bic') return (parameters + 1) * Math.log(n);
  if (penalty === 'aic') return 2 * (parameters + 1);
  if (!(penalty >= 0) || penalty === Number.POSITIVE_INFINITY) throw cannotAnswer(`a penalty is a number from 0 on, not ${penalty}`);
  return penalty;
}

/** The best costs of all beginnings of a series, and where their last stretch starts. */
interface Cuts {
  readonly best: Float64Array;
  readonly cameFrom: Int32Array;
  /** Starts that may still be the best of a later end, the first `kept` of them. */
  readonly candidates: Int32Array;
  kept: number;
  /** The cost of each candidate as the last start, without the penalty. */
  readonly costs: Float64Array;
  /** The end from which a start is no longer asked: its rival is too near for the `least` − 1 ends after it is beaten. */
  readonly goneFrom: Int32Array;
}

function bestCut(n: number, cost: SegmentCost, penalty: number, least: number, progress?: Progress) {
  const cuts: Cuts = {
    best: new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY),
    cameFrom: new Int32Array(n + 1),
    candidates: new Int32Array(n + 1),
    kept: 0,
    costs: new Float64Array(n + 1),
    goneFrom: new Int32Array(n + 1).fill(n + 1),
  };
  cuts.best[0] = -penalty;
  for (let end = least; end <= n; end++) {
    if (end % 4096 === 0) checkpoint(progress, end / n);
    if (Number.isFinite(cuts.best[end - least])) cuts.candidates[cuts.kept++] = end - least;
    takeBestStart(cuts, end, cost, penalty);
    pruneStarts(cuts, end, least);
  }
  const changes: number[] = [];
  for (let end = cuts.cameFrom[n] ?? 0; end > 0; end = cuts.cameFrom[end] ?? 0) changes.unshift(end);
  return { changes, cost: cuts.best[n] ?? 0 };
}

function takeBestStart(cuts: Cuts, end: number, cost: SegmentCost, penalty: number): void {
  const { best, cameFrom, candidates, costs, goneFrom } = cuts;
  let [left, lowest, from] = [0, Number.POSITIVE_INFINITY, 0];
  for (let c = 0; c < cuts.kept; c++) {
    const start = candidates[c] ?? 0;
    if ((goneFrom[start] ?? 0) <= end) continue;
    const whole = (best[start] ?? 0) + cost(start, end);
    candidates[left] = start;
    costs[left++] = whole;
    if (whole < lowest) [lowest, from] = [whole, start];
  }
  best[end] = lowest + penalty;
  cameFrom[end] = from;
  cuts.kept = left;
}

function pruneStarts({ best, candidates, costs, kept, goneFrom }: Cuts, end: number, least: number): void {
  const limit = best[end] ?? 0;
  for (let c = 0; c < kept; c++) {
    const start = candidates[c] ?? 0;
    if ((costs[c] ?? 0) > limit && (goneFrom[start] ?? 0) > end + least) goneFrom[start] = end + least;
  }
}

function segmentOf(values: Column, from: number, until: number): Segment {
  let [mean, squares] = [0, 0];
  for (let i = from; i < until; i++) {
    const step = (values[i] ?? 0) - mean;
    mean += step / (i - from + 1);
    squares += step * ((values[i] ?? 0) - mean);
  }
  return { from, until, mean, standardDeviation: until - from > 1 ? Math.sqrt(squares / (until - from - 1)) : null };
}
