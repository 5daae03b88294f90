import { languages, wordList } from './words/index.ts';

const pairs = languages.flatMap(({ months = [] }) =>
  months.flatMap((forms, index) => wordList(forms).map((form) => [form, index + 1] as const)),
);

/** Names of months in small letters, shortened ones without their point, with their numbers from 1. */
export const monthWords: ReadonlyMap<string, number> = new Map(pairs);
