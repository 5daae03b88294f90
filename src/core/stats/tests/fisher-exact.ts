import { cannotAnswer } from '../column.ts';
import { logChoose } from '../distributions.ts';
import { type Alternative, checkTestOptions } from './alternative.ts';

/** Counts of two rows and two columns. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]];

const mostTables = 1_000_000;

/**
 * Fisher's exact test of a 2 × 2 table: the chance, margins kept, of a table no likelier than this one; one-sided of one whose first cell is as large (`greater`,
 * an odds ratio above 1) or as small (`less`).
 * @throws UserError for counts that are no whole numbers from 0 on, and for more tables with these margins than can be summed
 */
export function fisherExactTest(
  table: FourfoldTable,
  alternative: Alternative = 'two-sided',
): { readonly pValue: number; readonly alternative: Alternative } {
  checkTestOptions({ alternative });
  const { least, seen, logChances } = tablesOf(table);
  const limit = (logChances[seen - least] ?? 0) + 1e-7;
  const counts: Readonly<Record<Alternative, (k: number, log: number) => boolean>> = {
    'two-sided': (_, log) => log <= limit,
    greater: (k) => k >= seen,
    less: (k) => k <= seen,
  };
  const isCounted = counts[alternative];
  const pValue = logChances.reduce((sum, log, index) => (isCounted(least + index, log) ? sum + Math.exp(log) : sum), 0);
  return { pValue: Math.min(1, pValue), alternative };
}

/** How many times the odds of the first row are those of the second. */
export interface ConditionalOddsRatio {
  /** The one under which the table's first cell is what is to be expected, margins kept: not ad ÷ bc. Null where it has no bound. */
  readonly oddsRatio: number | null;
  /** Exact, by both tails (Cornfield 1956); an end is null where it has no bound. */
  readonly low: number;
  readonly high: number | null;
  readonly level: number;
}

/**
 * The odds ratio that belongs to Fisher's exact test, by conditional likelihood, as R's `fisher.test` and SciPy's `odds_ratio`. Its interval has both tails and can hold 1 where the
 * two-sided p-value, which counts tables by their chance, is below 1 − level.
 * @throws UserError as `fisherExactTest`
 */
export function conditionalOddsRatio(table: FourfoldTable, level = 0.95): ConditionalOddsRatio {
  checkTestOptions({ level });
  const tables = tablesOf(table);
  const { least, most, seen } = tables;
  const tail = (1 - level) / 2;
  const ratioWhere = (isTooLarge: (logRatio: number) => boolean) => Math.exp(crossing(isTooLarge));
  const oddsRatio = seen === least ? 0 : seen === most ? null : ratioWhere((log) => sumsAt(tables, log).mean > seen);
  const { low, high }: { low: number; high: number | null } = {
    low: seen === least ? 0 : ratioWhere((log) => sumsAt(tables, log).atLeast > tail),
    high: seen === most ? null : ratioWhere((log) => sumsAt(tables, log).atMost < tail),
  };
  return { oddsRatio: least === most ? null : oddsRatio, low, high, level };
}

/** Tables of the same margins by their first cell. */
interface Tables {
  readonly least: number;
  readonly most: number;
  readonly seen: number;
  /** Under an odds ratio of 1. */
  readonly logChances: Float64Array;
}

function tablesOf(table: FourfoldTable): Tables {
  if (table.length !== 2 || table.some((row) => row?.length !== 2))
    throw cannotAnswer('the exact test takes a table of two rows and two columns');
  const [[a, b], [c, d]] = table;
  for (const count of [a, b, c, d]) {
    if (!Number.isSafeInteger(count) || count < 0) throw cannotAnswer(`counts are whole numbers from 0 on, not ${count}`);
  }
  const [rowSum, columnSum, n] = [a + b, a + c, a + b + c + d];
  if (Math.min(rowSum, columnSum, n - rowSum, n - columnSum) > mostTables)
    throw cannotAnswer(`more than ${mostTables} tables have these margins; take chiSquareTest, which is right for so many cases`);
  const [least, most] = [Math.max(0, columnSum - (n - rowSum)), Math.min(rowSum, columnSum)];
  const all = logChoose(n, columnSum);
  const logChances = Float64Array.from({ length: most - least + 1 }, (_, index) => {
    const k = least + index;
    return logChoose(rowSum, k) + logChoose(n - rowSum, columnSum - k) - all;
  });
  return { least, most, seen: a, logChances };
}

/** Fisher's noncentral hypergeometric distribution. */
function sumsAt({ least, seen, logChances }: Tables, logRatio: number): { mean: number; atLeast: number; atMost: number } {
  const highest = logChances.reduce((found, log, index) => Math.max(found, log + index * logRatio), Number.NEGATIVE_INFINITY);
  let [sum, mean, above, below] = [0, 0, 0, 0];
  for (const [index, log] of logChances.entries()) {
    const weight = Math.exp(log + index * logRatio - highest);
    const k = least + index;
    sum += weight;
    mean += weight * k;
    if (k >= seen) above += weight;
    if (k <= seen) below += weight;
  }
  return { mean: mean / sum, atLeast: above / sum, atMost: below / sum };
}

/** The logarithm from which on something is too large. */
function crossing(isTooLarge: (logRatio: number) => boolean): number {
  let [low, high] = [-50, 50];
  for (let i = 0; i < 70; i++) {
    const middle = (low + high) / 2;
    if (isTooLarge(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
