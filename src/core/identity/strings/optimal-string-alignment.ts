import { checkLengths } from './check-lengths.ts';
import { codePoints } from './code-points.ts';

/**
 * Optimal string alignment: Levenshtein's distance where swapping two neighbours costs 1 too, but no part is edited twice, so "ca" and "abc" are 3 apart.
 * By code points. MARTHA and MARHTA: 1. It is no metric: the triangle inequality may fail.
 * @throws UserError for texts too long to compare letter by letter
 */
export function optimalStringAlignment(first: string, second: string): number {
  const [left, right] = [codePoints(first), codePoints(second)];
  checkLengths(left, right);
  const width = right.length + 1;
  let [earlier, above, row] = [new Int32Array(width), Int32Array.from({ length: width }, (_, j) => j), new Int32Array(width)];
  for (let i = 1; i <= left.length; i++) {
    row[0] = i;
    for (let j = 1; j <= right.length; j++) {
      const cost = Number(left[i - 1] !== right[j - 1]);
      const edited = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + cost);
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = isSwapped ? Math.min(edited, (earlier[j - 2] as number) + 1) : edited;
    }
    [earlier, above, row] = [above, row, earlier];
  }
  return above[right.length] ?? 0;
}
