import { type UnionFind, unionFind } from '../../identity/clusters/union-find.ts';
import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { seededRandom } from '../../stats/random.ts';
import { shingleLikeness, shingleReader } from './shingles.ts';

/** Texts that say nearly the same. */
export interface DuplicateGroup {
  /** Positions of the texts, ascending. */
  readonly members: readonly number[];
  /** The lowest likeness of a member to the first. */
  readonly leastLikeness: number;
}

const hashes = 128;
/** Members of a bucket that a text is compared with, so that a text that thousands sent takes no time of thousands squared. */
const mostCompared = 20;

/**
 * Groups of messages that are nearly the same, such as a form letter or one complaint sent to many: five characters in a row are compared by MinHash (Broder
 * 1997, On the resemblance and containment of documents) in bands that find a pair at the threshold in at least 99 of 100 cases, and each pair found is then
 * checked exactly. A group may be joined by a chain of pairs, each alike enough. Lower and upper case and spaces do not matter; empty texts belong nowhere.
 * @param threshold shared shingles over all of them (Jaccard), from 0.3 to 1; 0.8 unless said
 * @throws UserError for another threshold
 */
export function nearDuplicates(
  texts: readonly string[],
  { threshold = 0.8, seed = 1 }: { readonly threshold?: number; readonly seed?: number } = {},
  progress?: Progress,
): readonly DuplicateGroup[] {
  if (!(threshold >= 0.3 && threshold <= 1)) throw cannotAnswer(`a threshold of ${threshold}; give a likeness from 0.3 to 1`);
  const read = shingleReader();
  const search: Search = {
    shingles: [],
    buckets: new Map(),
    sets: unionFind(texts.length),
    threshold,
    bands: bandLength(threshold),
    seeds: seedsOf(seed),
  };
  for (const [text, written] of texts.entries()) {
    if (text % 256 === 0) checkpoint(progress, text / texts.length);
    search.shingles.push(read(written));
    joinAlike(search, text);
  }
  return groupsOf(texts.length, search.sets.find, search.shingles);
}

interface Search {
  readonly shingles: Int32Array[];
  /** Texts whose least hashes agree in a band. */
  readonly buckets: Map<string, number[]>;
  readonly sets: UnionFind;
  readonly threshold: number;
  readonly bands: number;
  readonly seeds: Int32Array;
}

/** Joins a text with those before it that are alike, and puts it into its buckets. */
function joinAlike({ shingles, buckets, sets, threshold, bands, seeds }: Search, text: number): void {
  const own = shingles[text] ?? new Int32Array(0);
  if (own.length === 0) return;
  const isAlike = (other: number) => sets.find(other) !== sets.find(text) && shingleLikeness(shingles[other] ?? own, own) >= threshold;
  const signature = signatureOf(own, seeds);
  for (let band = 0; band < hashes; band += bands) {
    const bucket = bucketOf(buckets, `${band}:${signature.subarray(band, band + bands).join(',')}`);
    for (const other of bucket) if (isAlike(other)) sets.join(other, text);
    if (bucket.length < mostCompared) bucket.push(text);
  }
}

function bucketOf(buckets: Map<string, number[]>, key: string): number[] {
  const known = buckets.get(key);
  if (known) return known;
  const made: number[] = [];
  buckets.set(key, made);
  return made;
}

/** The longest bands that still find a pair at the threshold in 99 of 100 cases. */
function bandLength(threshold: number): number {
  const lengths = [16, 8, 4, 2];
  return lengths.find((length) => (1 - threshold ** length) ** (hashes / length) <= 0.01) ?? 1;
}

function seedsOf(seed: number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({ length: hashes }, () => Math.floor(random.next() * 4_294_967_296) | 0);
}

/** The least of 128 hashes over the shingles. */
function signatureOf(shingles: Int32Array, seeds: Int32Array): Int32Array {
  const signature = new Int32Array(seeds.length).fill(0x7fffffff);
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i] ?? 0;
    for (let h = 0; h < seeds.length; h++) {
      let mixed = Math.imul(shingle ^ (seeds[h] ?? 0), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      mixed ^= mixed >>> 16;
      if (mixed < (signature[h] ?? 0)) signature[h] = mixed;
    }
  }
  return signature;
}

/** Groups of two and more, the largest first. */
function groupsOf(n: number, find: (text: number) => number, shingles: readonly Int32Array[]): readonly DuplicateGroup[] {
  const byRoot = new Map<number, number[]>();
  for (let text = 0; text < n; text++) {
    const members = byRoot.get(find(text)) ?? [];
    members.push(text);
    byRoot.set(find(text), members);
  }
  const groups = [...byRoot.values()].filter((members) => members.length > 1);
  groups.sort((left, right) => right.length - left.length);
  return groups.map((members) => {
    const first = shingles[members[0] ?? 0] ?? new Int32Array(0);
    return { members, leastLikeness: members.reduce((least, text) => Math.min(least, shingleLikeness(first, shingles[text] ?? first)), 1) };
  });
}
