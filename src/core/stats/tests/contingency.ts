import { cannotAnswer } from '../column.ts';
import { chiSquareAbove } from '../distributions.ts';

/** Whether rows and columns of a table of counts go together. */
export interface Contingency {
  readonly chiSquare: number;
  readonly df: number;
  readonly pValue: number;
  /** 0 is not at all, 1 wholly. */
  readonly cramersV: number;
  /** The smallest count that independence lets expect; below 5 the χ² is rough. */
  readonly smallestExpected: number;
  readonly n: number;
}

/**
 * Pearson's χ² of a table of counts, rows × columns, without a correction.
 * @throws UserError for a table that is no rectangle of at least 2 × 2, counts below 0, an empty row or column (named by its position)
 */
export function chiSquareTest(table: readonly (readonly number[])[]): Contingency {
  const width = checkTable(table);
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = Array.from({ length: width }, (_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  refuseEmpty(rowSums, 'row');
  refuseEmpty(columnSums, 'column');
  const n = rowSums.reduce((sum, count) => sum + count, 0);
  let [chiSquare, smallestExpected] = [0, Number.POSITIVE_INFINITY];
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      const expected = ((rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / n;
      chiSquare += (count - expected) ** 2 / expected;
      smallestExpected = Math.min(smallestExpected, expected);
    });
  });
  const df = (table.length - 1) * (width - 1);
  const cramersV = Math.sqrt(chiSquare / (n * (Math.min(table.length, width) - 1)));
  return { chiSquare, df, pValue: chiSquareAbove(chiSquare, df), cramersV, smallestExpected, n };
}

/** How far counts are from the shares that were planned: χ² with one degree of freedom less than groups. @throws UserError for shares that are not above 0 */
export function goodnessOfFit(
  counts: readonly number[],
  shares: readonly number[],
): { readonly chiSquare: number; readonly df: number; readonly pValue: number } {
  if (counts.length !== shares.length || counts.length < 2)
    throw cannotAnswer(`${counts.length} counts and ${shares.length} shares; both need the same length, at least 2`);
  if (counts.some((count) => !(count >= 0 && Number.isFinite(count)))) throw cannotAnswer('counts are numbers from 0 on');
  const [n, whole] = [counts.reduce((sum, count) => sum + count, 0), shares.reduce((sum, share) => sum + share, 0)];
  if (!(n > 0) || shares.some((share) => !(share > 0 && Number.isFinite(share))))
    throw cannotAnswer('counts together and every share must be above 0');
  const chiSquare = counts.reduce((sum, count, index) => {
    const expected = (n * (shares[index] ?? 0)) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return { chiSquare, df: counts.length - 1, pValue: chiSquareAbove(chiSquare, counts.length - 1) };
}

function checkTable(table: readonly (readonly number[])[]): number {
  const width = table[0]?.length ?? 0;
  if (table.length < 2 || width < 2 || table.some((row) => row.length !== width)) {
    throw cannotAnswer('a table of counts is a rectangle of at least two rows and two columns');
  }
  if (table.some((row) => row.some((count) => !(count >= 0) || count === Number.POSITIVE_INFINITY)))
    throw cannotAnswer('counts are numbers from 0 on');
  return width;
}

function refuseEmpty(sums: readonly number[], what: string): void {
  const empty = sums.indexOf(0);
  if (empty >= 0) throw cannotAnswer(`${what} ${empty + 1} of the table is empty; leave it out`);
}
