/** How many of the texts of two corpora hold a word. */
export interface WordCounts {
  readonly word: string;
  readonly count: number;
  readonly referenceCount: number;
}

/** A word that one corpus uses more than the other. */
export interface KeyWord extends WordCounts {
  /** Log-likelihood ratio; beyond 10.83 the chance of no difference is below 0.001 for one word looked at. */
  readonly keyness: number;
}

/**
 * Words that texts use more often than reference texts do, most telling first: Dunning's log-likelihood over texts that hold a word at all, so that one long
 * text does not count as many. Dunning (1993), Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19.
 */
export function keyWords(words: readonly WordCounts[], texts: number, referenceTexts: number, least: number): readonly KeyWord[] {
  if (texts === 0) return [];
  return words
    .filter(({ count, referenceCount }) => count > 0 && count * Math.max(referenceTexts, 1) > referenceCount * texts)
    .map((word) => ({ ...word, keyness: logLikelihood(word.count, word.referenceCount, texts, referenceTexts) }))
    .filter(({ keyness }) => keyness >= least)
    .toSorted((left, right) => right.keyness - left.keyness || left.word.localeCompare(right.word));
}

function logLikelihood(count: number, referenceCount: number, texts: number, referenceTexts: number): number {
  const rate = (count + referenceCount) / (texts + referenceTexts);
  const term = (observed: number, expected: number): number => (observed > 0 ? observed * Math.log(observed / expected) : 0);
  const has = term(count, rate * texts) + term(referenceCount, rate * referenceTexts);
  const lacks = term(texts - count, (1 - rate) * texts) + term(referenceTexts - referenceCount, (1 - rate) * referenceTexts);
  return 2 * (has + lacks);
}
