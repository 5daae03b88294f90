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
  const n = histories.repeats.length;
  const columns = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  const customers = new Float64Array(n);
  const rowOf = rowFinder(columns);
  let size = 0;
  for (let i = 0; i < n; i++) {
    writeRow(columns, size, histories, i);
    const row = rowOf(size);
    if (row === size) size++;
    customers[row] = (customers[row] ?? 0) + 1;
  }
  const repeatsAtMost = columns[0].reduce((most, x) => Math.max(most, x), 0);
  if (repeatsAtMost === 0) throw cannotAnswer('no customer came back, so nothing can be said of how often customers buy');
  const [x, last, until] = columns.map((column) => column.slice(0, size));
  const none = new Float64Array(0);
  return { repeats: x ?? none, lastAt: last ?? none, observedFor: until ?? none, customers: customers.slice(0, size), n, repeatsAtMost };
}

function writeRow(
  columns: readonly [Float64Array, Float64Array, Float64Array],
  row: number,
  histories: PurchaseHistories,
  i: number,
): void {
  const x = histories.repeats[i] ?? 0;
  const last = histories.lastAt[i] ?? 0;
  const until = histories.observedFor[i] ?? 0;
  checkHistory(x, last, until, i);
  columns[0][row] = x;
  columns[1][row] = last;
  columns[2][row] = until;
}

const someRows = 8000;

/** Histories spread evenly over all, on which a search begins; null where there are not many. */
export function someHistories({ repeats, lastAt, observedFor, customers, repeatsAtMost }: CollapsedHistories): CollapsedHistories | null {
  const stride = Math.floor(repeats.length / someRows);
  if (stride < 3) return null;
  const isChosen = (_: number, row: number) => row % stride === 0;
  const chosen = customers.filter(isChosen);
  return {
    repeats: repeats.filter(isChosen),
    lastAt: lastAt.filter(isChosen),
    observedFor: observedFor.filter(isChosen),
    customers: chosen,
    n: chosen.reduce((sum, each) => sum + each, 0),
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

/** Refuses a history that cannot be. @throws UserError that names the column, the value and its position */
export function checkHistory(x: number, last: number, until: number, position = 0): void {
  if (!(x >= 0) || !Number.isInteger(x)) throw cannotAnswer(`"repeats" has ${x} at position ${position}; it is a whole number from 0`);
  if (!(last >= 0 && last <= until && Number.isFinite(until)))
    throw cannotAnswer(`"lastAt" has ${last} at position ${position}; it is from 0 to observedFor, here ${until}`);
  if (x > 0 && last === 0)
    throw cannotAnswer(`"lastAt" is 0 at position ${position} although the customer came back; merge purchases of one day`);
}

/** Finds the first row that equals a new one, by a table of hashes (FNV-1a over the bits, open addressing); the new one where there is none. */
function rowFinder(columns: readonly Float64Array[]): (row: number) => number {
  const words = columns.map((column) => new Uint32Array(column.buffer));
  const mask = 2 ** Math.ceil(Math.log2(2 * (columns[0]?.length ?? 1))) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const hashOf = (row: number) => {
    let hash = 0x811c9dc5;
    for (const word of words) {
      hash = Math.imul(hash ^ (word[2 * row] ?? 0), 0x01000193);
      hash = Math.imul(hash ^ (word[2 * row + 1] ?? 0), 0x01000193);
      hash ^= hash >>> 15;
    }
    return hash;
  };
  const isSame = (left: number, right: number) => columns.every((column) => column[left] === column[right]);
  return (row) => {
    let place = hashOf(row) & mask;
    for (let known = table[place] ?? -1; known >= 0; known = table[place] ?? -1) {
      if (isSame(known, row)) return known;
      place = (place + 1) & mask;
    }
    table[place] = row;
    return row;
  };
}

/** Table of log Γ(shape + x) − log Γ(shape) for x = 0 … `atMost`, by adding logarithms. */
export function logRisingTable(shape: number, atMost: number): Float64Array {
  const table = new Float64Array(atMost + 1);
  for (let x = 1; x <= atMost; x++) table[x] = (table[x - 1] ?? 0) + Math.log(shape + x - 1);
  return table;
}
