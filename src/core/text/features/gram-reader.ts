import { cannotAnswer } from '../../stats/column.ts';

/** Which runs of a text are its features. */
export interface GramSpec {
  /**
   * `word`: words in a row. `character`: characters (code points) in a row, over spaces too. `character in word`: characters in a row within what stands between
   * spaces, with one space at either end, so that beginnings and ends differ from middles (`char_wb` of scikit-learn). Texts are read in lower case.
   */
  readonly unit: 'word' | 'character' | 'character in word';
  /** The fewest words or characters in a row. */
  readonly shortest: number;
  readonly longest: number;
  /** The words of a text in order, for the unit `word`; else `plainWords`. */
  readonly words?: ((text: string) => readonly string[]) | undefined;
}

/** Reads the runs of one text after another into arrays that it uses again. */
export interface GramReader {
  /** Reads a text and returns how many runs it has. */
  read(text: string): number;
  /** Two halves of a hash of 64 bits of the run at `index` of the text read last. */
  first(): Int32Array;
  second(): Int32Array;
  /** The run as text. */
  nameOf(index: number): string;
}

/** Runs of letters, digits and underscores of at least two characters, in lower case: the words of scikit-learn's vectorisers. */
export function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}

/** @throws UserError for a shortest or longest run that is no whole number from 1 on, or in the wrong order */
export function gramReader(spec: GramSpec): GramReader {
  const { shortest, longest } = spec;
  if (!Number.isInteger(shortest) || !Number.isInteger(longest) || shortest < 1 || longest < shortest)
    throw cannotAnswer(`runs of ${shortest} to ${longest}; give whole numbers from 1 on, the shortest first`);
  const found = emptyRuns();
  const words = spec.words ?? plainWords;
  const read = { word: readWords, character: readCharacters, 'character in word': readCharactersInWords }[spec.unit];
  return {
    read: (text) => {
      found.count = 0;
      found.text = textOf(text, spec.unit, words);
      takePoints(found);
      reserve(found, found.length * (longest - shortest + 1) + 1);
      read(found, shortest, longest);
      return found.count;
    },
    first: () => found.first,
    second: () => found.second,
    nameOf: (index) => found.text.slice(found.offsets[found.starts[index] ?? 0], found.offsets[found.ends[index] ?? 0]),
  };
}

interface Runs {
  text: string;
  /** Code points of the text, and where each stands in it. */
  points: Int32Array;
  offsets: Int32Array;
  length: number;
  first: Int32Array;
  second: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

function emptyRuns(): Runs {
  const none = new Int32Array(1);
  return { text: '', points: none, offsets: none, length: 0, first: none, second: none, starts: none, ends: none, count: 0 };
}

function textOf(text: string, unit: GramSpec['unit'], words: (text: string) => readonly string[]): string {
  if (unit === 'word') return words(text).join(' ');
  if (unit === 'character') return text.toLowerCase().replace(/\s\s+/g, ' ');
  const plain = text.toLowerCase().trim().replace(/\s+/g, '  ');
  return plain === '' ? '' : ` ${plain} `;
}

function takePoints(found: Runs): void {
  const { text } = found;
  if (found.points.length <= text.length) {
    found.points = new Int32Array(2 * text.length + 16);
    found.offsets = new Int32Array(2 * text.length + 16);
  }
  let length = 0;
  for (let at = 0; at < text.length; length++) {
    const point = text.codePointAt(at) ?? 0;
    found.points[length] = point;
    found.offsets[length] = at;
    at += point > 0xffff ? 2 : 1;
  }
  found.offsets[length] = text.length;
  found.length = length;
}

function reserve(found: Runs, most: number): void {
  if (found.first.length >= most) return;
  found.first = new Int32Array(2 * most);
  found.second = new Int32Array(2 * most);
  found.starts = new Int32Array(2 * most);
  found.ends = new Int32Array(2 * most);
}

const space = 32;

function readCharacters(found: Runs, shortest: number, longest: number): void {
  readBetween(found, 0, found.length, shortest, longest);
}

function readCharactersInWords(found: Runs, shortest: number, longest: number): void {
  let from = 0;
  while (from < found.length) {
    let to = from + 1;
    while (found.points[to] !== space) to++;
    readBetween(found, from, to + 1, Math.min(shortest, to + 1 - from), longest);
    from = to + 1;
  }
}

function readBetween(found: Runs, from: number, to: number, shortest: number, longest: number): void {
  const { points } = found;
  for (let start = from; start < to; start++) {
    const last = Math.min(to, start + longest);
    let [first, second] = [firstSeed, secondSeed];
    for (let at = start; at < last; at++) {
      const point = points[at] ?? 0;
      first = firstMix(first, point);
      second = secondMix(second, point);
      if (at - start + 1 >= shortest) add(found, first, second, start, at + 1);
    }
  }
}

/** Words stand one space apart; a run of words is hashed over the spaces between. */
function readWords(found: Runs, shortest: number, longest: number): void {
  for (let start = 0; start < found.length; start++) {
    if (start === 0 || found.points[start - 1] === space) readWordsFrom(found, start, shortest, longest);
  }
}

function readWordsFrom(found: Runs, start: number, shortest: number, longest: number): void {
  const { points, length } = found;
  let [first, second, words] = [firstSeed, secondSeed, 0];
  for (let at = start; at < length && words < longest; at++) {
    const point = points[at] ?? 0;
    first = firstMix(first, point);
    second = secondMix(second, point);
    if (at + 1 < length && points[at + 1] !== space) continue;
    words++;
    if (words >= shortest) add(found, first, second, start, at + 1);
  }
}

function add(found: Runs, first: number, second: number, start: number, end: number): void {
  const index = found.count++;
  found.first[index] = first;
  found.second[index] = second;
  found.starts[index] = start;
  found.ends[index] = end;
}

const firstSeed = 0x2f0b4c47;
const secondSeed = 0x5bd1e995;

/** The step of MurmurHash3 (Austin Appleby) over one code point. */
function firstMix(hash: number, point: number): number {
  let block = Math.imul(point, 0xcc9e2d51);
  block = Math.imul((block << 15) | (block >>> 17), 0x1b873593);
  const mixed = hash ^ block;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** The same with the other numbers of its form for 128 bits. */
function secondMix(hash: number, point: number): number {
  let block = Math.imul(point, 0xab0e9789);
  block = Math.imul((block << 16) | (block >>> 16), 0x38b34ae5);
  const mixed = hash ^ block;
  return (Math.imul((mixed << 17) | (mixed >>> 15), 5) + 0x0bcaa747) | 0;
}
