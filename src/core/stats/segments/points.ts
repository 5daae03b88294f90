import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';

/** What cases are told apart by: one column of numbers for each feature, the same position the same case. */
export type Features = Readonly<Record<string, Column>>;

/** Cases as points: `width` numbers for each of `n` cases, one case after the other. */
export interface Points {
  readonly names: readonly string[];
  readonly n: number;
  readonly width: number;
  readonly values: Float64Array;
}

/**
 * Packs features. Distances take the units as they are: what is measured in larger numbers weighs more, see `standardisePoints`.
 * @throws UserError for no feature, no case, uneven columns and values that are not finite, named with their position
 */
export function pointsOf(features: Features): Points {
  const names = Object.keys(features);
  const first = features[names[0] ?? ''];
  if (first === undefined) throw cannotAnswer('there is no feature to tell cases apart by');
  const [n, width] = [first.length, names.length];
  const values = new Float64Array(n * width);
  names.forEach((name, k) => {
    const column = features[name] ?? [];
    checkColumn(column, name);
    checkSameLength(first, column, [names[0] ?? '', name]);
    for (let i = 0; i < n; i++) values[i * width + k] = column[i] ?? 0;
  });
  return { names, n, width, values };
}

/** Some of the points, in the order asked for; one may come several times. */
export function pickPoints({ names, width, values }: Points, cases: Uint32Array): Points {
  const picked = new Float64Array(cases.length * width);
  cases.forEach((from, to) => {
    picked.set(values.subarray(from * width, (from + 1) * width), to * width);
  });
  return { names, n: cases.length, width, values: picked };
}

/** Σ (a − b)² between the point at `a` of one array and the point at `b` of another. */
export function squaredDistance(first: Float64Array, a: number, second: Float64Array, b: number, width: number): number {
  let sum = 0;
  for (let k = 0; k < width; k++) {
    const difference = (first[a + k] ?? 0) - (second[b + k] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/** Means of each feature. */
export function centreOf({ n, width, values }: Points): Float64Array {
  const means = new Float64Array(width);
  for (let i = 0; i < n; i++) for (let k = 0; k < width; k++) means[k] = (means[k] ?? 0) + (values[i * width + k] ?? 0);
  return means.map((sum) => sum / n);
}
