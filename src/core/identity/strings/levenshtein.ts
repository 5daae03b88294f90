import { checkLengths } from './check-lengths.ts';
import { codePoints } from './code-points.ts';

/**
 * Levenshtein's distance by code points: the fewest letters put in, taken out or replaced that turn one text into the other.
 * Up to 31 letters bit by bit (Myers 1999, in Hyyrö's form), above by rows (Wagner and Fischer 1974). kitten and sitting: 3.
 * @throws UserError for texts too long to compare letter by letter
 */
export function levenshteinDistance(first: string, second: string): number {
  return levenshteinOfPoints(codePoints(first), codePoints(second));
}

/** The same of code points. */
export function levenshteinOfPoints(first: Int32Array, second: Int32Array): number {
  const [long, short] = first.length >= second.length ? [first, second] : [second, first];
  if (short.length === 0) return long.length;
  return short.length <= 31 ? byBits(short, long) : byRows(short, long);
}

/** 1 less the distance as a share of the longer text; 1 for two empty texts. */
export function levenshteinSimilarity(first: string, second: string): number {
  const longest = Math.max(codePoints(first).length, codePoints(second).length);
  return longest === 0 ? 1 : 1 - levenshteinDistance(first, second) / longest;
}

/** Bits of the places at which a code point stands in the shorter text; all 0 between two calls. */
const places = new Int32Array(0x110000);

function byBits(pattern: Int32Array, text: Int32Array): number {
  for (let i = 0; i < pattern.length; i++) places[pattern[i] as number] = (places[pattern[i] as number] as number) | (1 << i);
  const last = 1 << (pattern.length - 1);
  let [positive, negative, distance] = [-1, 0, pattern.length];
  for (let j = 0; j < text.length; j++) {
    const equal = places[text[j] as number] as number;
    const diagonal = (((equal & positive) + positive) ^ positive) | equal | negative;
    let up = negative | ~(diagonal | positive);
    let down = diagonal & positive;
    if ((up & last) !== 0) distance++;
    else if ((down & last) !== 0) distance--;
    up = (up << 1) | 1;
    down <<= 1;
    positive = down | ~(diagonal | up);
    negative = up & diagonal;
  }
  for (let i = 0; i < pattern.length; i++) places[pattern[i] as number] = 0;
  return distance;
}

function byRows(short: Int32Array, long: Int32Array): number {
  checkLengths(short, long);
  const row = Int32Array.from({ length: short.length + 1 }, (_, i) => i);
  for (let j = 1; j <= long.length; j++) {
    let diagonal = row[0] ?? 0;
    row[0] = j;
    for (let i = 1; i <= short.length; i++) {
      const above = row[i] ?? 0;
      const replaced = diagonal + (short[i - 1] === long[j - 1] ? 0 : 1);
      row[i] = Math.min(replaced, above + 1, (row[i - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[short.length] ?? 0;
}
