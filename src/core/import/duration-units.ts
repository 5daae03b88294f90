import { columnWord } from './field-words.ts';
import type { DurationUnit } from './mapping.ts';
import { languages, wordList } from './words/index.ts';

const units = new Map<string, DurationUnit>(
  languages.flatMap((language) =>
    Object.entries(language.units ?? {}).flatMap(([unit, list]) => wordList(list).map((word) => [word, unit as DurationUnit] as const)),
  ),
);

/** The unit that a column's name gives a duration; null when it names none. */
export function unitInName(name: string): DurationUnit | null {
  const found = columnWord(name)
    .split('_')
    .map((word) => units.get(word))
    .find((unit) => unit !== undefined);
  return found ?? null;
}

/** A column word without the unit that it names. */
export function withoutUnit(word: string): string {
  return word
    .split('_')
    .filter((part) => !units.has(part) && part !== 'in' && part !== 'en')
    .join('_');
}
