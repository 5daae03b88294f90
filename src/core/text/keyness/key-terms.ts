import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../../stats/column.ts';
import { chiSquareAbove } from '../../stats/distributions.ts';
import { type KeyWord, keyWords, type WordCounts } from '../../stats/keyness.ts';
import { adjustForDiscoveries } from '../../stats/tests/false-discovery.ts';
import { z95 } from '../../stats/wilson-interval.ts';
import { commentTerms } from '../comment-terms.ts';

export interface KeyTermOptions {
  /** What a text speaks of, each once; unless said, words and phrases of up to three words of its first 10,000 characters, by `commentTerms`. */
  readonly terms?: (text: string) => ReadonlySet<string>;
  /** ISO 639-1, for the terms unless given. English unless said. */
  readonly language?: string;
  /** The share of the terms named that may be wrong: 0.05 unless said. */
  readonly falseShare?: number;
  /** Terms in fewer of the texts are not looked at: 3 unless said. */
  readonly minimumTexts?: number;
  /** 20 unless said. */
  readonly most?: number;
}

const longestText = 10_000;

/** A word or phrase that texts use more often than others do. */
export interface KeyTerm extends KeyWord {
  /** Adjusted for all terms looked at (Benjamini and Hochberg). */
  readonly pValue: number;
  /** Share of the texts that hold it over that of the reference texts, half a text added to each count, with 95 % (Katz and others 1978). */
  readonly ratio: number;
  readonly ratioInterval: Interval;
}

/**
 * What texts speak of more often than reference texts do: words and phrases, most telling first, by the log-likelihood of Dunning 1993 over texts that hold
 * them. A word that nearly always stands within a phrase that is named is left out. Often is not important, and the two sets may differ in more than one way.
 * @throws UserError without texts on either side
 */
export function keyTerms(texts: readonly string[], reference: readonly string[], options: KeyTermOptions = {}): readonly KeyTerm[] {
  const { language = 'en', falseShare = 0.05, minimumTexts = 3, most = 20 } = options;
  const terms = options.terms ?? ((text: string) => commentTerms(text.slice(0, longestText), language));
  if (texts.length === 0 || reference.length === 0)
    throw cannotAnswer(`${texts.length} texts against ${reference.length}; give some of both`);
  const candidates = counted(texts, reference, terms).filter(({ count, referenceCount }) => count + referenceCount >= minimumTexts);
  const found = keyWords(candidates, texts.length, reference.length, 0);
  const pValues = adjustForDiscoveries(
    found.map(({ keyness }) => chiSquareAbove(Math.max(0, keyness), 1)),
    'hochberg',
    candidates.length,
  );
  const named = found
    .map((term, index) => ({ ...term, ...ratioOf(term, texts.length, reference.length), pValue: pValues[index] ?? 1 }))
    .filter(({ pValue, count }) => pValue <= falseShare && count >= minimumTexts);
  return named.filter((term) => !named.some((other) => isWithin(term, other))).slice(0, most);
}

function counted(
  texts: readonly string[],
  reference: readonly string[],
  terms: (text: string) => ReadonlySet<string>,
): readonly WordCounts[] {
  const counts = new Map<string, { word: string; count: number; referenceCount: number }>();
  const countOf = (word: string) => {
    const known = counts.get(word);
    if (known) return known;
    const made = { word, count: 0, referenceCount: 0 };
    counts.set(word, made);
    return made;
  };
  for (const text of texts) for (const word of terms(text)) countOf(word).count++;
  for (const text of reference) for (const word of terms(text)) countOf(word).referenceCount++;
  return [...counts.values()];
}

function ratioOf(
  { count, referenceCount }: WordCounts,
  texts: number,
  referenceTexts: number,
): { readonly ratio: number; readonly ratioInterval: Interval } {
  const [ours, theirs] = [count + 0.5, referenceCount + 0.5];
  const ratio = ours / (texts + 0.5) / (theirs / (referenceTexts + 0.5));
  const error = Math.sqrt(1 / ours - 1 / (texts + 0.5) + 1 / theirs - 1 / (referenceTexts + 0.5));
  return { ratio, ratioInterval: { low: ratio * Math.exp(-z95 * error), high: ratio * Math.exp(z95 * error) } };
}

/** Whether at least four of five texts with a term have it within a longer one. */
function isWithin(term: KeyTerm, other: KeyTerm): boolean {
  return other.word.length > term.word.length && other.word.includes(term.word) && other.count >= 0.8 * term.count;
}
