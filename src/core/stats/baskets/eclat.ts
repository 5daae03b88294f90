import { checkpoint, type Progress } from '../progress.ts';
import { type FrequentRows, rowEnd } from './frequent-rows.ts';
import type { AddItemset } from './itemset-collector.ts';

export interface ItemsetSearch {
  readonly minCount: number;
  /** Items of the longest sets. */
  readonly maxLength: number;
  readonly progress: Progress | undefined;
}

/** Items that follow the same prefix, each with one bit for each basket of the prefix's first item. */
interface Extensions {
  size: number;
  ranks: Uint32Array;
  counts: Uint32Array;
  bits: Int32Array;
}

/**
 * All frequent sets by Eclat: for each item, from the rarest, the baskets that hold it become bits, and sets grow by intersecting them. Zaki 2000,
 * Scalable algorithms for association mining; with only the first item's baskets as bits.
 */
export function mineByEclat(rows: FrequentRows, search: ItemsetSearch, add: AddItemset): void {
  const places = placesOf(rows);
  const levels: Extensions[] = [];
  const prefix = new Uint32Array(rows.longest + 1);
  const size = rows.counts.length;
  for (let rank = 0; rank < size; rank++) {
    checkpoint(search.progress, rank / size);
    prefix[0] = rank;
    const count = rows.counts[rank] ?? 0;
    add(prefix, 1, count);
    if (search.maxLength < 2) continue;
    const words = (count + 31) >>> 5;
    const first = levelAt(levels, 0);
    project(rows, places.subarray(places[rank] ?? 0, (places[rank] ?? 0) + count), search.minCount, words, first);
    extend({ levels, words, prefix, search, add }, 0);
  }
}

/** Where each item stands in the rows: first the start of each rank's places, then the places. */
function placesOf({ counts, ranks }: FrequentRows): Uint32Array {
  const size = counts.length;
  const places = new Uint32Array(size + ranks.length);
  let start = size;
  for (let rank = 0; rank < size; rank++) {
    places[rank] = start;
    start += counts[rank] ?? 0;
  }
  const next = places.slice(0, size);
  for (let place = 0; place < ranks.length; place++) {
    const rank = ranks[place] ?? 0;
    if (rank === rowEnd) continue;
    const at = next[rank] ?? 0;
    places[at] = place;
    next[rank] = at + 1;
  }
  return places;
}

/** The items that follow one item often enough, as bits over the baskets that hold it. */
function project({ ranks, counts }: FrequentRows, places: Uint32Array, minCount: number, words: number, into: Extensions): void {
  const together = new Uint32Array(counts.length);
  for (const place of places) {
    for (let i = place + 1; ranks[i] !== rowEnd; i++) {
      const rank = ranks[i] ?? 0;
      together[rank] = (together[rank] ?? 0) + 1;
    }
  }
  const slotOf = new Int32Array(counts.length).fill(-1);
  into.size = 0;
  reserve(into, together.length, words, 0);
  for (let rank = 0; rank < together.length; rank++) {
    const count = together[rank] ?? 0;
    if (count < minCount) continue;
    slotOf[rank] = into.size;
    into.ranks[into.size] = rank;
    into.counts[into.size++] = count;
  }
  reserve(into, 0, words, into.size);
  into.bits.fill(0, 0, into.size * words);
  setBits(ranks, places, slotOf, words, into.bits);
}

function setBits(ranks: Uint32Array, places: Uint32Array, slotOf: Int32Array, words: number, bits: Int32Array): void {
  for (let basket = 0; basket < places.length; basket++) {
    const [word, bit] = [basket >>> 5, 1 << (basket & 31)];
    for (let i = (places[basket] ?? 0) + 1; ranks[i] !== rowEnd; i++) {
      const slot = slotOf[ranks[i] ?? 0] ?? -1;
      if (slot >= 0) bits[slot * words + word] = (bits[slot * words + word] ?? 0) | bit;
    }
  }
}

interface Growth {
  readonly levels: Extensions[];
  readonly words: number;
  readonly prefix: Uint32Array;
  readonly search: ItemsetSearch;
  readonly add: AddItemset;
}

function extend(growth: Growth, depth: number): void {
  const { levels, words, prefix, search, add } = growth;
  const level = levelAt(levels, depth);
  for (let slot = 0; slot < level.size; slot++) {
    prefix[depth + 1] = level.ranks[slot] ?? 0;
    add(prefix, depth + 2, level.counts[slot] ?? 0);
    if (slot + 1 === level.size || depth + 3 > search.maxLength) continue;
    const next = levelAt(levels, depth + 1);
    intersect(level, slot, words, search.minCount, next);
    if (next.size > 0) extend(growth, depth + 1);
  }
}

/** Keeps, of the later items, those frequent together with the one in `slot`. */
function intersect(level: Extensions, slot: number, words: number, minCount: number, into: Extensions): void {
  into.size = 0;
  for (let other = slot + 1; other < level.size; other++) {
    reserve(into, into.size + 1, words, into.size + 1);
    const count = intersectBits(level.bits, slot * words, other * words, words, into.bits, into.size * words);
    if (count < minCount) continue;
    into.ranks[into.size] = level.ranks[other] ?? 0;
    into.counts[into.size++] = count;
  }
}

/** Ands words and counts their bits. Warren, Hacker's Delight, 5-1. */
function intersectBits(bits: Int32Array, left: number, right: number, words: number, into: Int32Array, at: number): number {
  let count = 0;
  for (let word = 0; word < words; word++) {
    const both = (bits[left + word] ?? 0) & (bits[right + word] ?? 0);
    into[at + word] = both;
    if (both === 0) continue;
    const pairs = both - ((both >>> 1) & 0x55555555);
    const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

function levelAt(levels: Extensions[], depth: number): Extensions {
  levels[depth] ??= { size: 0, ranks: new Uint32Array(16), counts: new Uint32Array(16), bits: new Int32Array(256) };
  return levels[depth];
}

/** Makes room for items and for the bits of `slots` of them. */
function reserve(level: Extensions, items: number, words: number, slots: number): void {
  if (level.ranks.length < items) {
    level.ranks = grown(level.ranks, new Uint32Array(2 * items));
    level.counts = grown(level.counts, new Uint32Array(2 * items));
  }
  if (level.bits.length < slots * words) level.bits = grown(level.bits, new Int32Array(2 * slots * words));
}

function grown<A extends Uint32Array | Int32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
