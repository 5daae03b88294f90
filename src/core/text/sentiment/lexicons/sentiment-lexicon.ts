/** Words that say well or ill of something, in one language. Written for this project. */
export interface SentimentLexicon {
  /** ISO 639-1. */
  readonly language: string;
  /** As `lexiconUnits` gives them: stems in English and Russian, words of any length in Chinese. */
  readonly positive: ReadonlySet<string>;
  readonly negative: ReadonlySet<string>;
  /** What turns the next words into their opposite. */
  readonly negations: ReadonlySet<string>;
  readonly strengtheners: ReadonlySet<string>;
  /** Over how many units after it a negation reaches. */
  readonly reach: number;
}

/** Words of a list that is written with spaces. */
export function wordsOf(list: string, unitOf: (word: string) => string = (word) => word): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(unitOf));
}
