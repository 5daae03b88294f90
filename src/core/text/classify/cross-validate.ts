import { checkpoint, type Progress } from '../../stats/progress.ts';
import { type Confusion, confusion } from './confusion.ts';
import { stratifiedFolds } from './stratified-folds.ts';
import { type ClassifierOptions, classifyTexts, fitTextClassifier, scoreTexts } from './text-classifier.ts';

export interface ValidationOptions extends ClassifierOptions {
  /** 5 unless said. */
  readonly folds?: number;
  /** Of the folds. 1 unless said. */
  readonly seed?: number;
}

/** How a classifier does on texts that it did not learn from. */
export interface Validation extends Confusion {
  readonly folds: number;
  /** The class that was said of each text while it was held out. */
  readonly answers: readonly string[];
  /** Classes with fewer texts than two: they are never told, as whenever their text is asked for none was learned from. */
  readonly neverLearned: readonly string[];
}

/**
 * How often a classifier is right on texts that it has not seen: learns from all folds but one, answers that one, in turn; words and weights are learned
 * anew each time from the texts learned from only. The interval takes the answers as independent, which those of one fold are not quite (Bengio and Grandvalet
 * 2004, No unbiased estimator of the variance of k-fold cross-validation, JMLR 5); the p-value
 * of kappa takes their variance larger for it (Nadeau and Bengio 2003, Inference for the generalization error). It says nothing of texts of another kind or time.
 * @throws UserError as `stratifiedFolds`, and when a fold leaves only one class to learn from
 */
export function crossValidate(
  texts: readonly string[],
  labels: readonly string[],
  options: ValidationOptions = {},
  progress?: Progress,
): Validation {
  const { folds = 5, seed = 1 } = options;
  const answers = labels.map(() => '');
  for (const fold of heldOut(labels, folds, seed)) {
    checkpoint(progress, fold.number / folds);
    const learned = fitTextClassifier(picked(texts, fold.others), picked(labels, fold.others), options);
    for (const [place, { name }] of classifyTexts(learned, picked(texts, fold.held)).entries()) answers[fold.held[place] ?? 0] = name;
  }
  const scores = confusion(labels, answers, 1 + folds / (folds - 1));
  return { ...scores, folds, answers, neverLearned: scores.byClass.filter(({ n }) => n === 1).map(({ name }) => name) };
}

/** Scores of each text for each of the classes, row by row, each by a classifier that did not learn from it. A class that it did not know has −∞. */
export function heldOutScores(
  texts: readonly string[],
  labels: readonly string[],
  classes: readonly string[],
  options: ValidationOptions = {},
  progress?: Progress,
): Float64Array {
  const { folds = 5, seed = 1 } = options;
  const scores = new Float64Array(texts.length * classes.length).fill(Number.NEGATIVE_INFINITY);
  for (const fold of heldOut(labels, folds, seed)) {
    checkpoint(progress, fold.number / folds);
    const learned = fitTextClassifier(picked(texts, fold.others), picked(labels, fold.others), options);
    const known = learned.model.classes.map((name) => classes.indexOf(name));
    const found = scoreTexts(learned, picked(texts, fold.held));
    for (const [place, row] of fold.held.entries())
      for (const [c, column] of known.entries()) scores[row * classes.length + column] = found[place * known.length + c] ?? 0;
  }
  return scores;
}

interface Fold {
  readonly number: number;
  readonly held: readonly number[];
  readonly others: readonly number[];
}

function heldOut(labels: readonly string[], folds: number, seed: number): readonly Fold[] {
  const dealt = stratifiedFolds(labels, folds, seed);
  const rows = [...dealt.keys()];
  return Array.from({ length: folds }, (_, number) => ({
    number,
    held: rows.filter((row) => dealt[row] === number),
    others: rows.filter((row) => dealt[row] !== number),
  })).filter(({ held }) => held.length > 0);
}

function picked<T>(values: readonly T[], rows: readonly number[]): T[] {
  return rows.flatMap((row) => {
    const value = values[row];
    return value === undefined ? [] : [value];
  });
}
