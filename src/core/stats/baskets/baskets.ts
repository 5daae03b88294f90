import { cannotAnswer } from '../column.ts';

/** What is bought: a name or a number. */
export type Item = string | number;

/** Which items lie in which basket, packed. */
export interface Baskets {
  /** All items that occur, numbers before names, ascending. */
  readonly items: readonly Item[];
  /** Baskets, the empty ones that were given as such too. */
  readonly n: number;
  /** Baskets that held nothing but items never to count; they are not in `n`. */
  readonly leftOut: number;
  /** Where the codes of each basket start; one element more than baskets. */
  readonly starts: Uint32Array;
  /** Positions in `items`, ascending in each basket, each once. */
  readonly codes: Uint32Array;
}

export interface BasketOptions {
  /** Items that are no product: gift wrap, delivery, vouchers. They are left out, and so is a basket of nothing else. */
  readonly never?: Iterable<Item>;
}

/** Lines of orders, in any order: the same position is the same line. */
export interface BasketLines {
  /** The basket, order or visit of the line: any key. */
  readonly baskets: ArrayLike<Item>;
  readonly items: ArrayLike<Item>;
}

/**
 * Baskets out of lists of items. How often an item lies in a basket does not matter.
 * @throws UserError for no basket, and for an item that is neither a text nor a finite number, with its place
 */
export function basketsOfLists(lists: readonly (readonly Item[])[], options: BasketOptions = {}): Baskets {
  const code = coder(options.never);
  const lines = lists.reduce((sum, list) => sum + list.length, 0);
  const [owners, codes] = [new Uint32Array(lines), new Int32Array(lines)];
  let line = 0;
  lists.forEach((list, basket) => {
    list.forEach((item, position) => {
      checkItem(item, () => `basket ${basket}, position ${position}`);
      owners[line] = basket;
      codes[line++] = code.of(item);
    });
  });
  return packed(owners, codes, lists.length, code.names);
}

/**
 * Baskets out of lines of orders.
 * @throws UserError for no line, columns of different lengths, and a key that is neither a text nor a finite number, with its position
 */
export function basketsOfLines({ baskets, items }: BasketLines, options: BasketOptions = {}): Baskets {
  if (baskets.length !== items.length)
    throw cannotAnswer(`"baskets" has ${baskets.length} values and "items" ${items.length}; they must be of the same lines`);
  const code = coder(options.never);
  const basketCode = coder();
  const [owners, codes] = [new Uint32Array(items.length), new Int32Array(items.length)];
  for (let line = 0; line < items.length; line++) {
    const [basket, item] = [baskets[line] ?? Number.NaN, items[line] ?? Number.NaN];
    checkItem(basket, () => `"baskets", position ${line}`);
    checkItem(item, () => `"items", position ${line}`);
    owners[line] = basketCode.of(basket);
    codes[line] = code.of(item);
  }
  return packed(owners, codes, basketCode.names.length, code.names);
}

function checkItem(item: Item, place: () => string): void {
  if (typeof item === 'string' || Number.isFinite(item)) return;
  throw cannotAnswer(`${place()}: ${item} is neither a text nor a finite number; leave out what is missing`);
}

interface Coder {
  /** The code of an item; −1 for one never to count. */
  readonly of: (item: Item) => number;
  readonly names: Item[];
}

function coder(never: Iterable<Item> = []): Coder {
  const known = new Map<Item, number>(Array.from(never, (item) => [item, -1]));
  const names: Item[] = [];
  const of = (item: Item) => {
    const code = known.get(item);
    if (code !== undefined) return code;
    known.set(item, names.length);
    names.push(item);
    return names.length - 1;
  };
  return { of, names };
}

/** In the order of the product's lists: numbers, then names by code units. */
function compareItems(a: Item, b: Item): number {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === 'number' ? -1 : 1;
}

function packed(owners: Uint32Array, codes: Int32Array, given: number, names: readonly Item[]): Baskets {
  const order = Uint32Array.from(names.keys()).sort((a, b) => compareItems(names[a] ?? 0, names[b] ?? 0));
  const rankOf = new Uint32Array(names.length);
  order.forEach((code, rank) => {
    rankOf[code] = rank;
  });
  const lines = Uint32Array.from(codes.keys()).filter((line) => (codes[line] ?? 0) >= 0);
  const byItem = countingSort(lines, (line) => rankOf[codes[line] ?? 0] ?? 0, names.length);
  const byBasket = countingSort(byItem, (line) => owners[line] ?? 0, given);
  const { starts, kept, leftOut } = packLines(byBasket, owners, (line) => rankOf[codes[line] ?? 0] ?? 0, given, codes);
  if (starts.length < 2) throw cannotAnswer('there is no basket with anything to count in it');
  return { items: Array.from(order, (code) => names[code] ?? 0), n: starts.length - 1, leftOut, starts, codes: kept };
}

/** Sorts and keeps the order of equal keys. */
function countingSort(lines: Uint32Array, keyOf: (line: number) => number, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const line of lines) next[keyOf(line) + 1] = (next[keyOf(line) + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const ordered = new Uint32Array(lines.length);
  for (const line of lines) {
    const key = keyOf(line);
    const place = next[key] ?? 0;
    ordered[place] = line;
    next[key] = place + 1;
  }
  return ordered;
}

interface PackedLines {
  readonly starts: Uint32Array;
  readonly kept: Uint32Array;
  readonly leftOut: number;
}

function packLines(
  lines: Uint32Array,
  owners: Uint32Array,
  rankOf: (line: number) => number,
  given: number,
  codes: Int32Array,
): PackedLines {
  const hasNever = ownersOfNever(owners, codes, given);
  const [starts, kept] = [new Uint32Array(given + 1), new Uint32Array(lines.length)];
  let [line, size, n] = [0, 0, 0];
  for (let basket = 0; basket < given; basket++) {
    const from = line;
    while (line < lines.length && owners[lines[line] ?? 0] === basket) line++;
    size = addRow(lines.subarray(from, line), rankOf, kept, size);
    if (line > from || hasNever[basket] === 0) starts[++n] = size;
  }
  return { starts: starts.slice(0, n + 1), kept: kept.slice(0, size), leftOut: given - n };
}

function ownersOfNever(owners: Uint32Array, codes: Int32Array, given: number): Uint8Array {
  const hasNever = new Uint8Array(given);
  for (let line = 0; line < codes.length; line++) if ((codes[line] ?? 0) < 0) hasNever[owners[line] ?? 0] = 1;
  return hasNever;
}

/** Adds the ranks of one basket's lines, which ascend, each once. */
function addRow(lines: Uint32Array, rankOf: (line: number) => number, kept: Uint32Array, from: number): number {
  let size = from;
  let last = -1;
  for (const line of lines) {
    const rank = rankOf(line);
    if (rank !== last) kept[size++] = rank;
    last = rank;
  }
  return size;
}
