import { checkLengths } from './check-lengths.ts';
import { codePoints } from './code-points.ts';

/** How many letters stand in both texts in the same order, others between them allowed. By code points. crate and trace: 3. @throws UserError for texts too long */
export function longestCommonSubsequence(first: string, second: string): number {
  const [left, right] = [codePoints(first), codePoints(second)];
  checkLengths(left, right);
  const row = new Int32Array(right.length + 1);
  for (let i = 0; i < left.length; i++) {
    let diagonal = 0;
    for (let j = 1; j <= right.length; j++) {
      const above = row[j] ?? 0;
      row[j] = left[i] === right[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[right.length] ?? 0;
}
