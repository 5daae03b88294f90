import { UserError } from '../model/user-error.ts';

/** Values of one variable: a plain or a typed array. */
export type Column = ArrayLike<number>;

/**
 * Refuses a column that a method cannot take.
 * @throws UserError `cannot_answer` for fewer than `atLeast` values, and for a value that is no finite number, which is named with its position
 */
export function checkColumn(values: Column, name: string, atLeast = 1): void {
  if (values.length < atLeast) {
    throw cannotAnswer(`"${name}" has ${values.length} values; this needs at least ${atLeast}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw cannotAnswer(`"${name}" has ${values[i]} at position ${i}; leave out what is missing, and give finite numbers`);
  }
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
