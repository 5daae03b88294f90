import type { ClosedSet } from './closed-sets.ts';
import { languages, wordList } from './words/index.ts';
import { type SatisfactionStep, satisfactionSteps } from './words/source-words.ts';

const lookups = new Map<ClosedSet, ReadonlyMap<string, string>>();

/** Every word that is known for a closed set, in small letters, with ours. */
export function valueWords(set: ClosedSet): ReadonlyMap<string, string> {
  const known = lookups.get(set) ?? lookupOf(languages.map(({ values }) => values[set] ?? {}));
  lookups.set(set, known);
  return known;
}

/** A word with a number before it or a remark in brackets behind it: `3 normal`, `1 - Critical`, `En cours (Attribué)`. Read by JavaScript and by RE2. */
export const remarkedWord = '^\\s*(?:p?\\d+\\s*[-–.:)]?\\s*)?(\\p{L}[^(（\\[]*?)\\s*(?:[(（\\[].*)?$';

const remarked = new RegExp(remarkedWord, 'u');

/** Our word for a value of a closed set, as it stands or without its number and remark; undefined for one that is not known. */
export function knownWord(set: ClosedSet, value: string): string | undefined {
  const word = value.trim().toLowerCase();
  return valueWords(set).get(word) ?? valueWords(set).get(remarked.exec(word)?.[1] ?? '');
}

/** Of two meanings the first stands. */
function lookupOf(lists: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> {
  const lookup = new Map<string, string>();
  for (const list of lists) {
    for (const [ours, theirs] of Object.entries(list)) {
      for (const word of wordList(theirs)) if (!lookup.has(word)) lookup.set(word, ours);
    }
  }
  return lookup;
}

const steps = lookupOf(languages.map(({ satisfaction }) => satisfaction ?? {}));

/** The step of satisfaction that a word names; null when it names none. */
export function satisfactionStep(word: string): SatisfactionStep | null {
  const step = steps.get(word.trim().toLowerCase());
  return satisfactionSteps.find((candidate) => candidate === step) ?? null;
}

const unknown = new Set(languages.flatMap((language) => wordList(language.unknown)));

/** Whether a cell says that nothing is known. */
export function saysNothing(cell: string): boolean {
  return unknown.has(cell.trim().toLowerCase());
}
