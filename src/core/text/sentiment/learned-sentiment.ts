import type { Progress } from '../../stats/progress.ts';
import { type Confusion, confusion } from '../classify/confusion.ts';
import { crossValidate, type Validation } from '../classify/cross-validate.ts';
import {
  type ClassifierOptions,
  characterRuns,
  classifyTexts,
  fitTextClassifier,
  type TextClassifier,
} from '../classify/text-classifier.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { lexiconLanguages, lexiconSentiment, type Sentiment } from './lexicon-sentiment.ts';

/** A comment, and what its score says where it has one. */
export interface ScoredComment {
  readonly text: string;
  /** Null without a score. */
  readonly label: Sentiment | null;
}

/** What sentiment of texts is told by, and how good that is. */
export interface SentimentModel {
  /** `learned` from the comments' own scores, or by the word lists. */
  readonly method: 'learned' | 'lexicon';
  /** Why this one. */
  readonly because: 'better than the lists' | 'too few comments' | 'no better than chance' | 'no better than the lists';
  /** Comments with a text and a label. */
  readonly n: number;
  /** How what was learned did on comments held out; null when there were too few. */
  readonly learned: Validation | null;
  /** How the word lists do on the same comments, where they answer nothing as neutral; null without comments. */
  readonly lexicon: Confusion | null;
  readonly classifier: TextClassifier | null;
}

export interface SentimentAnswer {
  /** Null when the text has nothing that the method knows. */
  readonly label: Sentiment | null;
  readonly method: SentimentModel['method'];
}

/** Scored comments below which nothing is learned. */
export const leastScoredComments = 200;
/** Comments that at least two of the labels need. */
export const leastCommentsOfLabel = 20;

/**
 * Learns sentiment from the comments that people scored themselves, when there are enough of them and it does better on comments held out than chance (kappa,
 * p < 0.05) and than word lists (mean F1 of the
 * labels that occur); else the word lists of English, Chinese and Russian. A comment's score tells its sentiment only mostly, so that
 * nothing reaches an accuracy of 1; and what was learned holds for comments like these.
 * @param options of the classifier, and the seed of the folds
 */
export function fitSentiment(
  comments: readonly ScoredComment[],
  options: { readonly seed?: number } = {},
  progress?: Progress,
): SentimentModel {
  const scored = comments.flatMap(({ text, label }) => (label === null || text.trim() === '' ? [] : [{ text, label }]));
  const texts = scored.map(({ text }) => text);
  const labels = scored.map(({ label }) => label);
  const lexicon =
    scored.length === 0
      ? null
      : confusion(
          labels,
          texts.map((text) => lexiconOf(text) ?? 'neutral'),
        );
  const byLists = (because: SentimentModel['because'], learned: Validation | null = null): SentimentModel => ({
    method: 'lexicon',
    because,
    n: scored.length,
    learned,
    lexicon,
    classifier: null,
  });
  if (!isEnough(labels)) return byLists('too few comments');
  const fit = { ...sentimentOptions(texts), seed: options.seed ?? 1 };
  const learned = crossValidate(texts, labels, fit, progress);
  if (!(learned.kappaPValue < 0.05)) return byLists('no better than chance', learned);
  if (lexicon && meanF1(learned) <= meanF1(lexicon)) return byLists('no better than the lists', learned);
  return { ...byLists('better than the lists', learned), method: 'learned', classifier: fitTextClassifier(texts, labels, fit, progress) };
}

/** The sentiment of texts, by what the model goes by. */
export function sentimentOf({ classifier }: SentimentModel, texts: readonly string[]): readonly SentimentAnswer[] {
  if (classifier === null) return texts.map((text) => ({ label: lexiconOf(text), method: 'lexicon' }));
  return classifyTexts(classifier, texts).map(({ name, known }) => ({
    label: known === 0 ? null : (name as Sentiment),
    method: 'learned',
  }));
}

function isEnough(labels: readonly Sentiment[]): boolean {
  const counts = (['negative', 'neutral', 'positive'] as const).map((label) => labels.filter((each) => each === label).length);
  return labels.length >= leastScoredComments && counts.filter((count) => count >= leastCommentsOfLabel).length >= 2;
}

/** Over labels that occur, as word lists also say neutral where no score does. */
function meanF1({ byClass }: Confusion): number {
  const scores = byClass.flatMap(({ n, f1 }) => (n > 0 ? [f1 ?? 0] : []));
  return scores.reduce((sum, f1) => sum + f1, 0) / scores.length;
}

function lexiconOf(text: string): Sentiment | null {
  const { language, guess } = detectLanguage(text, { among: lexiconLanguages });
  return lexiconSentiment(text, language ?? guess ?? 'en').label;
}

/** Balanced, as few comments are bad where most are content; by characters where most are written without spaces. */
function sentimentOptions(texts: readonly string[]): ClassifierOptions {
  const unspaced = texts.filter((text) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)).length;
  const fit = { classWeights: 'balanced' } as const;
  return 2 * unspaced > texts.length ? { features: characterRuns, fit } : { fit };
}
