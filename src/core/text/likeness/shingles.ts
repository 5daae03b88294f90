import { type GramReader, gramReader } from '../features/gram-reader.ts';

/** Characters of a shingle. */
const shingleLength = 5;

/** Reads the shingles of texts: hashes of five characters in a row, in ascending order, each once. A shorter text is one shingle. */
export function shingleReader(): (text: string) => Int32Array {
  const reader = gramReader({ unit: 'character', shortest: shingleLength, longest: shingleLength });
  const whole = new Map<number, GramReader>();
  return (text) => {
    const plain = text.trim().replace(/\s+/g, ' ');
    if (plain === '') return new Int32Array(0);
    const length = [...plain.slice(0, 2 * shingleLength)].length;
    if (length >= shingleLength) return distinct(reader.first, reader.read(plain));
    const short = whole.get(length) ?? gramReader({ unit: 'character', shortest: length, longest: length });
    whole.set(length, short);
    return distinct(short.first, short.read(plain));
  };
}

function distinct(hashes: () => Int32Array, count: number): Int32Array {
  const sorted = hashes().slice(0, count).sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i] ?? 0;
  return sorted.slice(0, length);
}

/** Shared shingles over all of two texts (Jaccard): 1 is the same, 0 nothing alike; 0 of empty ones. */
export function shingleLikeness(left: Int32Array, right: Int32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] ?? 0, right[j] ?? 0];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  const all = left.length + right.length - shared;
  return all === 0 ? 0 : shared / all;
}
