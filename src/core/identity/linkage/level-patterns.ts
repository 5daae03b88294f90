import { missingLevel, type PreparedComparison } from './prepare-comparison.ts';

/** Pairs counted by the levels that they have on all comparisons. */
export interface LevelPatterns {
  /** Levels of each pattern, one after the other, as many as comparisons. */
  readonly levels: Uint8Array;
  readonly counts: Float64Array;
  /** The pattern of each pair. */
  readonly patternOf: Int32Array;
}

/** Compares pairs and counts them by pattern: the search of the model needs no more than that. */
export function countPatterns(comparisons: readonly PreparedComparison[], left: Int32Array, right: Int32Array): LevelPatterns {
  const width = comparisons.length;
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const flat: number[] = [];
  const row = new Array<number>(width).fill(0);
  const patternOf = Int32Array.from(left, (record, pair) => {
    for (let k = 0; k < width; k++) row[k] = comparisons[k]?.levelOf(record, right[pair] ?? 0) ?? missingLevel;
    const key = String.fromCharCode(...row);
    const known = numbers.get(key);
    const number = known ?? numbers.size;
    if (known === undefined) {
      numbers.set(key, number);
      flat.push(...row);
    }
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  });
  return { levels: Uint8Array.from(flat), counts: Float64Array.from(counts), patternOf };
}
