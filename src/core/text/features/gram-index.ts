/** Numbers of runs in the order of their first sight: an open hash table over their two hashes. Two runs that share all 64 bits count as one. */
export interface GramIndex {
  first: Int32Array;
  second: Int32Array;
  /** Number of a run plus 1; 0 is free. Its length is a power of 2, at least twice `size`. */
  slots: Int32Array;
  size: number;
}

export function emptyGramIndex(): GramIndex {
  return { first: new Int32Array(512), second: new Int32Array(512), slots: new Int32Array(2048), size: 0 };
}

/** An index of the runs of another that are kept, numbered anew in their order. */
export function gramIndexOf(index: GramIndex, kept: Int32Array): GramIndex {
  const made = emptyGramIndex();
  for (const number of kept) addGram(made, index.first[number] ?? 0, index.second[number] ?? 0);
  return made;
}

/** The number of a run; −1 when it was never added. */
export function findGram(index: GramIndex, first: number, second: number): number {
  return (index.slots[slotOf(index, first, second)] ?? 0) - 1;
}

/** The number of a run, a new one at its first sight. */
export function addGram(index: GramIndex, first: number, second: number): number {
  const slot = slotOf(index, first, second);
  const known = index.slots[slot] ?? 0;
  if (known > 0) return known - 1;
  const number = index.size++;
  index.slots[slot] = number + 1;
  if (number >= index.first.length) {
    index.first = doubled(index.first);
    index.second = doubled(index.second);
  }
  index.first[number] = first;
  index.second[number] = second;
  if (2 * index.size > index.slots.length) rehash(index);
  return number;
}

/** An array twice as long with the same beginning. */
export function doubled(values: Int32Array): Int32Array {
  const longer = new Int32Array(2 * values.length);
  longer.set(values);
  return longer;
}

function slotOf(index: GramIndex, first: number, second: number): number {
  const { slots } = index;
  const mask = slots.length - 1;
  let slot = (first ^ (first >>> 15) ^ Math.imul(second, 0x9e3779b1)) & mask;
  for (;;) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0 || (index.first[number] === first && index.second[number] === second)) return slot;
    slot = (slot + 1) & mask;
  }
}

function rehash(index: GramIndex): void {
  index.slots = new Int32Array(2 * index.slots.length);
  for (let number = 0; number < index.size; number++)
    index.slots[slotOf(index, index.first[number] ?? 0, index.second[number] ?? 0)] = number + 1;
}
