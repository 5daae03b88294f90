import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';

/**
 * What a model of repeat purchases needs of each customer, one element a customer. Times are of one unit (weeks, say) and count from the
 * customer's first purchase.
 */
export interface PurchaseHistories {
  /** Repeat purchases: days with a purchase after the first. Whole numbers from 0. */
  readonly repeats: Column;
  /** Time of the last purchase; 0 without repeats. */
  readonly lastAt: Column;
  /** Time until the end of observation. */
  readonly observedFor: Column;
}

/** One customer's history, by the same definitions. */
export interface PurchaseHistory {
  readonly repeats: number;
  readonly lastAt: number;
  readonly observedFor: number;
}

/** Histories with equal customers merged. */
export interface CollapsedHistories {
  readonly repeats: Float64Array;
  readonly lastAt: Float64Array;
  readonly observedFor: Float64Array;
  /** How many customers each row stands for. */
  readonly customers: Float64Array;
  readonly n: number;
  readonly repeatsAtMost: number;
}

/**
 * Checks histories and merges equal customers.
 * @throws UserError for no customers, numbers that are not finite, a last purchase after the end or a time below 0, and where nobody came back
 */
export function collapseHistories(histories: PurchaseHistories): CollapsedHistories {
  checkColumns(histories);
  const { repeats, lastAt, observedFor } = histories;
  const n = repeats.length;
  const rows = new Map<number, Map<number, Map<number, number>>>();
  const first = new Uint32Array(n);
  const customers = new Float64Array(n);
  let size = 0;
  for (let i = 0; i < n; i++) {
    const [x, last, until] = [repeats[i] ?? 0, lastAt[i] ?? 0, observedFor[i] ?? 0];
    checkHistory(x, last, until, i);
    const row = rowOf(rows, x, last, until, size);
    if (row === size) first[size++] = i;
    customers[row] = (customers[row] ?? 0) + 1;
  }
  const repeatsAtMost = Math.max(...rows.keys());
  if (repeatsAtMost === 0) throw cannotAnswer('no customer came back, so nothing can be said of how often customers buy');
  const kept = (column: Column) => Float64Array.from(first.subarray(0, size), (i) => column[i] ?? 0);
  return {
    repeats: kept(repeats),
    lastAt: kept(lastAt),
    observedFor: kept(observedFor),
    customers: customers.slice(0, size),
    n,
    repeatsAtMost,
  };
}

function checkColumns({ repeats, lastAt, observedFor }: PurchaseHistories): void {
  checkColumn(repeats, 'repeats', 2);
  checkColumn(lastAt, 'lastAt');
  checkColumn(observedFor, 'observedFor');
  checkSameLength(repeats, lastAt, ['repeats', 'lastAt']);
  checkSameLength(repeats, observedFor, ['repeats', 'observedFor']);
}

function checkHistory(x: number, last: number, until: number, position: number): void {
  if (!(x >= 0) || !Number.isInteger(x)) throw cannotAnswer(`"repeats" has ${x} at position ${position}; it is a whole number from 0`);
  if (last < 0 || last > until)
    throw cannotAnswer(`"lastAt" has ${last} at position ${position}; it is from 0 to observedFor, here ${until}`);
  if (x > 0 && last === 0)
    throw cannotAnswer(`"lastAt" is 0 at position ${position} although the customer came back; merge purchases of one day`);
}

/** The row of a history, a new one at `next`. */
function rowOf(rows: Map<number, Map<number, Map<number, number>>>, x: number, last: number, until: number, next: number): number {
  const byLast = rows.get(x) ?? new Map<number, Map<number, number>>();
  rows.set(x, byLast);
  const byUntil = byLast.get(last) ?? new Map<number, number>();
  byLast.set(last, byUntil);
  const row = byUntil.get(until) ?? next;
  byUntil.set(until, row);
  return row;
}

/** Table of log Γ(shape + x) − log Γ(shape) for x = 0 … `atMost`, by adding logarithms. */
export function logRisingTable(shape: number, atMost: number): Float64Array {
  const table = new Float64Array(atMost + 1);
  for (let x = 1; x <= atMost; x++) table[x] = (table[x - 1] ?? 0) + Math.log(shape + x - 1);
  return table;
}
