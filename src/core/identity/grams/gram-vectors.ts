import { gramsOf } from './grams-of.ts';

/** How grams are cut. */
export interface GramOptions {
  /** Letters in a gram; 3 by default. */
  readonly size?: number;
  readonly isPadded?: boolean;
}

/** Texts as vectors of length 1 over their grams, rare grams weighing more. */
export interface GramVectors {
  /** Where each text's grams start in the two columns; one more than texts. */
  readonly offsets: Int32Array;
  /** Grams of each text by number, ascending. */
  readonly grams: Int32Array;
  readonly weights: Float64Array;
  /** How many different grams there are. */
  readonly gramCount: number;
  readonly n: number;
}

/**
 * TF-IDF vectors of texts by grams of letters: count × (ln((1 + n) ÷ (1 + texts with the gram)) + 1), then to length 1, as scikit-learn's
 * TfidfVectorizer does by default. An empty text is the zero vector.
 */
export function gramVectors(texts: readonly string[], { size = 3, isPadded = false }: GramOptions = {}): GramVectors {
  const numbers = new Map<string, number>();
  const textsWith: number[] = [];
  const counted = texts.map((text) =>
    Array.from(gramsOf(text, size, isPadded), ([gram, count]) => {
      const number = numbers.get(gram) ?? numbers.size;
      if (number === numbers.size) numbers.set(gram, number);
      textsWith[number] = (textsWith[number] ?? 0) + 1;
      return { number, count };
    }).sort((a, b) => a.number - b.number),
  );
  const offsets = new Int32Array(texts.length + 1);
  counted.forEach((each, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + each.length;
  });
  const [grams, weights] = [new Int32Array(offsets[texts.length] ?? 0), new Float64Array(offsets[texts.length] ?? 0)];
  const rarity = Float64Array.from(textsWith, (count) => Math.log((1 + texts.length) / (1 + count)) + 1);
  counted.forEach((each, i) => {
    const from = offsets[i] ?? 0;
    const length = Math.sqrt(each.reduce((sum, { number, count }) => sum + (count * (rarity[number] ?? 0)) ** 2, 0));
    each.forEach(({ number, count }, k) => {
      grams[from + k] = number;
      weights[from + k] = (count * (rarity[number] ?? 0)) / length;
    });
  });
  return { offsets, grams, weights, gramCount: numbers.size, n: texts.length };
}

/** Cosine of the angle between two of the texts: 0 when they share no gram, 1 when their grams are the same. */
export function gramCosine({ offsets, grams, weights }: GramVectors, first: number, second: number): number {
  let i = offsets[first] as number;
  let j = offsets[second] as number;
  const endOfFirst = offsets[first + 1] as number;
  const endOfSecond = offsets[second + 1] as number;
  let sum = 0;
  while (i < endOfFirst && j < endOfSecond) {
    const left = grams[i] as number;
    const right = grams[j] as number;
    if (left === right) sum += (weights[i] as number) * (weights[j] as number);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return Math.min(1, sum);
}
