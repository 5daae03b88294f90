import { cannotAnswer } from '../../stats/column.ts';

/** Refuses two texts whose table of letters by letters would be of more than `most` cells. @throws UserError */
export function checkLengths(left: Int32Array, right: Int32Array, most = 400_000_000): void {
  if (left.length * right.length > most)
    throw cannotAnswer(
      `texts of ${left.length} and ${right.length} letters are too long to compare letter by letter; shorten them, so that the one times the other is at most ${most}, or compare their grams`,
    );
}
