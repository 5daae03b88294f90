import { columnWord } from './field-words.ts';
import { type CountedUnit, countedUnits } from './mapping.ts';
import { languages, wordList } from './words/index.ts';

const units = new Map<string, CountedUnit>(countedUnits.flatMap((unit) => unitWords(unit).map((word) => [word, unit] as const)));

/** What a unit is called, in every language that is understood. */
export function unitWords(unit: CountedUnit): string[] {
  return [...new Set(languages.flatMap((language) => wordList(language.units?.[unit])))];
}

/** Any word of any unit, as a pattern. */
export const anyUnitWord = `(?:${countedUnits.flatMap(unitWords).join('|')})`;

const spelledPart = new RegExp(`\\d(?:[.,]\\d+)?\\s*${anyUnitWord}(?!\\p{L})`, 'iu');

/** Whether a duration is written with its units: `1h 20m`, `2 jours 3 heures`. */
export function isSpelledDuration(value: string): boolean {
  return spelledPart.test(value);
}

/** The unit that a column's name gives a duration; null when it names none. */
export function unitInName(name: string): CountedUnit | null {
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
