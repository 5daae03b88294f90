import { cannotAnswer } from '../../stats/column.ts';
import { codePoints } from './code-points.ts';

/** How much a common start counts. */
export interface WinklerOptions {
  /** Winkler's p: what each common letter at the start takes off the distance; 0.1 by default, at most 0.25. */
  readonly prefixScale?: number;
  /** Only texts that are more alike than this by Jaro gain by their start; 0.7 by default, as in Winkler's own program and in rapidfuzz. */
  readonly boostAbove?: number;
}

/** The first text of the last call, whose letters are kept: one text is mostly compared with many. */
const known = { text: '', isWide: false };
/** Bits of the places at which a UTF-16 unit stands in the known text. */
const places = new Int32Array(65_536);
const firstUnits = new Int32Array(32);
/** Units of the second text that have a fellow, in order. */
const matchedUnits = new Int32Array(33);
/** That of i in j at 33 i + j: to look three up takes less than three divisions. */
const shares = Float64Array.from({ length: 33 * 33 }, (_, at) => Math.floor(at / 33) / (at % 33));

/**
 * Jaro's similarity of two texts by code points, 0 to 1: the mean of the shares of letters that have a fellow within half the longer length, and of those
 * fellows that stand in the same order. 1 for two empty texts, 0 for one. An odd number of misplaced letters is
 * rounded down to whole swaps, as in Winkler's program and rapidfuzz; ClickHouse counts the half. Case and accents count: normalise before.
 * Jaro, Advances in record-linkage methodology, JASA 84, 1989. MARTHA and MARHTA: 0.944.
 */
export function jaroSimilarity(first: string, second: string): number {
  const m = first.length;
  const n = second.length;
  if (m === 0 || n === 0) return m === n ? 1 : 0;
  const short = m <= 32 && n <= 32 ? jaroOfShort(first, second) : -1;
  return short >= 0 ? short : jaroOfLong(codePoints(first), codePoints(second));
}

/**
 * Jaro's similarity raised by up to four common letters at the start: J + ℓ·p·(1 − J). Good for names of people; for long texts take q-grams.
 * Winkler, String comparator metrics and enhanced decision rules, 1990. MARTHA and MARHTA: 0.961.
 * @throws UserError for a prefix scale outside 0 to 0.25
 */
export function jaroWinklerSimilarity(first: string, second: string, options?: WinklerOptions): number {
  const similarity = jaroSimilarity(first, second);
  const prefixScale = options?.prefixScale ?? 0.1;
  if (!(prefixScale >= 0 && prefixScale <= 0.25)) throw cannotAnswer(`Winkler's prefix scale is from 0 to 0.25, not ${prefixScale}`);
  if (similarity <= (options?.boostAbove ?? 0.7)) return similarity;
  return similarity + commonStart(first, second) * prefixScale * (1 - similarity);
}

/** Up to 32 letters each: what has a fellow is a bit. Hyyrö's bit-parallel search, as in rapidfuzz. −1 where a character is of two units. */
function jaroOfShort(first: string, second: string): number {
  if (first !== known.text) learn(first);
  const m = first.length;
  const n = second.length;
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  // Bits from j − reach to j + reach: grows until it is full, then moves.
  let window = (1 << (reach + 1)) - 1;
  let free = -1;
  let matches = 0;
  let allBits = 0;
  for (let j = 0; j < n; j++) {
    const unit = second.charCodeAt(j);
    allBits |= unit;
    matchedUnits[matches] = unit;
    const found = (places[unit] as number) & free & window;
    free ^= found & -found;
    matches += Number(found !== 0);
    window = (window << 1) | Number(j < reach);
  }
  if (known.isWide || (allBits >= 0xd800 && halfOfCharacter.test(second))) return -1;
  if (matches === 0) return 0;
  const ordered = matches - (misplacedOf(~free) >> 1);
  const share = shares[matches * 33 + m] as number;
  return (share + (shares[matches * 33 + n] as number) + (shares[ordered * 33 + matches] as number)) / 3;
}

const halfOfCharacter = /[\ud800-\udfff]/;

/** Takes the places of another text in place of those of the known one. */
function learn(text: string): void {
  for (let i = 0; i < known.text.length; i++) places[firstUnits[i] as number] = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    firstUnits[i] = unit;
    places[unit] = (places[unit] as number) | (1 << i);
  }
  known.text = text;
  known.isWide = halfOfCharacter.test(text);
}

/** Matched letters that stand in another order in the second text. */
function misplacedOf(matchedFirst: number): number {
  let misplaced = 0;
  let left = matchedFirst;
  for (let match = 0; left !== 0; match++) {
    misplaced += Number(firstUnits[31 - Math.clz32(left & -left)] !== matchedUnits[match]);
    left &= left - 1;
  }
  return misplaced;
}

function jaroOfLong(first: Int32Array, second: Int32Array): number {
  const [m, n] = [first.length, second.length];
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  const [isMatchedFirst, isMatchedSecond] = [new Uint8Array(m), new Uint8Array(n)];
  let matches = 0;
  const open = openPlaces(first);
  for (let j = 0; j < n; j++) {
    const i = open.take(second[j] as number, j - reach, j + reach);
    if (i < 0) continue;
    isMatchedFirst[i] = 1;
    isMatchedSecond[j] = 1;
    matches++;
  }
  if (matches === 0) return 0;
  const [left, right] = [first.filter((_, i) => isMatchedFirst[i] === 1), second.filter((_, j) => isMatchedSecond[j] === 1)];
  const misplaced = left.reduce((count, point, k) => count + (point === right[k] ? 0 : 1), 0);
  return (matches / m + matches / n + (matches - (misplaced >> 1)) / matches) / 3;
}

/** Where each code point stands, to be taken once. `from` must not fall from one call to the next, so that what lies before it is left behind for good. */
function openPlaces(points: Int32Array) {
  const placesOf = new Map<number, { readonly places: number[]; next: number }>();
  points.forEach((point, place) => {
    const found = placesOf.get(point);
    if (found) found.places.push(place);
    else placesOf.set(point, { places: [place], next: 0 });
  });
  /** The first open place of a code point from `from` to `to`; −1 where there is none. */
  const take = (point: number, from: number, to: number): number => {
    const found = placesOf.get(point);
    if (!found) return -1;
    while (found.next < found.places.length && (found.places[found.next] as number) < from) found.next++;
    const place = found.places[found.next] ?? -1;
    if (place < 0 || place > to) return -1;
    found.next++;
    return place;
  };
  return { take };
}

/** Common code points at the start, at most 4. */
function commonStart(first: string, second: string): number {
  let count = 0;
  let at = 0;
  while (count < 4 && at < first.length && first.charCodeAt(at) === second.charCodeAt(at)) {
    // The second unit of a character counts with its first.
    if ((first.charCodeAt(at) & 0xfc00) !== 0xdc00) count++;
    at++;
  }
  return isHalfCommon(first, second, at) ? count - 1 : count;
}

/** Two different characters of two units may begin alike. */
function isHalfCommon(first: string, second: string, at: number): boolean {
  return at > 0 && (first.charCodeAt(at - 1) & 0xfc00) === 0xd800 && first.codePointAt(at - 1) !== second.codePointAt(at - 1);
}
