import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';

/** Refuses outcomes other than 0 and 1, and lists of different lengths. @throws UserError with the position */
export function checkAnswers(outcome: Column, scores: Column, name: string): void {
  checkSameLength(outcome, scores, ['outcome', name]);
  checkColumn(outcome, 'outcome');
  checkColumn(scores, name);
  for (let row = 0; row < outcome.length; row++)
    if (outcome[row] !== 0 && outcome[row] !== 1)
      throw cannotAnswer(`"outcome" has ${outcome[row]} at position ${row}; an outcome of yes or no is 1 or 0`);
}

/** As `checkAnswers`, for chances from 0 to 1. @throws UserError with the position */
export function checkChances(outcome: Column, chances: Column): void {
  checkAnswers(outcome, chances, 'chances');
  for (let row = 0; row < chances.length; row++)
    if ((chances[row] ?? 0) < 0 || (chances[row] ?? 0) > 1)
      throw cannotAnswer(`"chances" has ${chances[row]} at position ${row}; a chance is between 0 and 1`);
}
