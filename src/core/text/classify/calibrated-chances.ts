import { cannotAnswer } from '../../stats/column.ts';
import type { Progress } from '../../stats/progress.ts';
import { heldOutScores, type ValidationOptions } from './cross-validate.ts';
import { labelClasses } from './label-classes.ts';
import { fitTextClassifier, scoreTexts, type TextClassifier } from './text-classifier.ts';

/** A classifier whose scores were turned into chances. */
export interface CalibratedClassifier {
  readonly classifier: TextClassifier;
  /** Of each class: chance = 1 / (1 + exp(slope · score + constant)), before the chances of a text are made to add up to 1. */
  readonly curves: readonly { readonly slope: number; readonly constant: number }[];
  /** Texts whose held-out scores the curves were fitted to. */
  readonly n: number;
}

/**
 * Learns a classifier and, from scores of texts while they were held out, how likely each score means each class (Platt's scaling; of several classes each
 * against the rest, then divided by their sum). Whether the chances come true on other texts says `calibration`.
 * Platt 1999; Lin, Lin and Weng 2007, A note on Platt's probabilistic outputs for support vector machines, Machine Learning 68.
 * @throws UserError when a class has fewer texts than folds, and as `crossValidate`
 */
export function fitChances(
  texts: readonly string[],
  labels: readonly string[],
  options: ValidationOptions = {},
  progress?: Progress,
): CalibratedClassifier {
  const { folds = 5 } = options;
  const { classes, numbers } = labelClasses(labels, texts.length);
  const counts = classes.map((_, c) => numbers.reduce((sum, number) => sum + (number === c ? 1 : 0), 0));
  const small = counts.findIndex((count) => count < folds);
  if (small >= 0)
    throw cannotAnswer(`"${classes[small]}" has ${counts[small]} texts; chances by ${folds} folds need at least ${folds} of each class`);
  const scores = heldOutScores(texts, labels, classes, options, progress);
  const curves = classes.map((_, c) => {
    const own = Float64Array.from(numbers, (_, row) => scores[row * classes.length + c] ?? 0);
    return plattCurve(
      own,
      Uint8Array.from(numbers, (number) => (number === c ? 1 : 0)),
    );
  });
  return { classifier: fitTextClassifier(texts, labels, options, progress), curves, n: texts.length };
}

/** Chances of each class of texts, row by row; those of a text add up to 1. */
export function chancesOfTexts({ classifier, curves }: CalibratedClassifier, texts: readonly string[]): Float64Array {
  const scores = scoreTexts(classifier, texts);
  const size = curves.length;
  for (let from = 0; from < scores.length; from += size) {
    let sum = 0;
    for (const [c, { slope, constant }] of curves.entries()) {
      const chance = 1 / (1 + Math.exp(slope * (scores[from + c] ?? 0) + constant));
      scores[from + c] = chance;
      sum += chance;
    }
    for (let c = 0; c < size; c++) scores[from + c] = sum > 0 ? (scores[from + c] ?? 0) / sum : 1 / size;
  }
  return scores;
}

/** Newton's method with halved steps on the likelihood with targets drawn in from 0 and 1, as Lin, Lin and Weng give it. */
function plattCurve(scores: Float64Array, isOwn: Uint8Array): { readonly slope: number; readonly constant: number } {
  const own = isOwn.reduce((sum, each) => sum + each, 0);
  const others = scores.length - own;
  const targets = Float64Array.from(isOwn, (each) => (each === 1 ? (own + 1) / (own + 2) : 1 / (others + 2)));
  let curve = { slope: 0, constant: Math.log((others + 1) / (own + 1)) };
  let loss = plattLoss(scores, targets, curve);
  for (let step = 0; step < 100; step++) {
    const move = plattStep(scores, targets, curve);
    if (move === null) break;
    let share = 1;
    let next = curve;
    let nextLoss = loss;
    for (; share > 1e-10; share /= 2) {
      next = { slope: curve.slope + share * move.slope, constant: curve.constant + share * move.constant };
      nextLoss = plattLoss(scores, targets, next);
      if (nextLoss < loss + 1e-4 * share * move.decline) break;
    }
    if (share <= 1e-10) break;
    [curve, loss] = [next, nextLoss];
  }
  return curve;
}

interface Curve {
  readonly slope: number;
  readonly constant: number;
}

function plattLoss(scores: Float64Array, targets: Float64Array, { slope, constant }: Curve): number {
  let loss = 0;
  for (let row = 0; row < scores.length; row++) {
    const at = slope * (scores[row] ?? 0) + constant;
    const target = targets[row] ?? 0;
    loss += at >= 0 ? target * at + Math.log1p(Math.exp(-at)) : (target - 1) * at + Math.log1p(Math.exp(at));
  }
  return loss;
}

/** Null where the slope is flat. */
function plattStep(scores: Float64Array, targets: Float64Array, { slope, constant }: Curve): (Curve & { readonly decline: number }) | null {
  let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    const chance = 1 / (1 + Math.exp(slope * score + constant));
    const bend = chance * (1 - chance);
    const miss = (targets[row] ?? 0) - chance;
    h11 += score * score * bend;
    h22 += bend;
    h21 += score * bend;
    g1 += score * miss;
    g2 += miss;
  }
  if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) return null;
  const determinant = h11 * h22 - h21 * h21;
  const moved = { slope: -(h22 * g1 - h21 * g2) / determinant, constant: -(h11 * g2 - h21 * g1) / determinant };
  return { ...moved, decline: g1 * moved.slope + g2 * moved.constant };
}
