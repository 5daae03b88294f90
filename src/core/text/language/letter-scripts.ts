/** Alphabets and other writing that messages are told by. */
export type Script =
  | 'Latin'
  | 'Cyrillic'
  | 'Han'
  | 'Kana'
  | 'Hangul'
  | 'Arabic'
  | 'Greek'
  | 'Hebrew'
  | 'Thai'
  | 'Devanagari'
  | 'Georgian'
  | 'Armenian'
  | 'other';

/** What a text is written in. */
export interface LetterScripts {
  readonly scripts: readonly Script[];
  /** The script of most of the text, and its language where it is of one only; null without letters. */
  readonly main: { readonly script: Script; readonly language: string | null } | null;
  /** Letters of that script. */
  readonly letters: number;
  /** The words of that script. */
  readonly words: string;
}

const noise = /(?:https?:\/\/|www\.)\S+|\S+@\S+|[@#][\p{L}\p{N}_]+|[\p{L}]*\p{N}[\p{L}\p{N}]*/gu;
const longest = 2000;

const scriptRuns: readonly (readonly [Script, RegExp, string | null])[] = [
  ['Latin', /\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu, null],
  ['Cyrillic', /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}'’]*/gu, null],
  ['Han', /\p{Script=Han}+/gu, 'zh'],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu, 'ja'],
  ['Hangul', /\p{Script=Hangul}+/gu, 'ko'],
  ['Arabic', /\p{Script=Arabic}+/gu, null],
  ['Greek', /\p{Script=Greek}+/gu, 'el'],
  ['Hebrew', /\p{Script=Hebrew}+/gu, 'he'],
  ['Thai', /\p{Script=Thai}+/gu, 'th'],
  ['Devanagari', /\p{Script=Devanagari}[\p{Script=Devanagari}\p{M}]*/gu, null],
  ['Georgian', /\p{Script=Georgian}+/gu, 'ka'],
  ['Armenian', /\p{Script=Armenian}+/gu, 'hy'],
];

/** A character of these says about as much as three letters of an alphabet. */
const weights: Partial<Readonly<Record<Script, number>>> = { Han: 3, Kana: 2, Hangul: 2 };

/** Which scripts a text is written in, by its first 2,000 characters; addresses, mentions and what has digits in it do not count. */
export function letterScripts(text: string): LetterScripts {
  const plain = text.slice(0, longest).replace(noise, ' ');
  const found = scriptRuns
    .map(([script, runs, language]) => {
      const words = plain.match(runs) ?? [];
      const letters = words.reduce((sum, word) => sum + [...word].length, 0);
      return { script, language, letters, words: words.join(' '), weight: letters * (weights[script] ?? 1) };
    })
    .filter(({ letters }) => letters > 0)
    .sort((left, right) => right.weight - left.weight);
  const all = found.reduce((sum, { weight }) => sum + weight, 0);
  const scripts = found.filter(({ weight }) => weight >= all / 5).map(({ script }) => script);
  const [first] = japaneseFirst(found);
  return { scripts, main: first ?? null, letters: first?.letters ?? 0, words: first?.words ?? '' };
}

/** Han with a tenth of syllables is Japanese. */
function japaneseFirst<T extends { readonly script: Script; readonly letters: number }>(found: readonly T[]): readonly T[] {
  const kana = found.find(({ script }) => script === 'Kana');
  const [first] = found;
  return kana && first?.script === 'Han' && kana.letters * 9 >= first.letters ? [kana] : found;
}
