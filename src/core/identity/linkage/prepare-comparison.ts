import { cannotAnswer } from '../../stats/column.ts';
import { gramJaccard } from '../grams/gram-jaccard.ts';
import { gramCosine, gramVectors } from '../grams/gram-vectors.ts';
import { codePoints } from '../strings/code-points.ts';
import { damerauLevenshteinOfPoints } from '../strings/damerau-levenshtein.ts';
import { jaroWinklerSimilarity } from '../strings/jaro-winkler.ts';
import { levenshteinOfPoints } from '../strings/levenshtein.ts';
import type { Comparison, ComparisonLevel } from './comparison.ts';
import { fieldOf, type NumberedField, numberField, type Records } from './records.ts';
import { rememberLast } from './remember-last.ts';

/** The level of a pair with a missing value. */
export const missingLevel = 255;

/** A comparison made ready for the records. */
export interface PreparedComparison {
  readonly comparison: Comparison;
  /** Declared levels and "differs". */
  readonly levelCount: number;
  /** Position of the first level that holds, the last for "differs", or `missingLevel`. */
  readonly levelOf: (left: number, right: number) => number;
  /** The share of records with a value that have the value of this record; null where nothing is known. */
  readonly frequencyOf: (record: number) => number | null;
  readonly valueOf: (record: number) => string | null;
}

type LevelTest = (left: number, right: number) => boolean;

/** Makes a comparison ready: values are numbered once, so that equal texts are equal numbers. @throws UserError for unknown fields and levels that cannot be */
export function prepareComparison(records: Records, comparison: Comparison): PreparedComparison {
  const field = numberField(fieldOf(records, comparison.field ?? comparison.name));
  if (comparison.levels.length === 0 || comparison.levels.length > 20)
    throw cannotAnswer(`"${comparison.name}" has ${comparison.levels.length} levels; give 1 to 20`);
  const tests = levelTests(records, field, comparison);
  const { numbers, values, counts, known } = field;
  const levelOf = (left: number, right: number) => {
    if ((numbers[left] ?? -1) < 0 || (numbers[right] ?? -1) < 0) return missingLevel;
    for (let k = 0; k < tests.length; k++) if (tests[k]?.(left, right)) return k;
    return tests.length;
  };
  const numberOf = (record: number) => numbers[record] ?? -1;
  return {
    comparison,
    levelCount: tests.length + 1,
    levelOf,
    frequencyOf: (record) => (numberOf(record) < 0 ? null : (counts[numberOf(record)] ?? 0) / known),
    valueOf: (record) => values[numberOf(record)] ?? null,
  };
}

/** Tests of one comparison; those of one measure share it. */
function levelTests(records: Records, field: NumberedField, { name, levels }: Comparison): LevelTest[] {
  const { numbers, values } = field;
  const text = (record: number) => values[numbers[record] as number] as string;
  const jaroWinkler = rememberLast((left, right) => jaroWinklerSimilarity(text(left), text(right)));
  const points = values.map(codePoints);
  const pointsOf = (record: number) => points[numbers[record] as number] as Int32Array;
  const levenshtein = rememberLast((left, right) => levenshteinOfPoints(pointsOf(left), pointsOf(right)));
  const damerau = rememberLast((left, right) => damerauLevenshteinOfPoints(pointsOf(left), pointsOf(right)));
  const cosines = new Map(gramSizes(levels).map((size) => [size, cosineMeasure(field, size)]));
  const testOf = (level: ComparisonLevel): LevelTest => {
    checkLevel(level, name);
    switch (level.kind) {
      case 'exact':
        return (left, right) => numbers[left] === numbers[right];
      case 'jaro-winkler':
        return (left, right) => jaroWinkler(left, right) >= level.atLeast;
      case 'levenshtein':
        return (left, right) => levenshtein(left, right) <= level.atMost;
      case 'damerau-levenshtein':
        return (left, right) => isWithinDamerau(levenshtein(left, right), level.atMost, () => damerau(left, right));
      case 'gram-cosine': {
        const cosine = cosines.get(level.size ?? 3) ?? (() => 0);
        return (left, right) => cosine(left, right) >= level.atLeast;
      }
      case 'gram-jaccard':
        return (left, right) => gramJaccard(text(left), text(right), level.size ?? 3, true) >= level.atLeast;
      case 'number':
        return (left, right) => Math.abs(Number(text(left)) - Number(text(right))) <= level.atMost;
      case 'start':
        return startTest(field, level.letters);
      case 'crossed':
        return crossedTest(records, field, level.with);
    }
  };
  return levels.map(testOf);
}

function gramSizes(levels: readonly ComparisonLevel[]): number[] {
  return levels.flatMap((level) => (level.kind === 'gram-cosine' ? [level.size ?? 3] : []));
}

function cosineMeasure({ numbers, values }: NumberedField, size: number): (left: number, right: number) => number {
  const vectors = gramVectors(values, { size, isPadded: true });
  return rememberLast((left, right) => gramCosine(vectors, numbers[left] ?? 0, numbers[right] ?? 0));
}

/** Levenshtein's distance is quick to find and bounds Damerau's, where two neighbours swapped are one edit and not two: never below, at most twice it. */
function isWithinDamerau(levenshtein: number, atMost: number, damerau: () => number): boolean {
  if (levenshtein <= atMost || levenshtein > 2 * atMost) return levenshtein <= atMost;
  return damerau() <= atMost;
}

function checkLevel(level: ComparisonLevel, name: string): void {
  const isWrong =
    ('atLeast' in level && !(level.atLeast > 0 && level.atLeast <= 1)) ||
    ('atMost' in level && !(level.atMost >= 0)) ||
    ('letters' in level && !(Number.isSafeInteger(level.letters) && level.letters > 0));
  if (isWrong)
    throw cannotAnswer(`"${name}" has a level ${JSON.stringify(level)}; a likeness is above 0 to 1, a distance from 0, letters from 1`);
}

function startTest({ numbers, values }: NumberedField, letters: number): LevelTest {
  const starts = values.map((value) => Array.from(value).slice(0, letters).join(''));
  return (left, right) => starts[numbers[left] as number] === starts[numbers[right] as number];
}

function crossedTest(records: Records, { numbers, values }: NumberedField, other: string): LevelTest {
  const otherField = fieldOf(records, other);
  const text = (record: number) => values[numbers[record] as number];
  return (left, right) => text(left) === otherField[right] && text(right) === otherField[left];
}
