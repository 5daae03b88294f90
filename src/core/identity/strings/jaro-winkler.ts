import { cannotAnswer } from '../../stats/column.ts';
import { codePoints } from './code-points.ts';

/** How much a common start counts. */
export interface WinklerOptions {
  /** Winkler's p: what each common letter at the start takes off the distance; 0.1 by default, at most 0.25. */
  readonly prefixScale?: number;
  /** Only texts that are more alike than this by Jaro gain by their start; 0.7 by default, as in Winkler's own program and in rapidfuzz. */
  readonly boostAbove?: number;
}

/** Bits of the places at which a UTF-16 unit stands in the first text; all 0 between two calls. */
const places = new Int32Array(65_536);
const firstUnits = new Int32Array(32);
const secondUnits = new Int32Array(32);

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
  const m = first.length;
  const n = second.length;
  // Below 0 once a unit was half of a character.
  let wide = 0;
  for (let i = 0; i < m; i++) {
    const unit = first.charCodeAt(i);
    wide |= ((unit & 0xf800) ^ 0xd800) - 1;
    firstUnits[i] = unit;
    places[unit] = (places[unit] as number) | (1 << i);
  }
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  // Bits from j − reach to j + reach: grows until it is full, then moves.
  let window = (1 << (reach + 1)) - 1;
  let free = -1;
  let matchedSecond = 0;
  for (let j = 0; j < n; j++) {
    const unit = second.charCodeAt(j);
    wide |= ((unit & 0xf800) ^ 0xd800) - 1;
    secondUnits[j] = unit;
    const found = (places[unit] as number) & free & window;
    free ^= found & -found;
    if (found !== 0) matchedSecond |= 1 << j;
    window = (window << 1) | Number(j < reach);
  }
  for (let i = 0; i < m; i++) places[firstUnits[i] as number] = 0;
  if (wide < 0) return -1;
  return free === -1 ? 0 : similarityOfMatches(~free, matchedSecond, m, n);
}

function similarityOfMatches(matchedFirst: number, matchedSecond: number, m: number, n: number): number {
  let left = matchedFirst;
  let right = matchedSecond;
  let misplaced = 0;
  let matches = 0;
  while (left !== 0) {
    if (firstUnits[31 - Math.clz32(left & -left)] !== secondUnits[31 - Math.clz32(right & -right)]) misplaced++;
    matches++;
    left &= left - 1;
    right &= right - 1;
  }
  return meanOfShares(matches, misplaced, m, n);
}

function jaroOfLong(first: Int32Array, second: Int32Array): number {
  const [m, n] = [first.length, second.length];
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  const [isMatchedFirst, isMatchedSecond] = [new Uint8Array(m), new Uint8Array(n)];
  let matches = 0;
  for (let j = 0; j < n; j++) {
    const to = Math.min(m - 1, j + reach);
    for (let i = Math.max(0, j - reach); i <= to; i++) {
      if (isMatchedFirst[i] === 1 || first[i] !== second[j]) continue;
      isMatchedFirst[i] = 1;
      isMatchedSecond[j] = 1;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  const [left, right] = [first.filter((_, i) => isMatchedFirst[i] === 1), second.filter((_, j) => isMatchedSecond[j] === 1)];
  const misplaced = left.reduce((count, point, k) => count + (point === right[k] ? 0 : 1), 0);
  return meanOfShares(matches, misplaced, m, n);
}

function meanOfShares(matches: number, misplaced: number, m: number, n: number): number {
  return (matches / m + matches / n + (matches - (misplaced >> 1)) / matches) / 3;
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
