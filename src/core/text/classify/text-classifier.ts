import type { Progress } from '../../stats/progress.ts';
import { fitTfIdf, type TfIdf, type TfIdfOptions, tfIdfRows } from '../features/tf-idf.ts';
import { fitComplementNaiveBayes } from './complement-naive-bayes.ts';
import { bestClasses, classScores, type LinearModel } from './linear-model.ts';
import { fitLinearSvm } from './linear-svm.ts';
import { chancesOf, fitLogisticClasses } from './logistic-classes.ts';
import type { LinearOptions } from './one-against-rest.ts';

export interface ClassifierOptions {
  /** Which runs are features, and their weights; unless said, 2 to 5 characters within words, sublinear, which does for any language with spaces. */
  readonly features?: TfIdfOptions;
  /** `svm` unless said. */
  readonly method?: 'svm' | 'logistic' | 'naive bayes';
  readonly fit?: LinearOptions;
}

/** A model and what it turns texts into numbers by. */
export interface TextClassifier {
  readonly tfIdf: TfIdf;
  readonly model: LinearModel;
}

/** A class that was told for a text. */
export interface ClassAnswer {
  readonly name: string;
  /** Score above that of the second class; of logistic models it is the difference in log chance. */
  readonly lead: number;
  /** Features of the text that were learned: with 0 the answer says nothing. */
  readonly known: number;
}

const wordParts: TfIdfOptions = { unit: 'character in word', shortest: 2, longest: 5, sublinear: true };

/** Features for texts without spaces between words, as Chinese: 1 to 3 characters in a row, sublinear. */
export const characterRuns: TfIdfOptions = { unit: 'character', shortest: 1, longest: 3, sublinear: true };

/**
 * Learns to tell classes of texts from texts whose class is known. How good it is says `crossValidate`, never the texts that it was learned from.
 * @throws UserError as `fitTfIdf` and the methods
 */
export function fitTextClassifier(
  texts: readonly string[],
  labels: readonly string[],
  { features = wordParts, method = 'svm', fit = {} }: ClassifierOptions = {},
  progress?: Progress,
): TextClassifier {
  const { tfIdf, rows } = fitTfIdf(texts, features, progress);
  switch (method) {
    case 'svm':
      return { tfIdf, model: fitLinearSvm(rows, labels, fit, progress) };
    case 'logistic':
      return { tfIdf, model: fitLogisticClasses(rows, labels, fit, progress) };
    case 'naive bayes':
      return { tfIdf, model: fitComplementNaiveBayes(rows, labels) };
  }
}

/** Scores of texts for each class, row by row. */
export function scoreTexts({ tfIdf, model }: TextClassifier, texts: readonly string[], progress?: Progress): Float64Array {
  return classScores(model, tfIdfRows(tfIdf, texts, progress));
}

/** The class of each text. */
export function classifyTexts(classifier: TextClassifier, texts: readonly string[], progress?: Progress): readonly ClassAnswer[] {
  const { classes } = classifier.model;
  const rows = tfIdfRows(classifier.tfIdf, texts, progress);
  const scores = classScores(classifier.model, rows);
  const size = classes.length;
  return Array.from(bestClasses(scores, size), (best, text) => ({
    name: classes[best] ?? '',
    lead: leadOf(scores.subarray(text * size, (text + 1) * size), best),
    known: (rows.starts[text + 1] ?? 0) - (rows.starts[text] ?? 0),
  }));
}

function leadOf(scores: Float64Array, best: number): number {
  let second = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) if (c !== best) second = Math.max(second, scores[c] ?? second);
  return (scores[best] ?? 0) - second;
}

/** Chances of each class of texts by a logistic model, row by row; of other methods see `fitChances`. */
export function logisticChances(classifier: TextClassifier, texts: readonly string[]): Float64Array {
  return chancesOf(scoreTexts(classifier, texts), classifier.model.classes.length);
}

/** The runs that speak most for each class: those of highest weight against the mean of the classes. */
export function tellingRuns(
  { tfIdf, model }: TextClassifier,
  most = 10,
): readonly { readonly name: string; readonly runs: readonly string[] }[] {
  const { classes, weights, features } = model;
  const size = classes.length;
  return classes.map((name, c) => {
    const leads = new Float64Array(features);
    for (let f = 0; f < features; f++) {
      let sum = 0;
      for (let other = 0; other < size; other++) sum += weights[f * size + other] ?? 0;
      leads[f] = (weights[f * size + c] ?? 0) - sum / size;
    }
    const best = Array.from(leads.keys()).sort((a, b) => (leads[b] ?? 0) - (leads[a] ?? 0));
    return { name, runs: best.slice(0, most).map((f) => tfIdf.names[f] ?? '') };
  });
}
