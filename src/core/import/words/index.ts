import { chinese } from './chinese.ts';
import { english, type FieldWord } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { russian } from './russian.ts';
import type { SourceWords } from './source-words.ts';
import { spanish } from './spanish.ts';

/** The languages in which files are understood; of two meanings of a word the one that stands first wins. */
export const languages: readonly SourceWords<FieldWord>[] = [english, chinese, russian, german, spanish, french];

/** The words of a list. */
export function wordList(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
