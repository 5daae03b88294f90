import { UserError } from '../model/user-error.ts';

/** Values of one variable: a plain or a typed array. */
export type Column = ArrayLike<number>;

/** Squares of larger numbers, and sums of these, would be no finite numbers any more. */
const largest = 1e150;

/**
 * Refuses a column that a method cannot take.
 * @throws UserError `cannot_answer` for fewer than `atLeast` values, and for a value that is no finite number or beyond 1e150, which is named with its position
 */
export function checkColumn(values: Column, name: string, atLeast = 1): void {
  if (values.length < atLeast) {
    throw cannotAnswer(`"${name}" has ${values.length} values; this needs at least ${atLeast}`);
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Math.abs(value) <= largest) continue;
    if (Number.isFinite(value)) checkSize(value, `"${name}"`, i);
    throw cannotAnswer(`"${name}" has ${value} at position ${i}; leave out what is missing, and give finite numbers`);
  }
}

/** Refuses a number that cannot be squared. @throws UserError `cannot_answer` */
export function checkSize(value: number, name: string, position: number): void {
  if (Math.abs(value) > largest)
    throw cannotAnswer(`${name} has ${value} at position ${position}; give numbers up to ${largest}, in a larger unit`);
}

/** Refuses columns of different lengths. @throws UserError `cannot_answer` */
export function checkSameLength(first: Column, second: Column, names: readonly [string, string]): void {
  if (first.length !== second.length) {
    throw cannotAnswer(`"${names[0]}" has ${first.length} values and "${names[1]}" ${second.length}; they must be of the same cases`);
  }
}

/** The error of a method that cannot answer, with one sentence that says why and what it needs. */
export function cannotAnswer(sentence: string): UserError {
  return new UserError('cannot_answer', sentence, 422);
}
