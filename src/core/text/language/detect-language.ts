import { eld } from 'eld/small';
import { letterScripts, type Script } from './letter-scripts.ts';

export interface LanguageOptions {
  /** Languages that it can be, by ISO 639-1: with few to choose from, short texts are told too. Any of the 60 that `eld` knows unless said. */
  readonly among?: readonly string[];
}

/** What language a text is in. */
export interface LanguageAnswer {
  /** ISO 639-1; null when the text does not tell: no letters, too few, or two languages nearly alike. */
  readonly language: string | null;
  /** The likeliest, however unsure; null without letters. */
  readonly guess: string | null;
  /** How far the likeliest is ahead of the next: from 0, alike, to 1, nothing else comes into question. No chance of being right. */
  readonly lead: number;
  /** Letters that it was told by. */
  readonly letters: number;
  /** Scripts with a fifth of the text or more, the most used first: two or more are a mixed text, of which `language` is that of the first. */
  readonly scripts: readonly Script[];
}

/** Letters below which a text by one alphabet for many languages is not told. */
export const leastLetters = 8;
const leastLead = 0.05;

/**
 * The language of a message: by its script where that is of one language (Chinese, Japanese by its syllables, Korean, Greek, Hebrew, Thai …), else by runs of
 * bytes of words (`eld`, Efficient language detector, 60 languages). Addresses, numbers and signs do not count. "Unknown" (null) is an answer.
 * It does not tell Simplified from Traditional Chinese, and one text has one answer.
 */
export function detectLanguage(text: string, { among }: LanguageOptions = {}): LanguageAnswer {
  const { scripts, main, letters, words } = letterScripts(text);
  if (main === null) return { language: null, guess: null, lead: 0, letters, scripts };
  const isPossible = (language: string) => among?.includes(language) ?? true;
  if (main.language !== null) {
    const isAllowed = isPossible(main.language);
    return { language: isAllowed ? main.language : null, guess: main.language, lead: isAllowed ? 1 : 0, letters, scripts };
  }
  const ranked = Object.entries(eld.detect(words).getScores())
    .filter(([language]) => isPossible(language))
    .map(([language, score]) => [language, score / (1 - score)] as const)
    .sort(([, left], [, right]) => right - left);
  const [[guess, best] = [null, 0], [, next] = ['', 0]] = ranked;
  const lead = best === 0 ? 0 : (best - next) / best;
  const needed = among && among.length <= 5 ? leastLetters / 2 : leastLetters;
  return { language: letters >= needed && lead >= leastLead ? guess : null, guess, lead, letters, scripts };
}
