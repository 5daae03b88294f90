import { languages, wordList } from './words/index.ts';

/** What sources write for yes and no, in small letters. */
export const flagWords = {
  yes: languages.flatMap(({ yes }) => wordList(yes)),
  no: languages.flatMap(({ no }) => wordList(no)),
} as const;

const all = new Set<string>([...flagWords.yes, ...flagWords.no]);

/** Whether a cell says yes or no. */
export function isFlagWord(value: string): boolean {
  return all.has(value.trim().toLowerCase());
}
