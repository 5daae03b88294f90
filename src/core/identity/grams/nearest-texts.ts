import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import type { GramVectors } from './gram-vectors.ts';

/** Another text that is alike. */
export interface Neighbour {
  readonly index: number;
  readonly cosine: number;
}

export interface NearestOptions {
  /** How many neighbours of each text at most; 1 by default. */
  readonly most?: number;
  /** Neighbours that are less alike are left out; 0 by default. */
  readonly atLeast?: number;
  /** Whether a text may be the neighbour of another; everybody but itself by default. */
  readonly isAllowed?: (text: number, neighbour: number) => boolean;
  /** Grams that more texts than this hold are not searched by, only weighed; all are by default. It bounds the time for long lists. */
  readonly commonest?: number;
  readonly progress?: Progress;
}

/** The texts most alike to each text by the cosine of their grams, best first; equal ones by their position. Found by an index from grams to texts. @throws UserError for numbers that cannot be */
export function nearestTexts(vectors: GramVectors, options: NearestOptions = {}): Neighbour[][] {
  const { most = 1, atLeast = 0, isAllowed = (text, other) => text !== other, commonest = Number.POSITIVE_INFINITY, progress } = options;
  if (!(most >= 1)) throw cannotAnswer(`a text has at most 1 neighbour or more, not ${most}`);
  if (Number.isNaN(atLeast) || Number.isNaN(commonest))
    throw cannotAnswer('the least likeness and the commonest gram are numbers, not NaN');
  const index = indexByGram(vectors);
  const [sums, touched] = [new Float64Array(vectors.n), new Int32Array(vectors.n)];
  return Array.from({ length: vectors.n }, (_, text) => {
    if (text % 256 === 0) checkpoint(progress, text / vectors.n);
    const count = addCosines(vectors, index, { text, commonest, sums, touched });
    const found: Neighbour[] = [];
    for (let k = 0; k < count; k++) {
      const other = touched[k] ?? 0;
      const cosine = sums[other] ?? 0;
      sums[other] = 0;
      if (cosine >= atLeast && isAllowed(text, other)) keepBest(found, { index: other, cosine }, most);
    }
    return found;
  });
}

interface GramIndex {
  readonly starts: Int32Array;
  readonly texts: Int32Array;
  readonly weights: Float64Array;
}

function indexByGram({ offsets, grams, weights, gramCount, n }: GramVectors): GramIndex {
  const starts = new Int32Array(gramCount + 1);
  for (let k = 0; k < grams.length; k++) starts[(grams[k] as number) + 1] = (starts[(grams[k] as number) + 1] as number) + 1;
  for (let gram = 0; gram < gramCount; gram++) starts[gram + 1] = (starts[gram + 1] as number) + (starts[gram] as number);
  const next = starts.slice();
  const index = { starts, texts: new Int32Array(grams.length), weights: new Float64Array(grams.length) };
  for (let text = 0; text < n; text++) {
    for (let k = offsets[text] as number; k < (offsets[text + 1] as number); k++) {
      const gram = grams[k] as number;
      const at = next[gram] as number;
      next[gram] = at + 1;
      index.texts[at] = text;
      index.weights[at] = weights[k] as number;
    }
  }
  return index;
}

interface Search {
  readonly text: number;
  readonly commonest: number;
  readonly sums: Float64Array;
  readonly touched: Int32Array;
}

function addCosines(vectors: GramVectors, index: GramIndex, { text, commonest, sums, touched }: Search): number {
  let count = 0;
  for (let k = vectors.offsets[text] as number; k < (vectors.offsets[text + 1] as number); k++) {
    const gram = vectors.grams[k] as number;
    const [from, to] = [index.starts[gram] as number, index.starts[gram + 1] as number];
    if (to - from > commonest) continue;
    const weight = vectors.weights[k] as number;
    for (let at = from; at < to; at++) {
      const other = index.texts[at] as number;
      const sum = sums[other] as number;
      if (sum === 0) touched[count++] = other;
      sums[other] = sum + weight * (index.weights[at] as number);
    }
  }
  return count;
}

function keepBest(found: Neighbour[], candidate: Neighbour, most: number): void {
  const isWorse = (a: Neighbour, b: Neighbour) => a.cosine < b.cosine || (a.cosine === b.cosine && a.index > b.index);
  const last = found[found.length - 1];
  if (found.length >= most && (last === undefined || !isWorse(last, candidate))) return;
  if (found.length >= most) found.pop();
  let at = found.length;
  for (; at > 0; at--) {
    const before = found[at - 1];
    if (before === undefined || !isWorse(before, candidate)) break;
  }
  found.splice(at, 0, candidate);
}
