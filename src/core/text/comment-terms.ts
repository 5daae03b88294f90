import { isStopWord } from './stop-words.ts';
import { stemWord } from './tokens/stem-word.ts';

const longestTerm = 3;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The language of a text by its script: `zh`, `ru`, or `en` for Latin letters, where `otherwise` may name the language that is known of it.
 */
export function languageOf(text: string, otherwise = ''): string {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return otherwise === '' || /^(zh|ru)/.test(otherwise) ? 'en' : otherwise.slice(0, 2);
}

/**
 * What a text speaks of, each term once: words, and runs of two or three words that neither begin nor end with an empty one ("плата за возврат"). Chinese words
 * by the dictionary of the runtime, with pairs joined without a space. Numbers and single letters are left out.
 */
export function commentTerms(text: string, language: string): ReadonlySet<string> {
  const runs = wordRuns(text.toLowerCase(), language).flatMap(subRuns);
  return new Set(runs.filter((run) => isTelling(run, language)).map((run) => run.join(language === 'zh' ? '' : ' ')));
}

/** Every one, two and three words in a row. */
function subRuns(words: readonly string[]): readonly (readonly string[])[] {
  return words.flatMap((_, start) =>
    Array.from({ length: Math.min(longestTerm, words.length - start) }, (_, index) => words.slice(start, start + index + 1)),
  );
}

/** A form that the inflected forms of a term share, for counting them together: the stems of its words. */
export function stemTerm(term: string, language: string): string {
  return term
    .split(' ')
    .map((word) => stemWord(word, language))
    .join(' ');
}

function isTelling(run: readonly string[], language: string): boolean {
  const [first, last] = [run[0] ?? '', run.at(-1) ?? ''];
  if (isStopWord(first, language) || isStopWord(last, language)) return false;
  const shortest = language === 'zh' ? 1 : 3;
  if (run.length === 1) return language === 'zh' ? first.length > 1 : first.length >= shortest;
  return language !== 'zh' || (run.length === 2 && run.join('').length <= 4);
}

/** Words in order, cut at punctuation. */
function wordRuns(text: string, language: string): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const { segment, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike && !/\d/.test(segment)) runs.at(-1)?.push(segment);
    else if (segment.trim() !== '') runs.push([]);
  }
  return runs;
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}
