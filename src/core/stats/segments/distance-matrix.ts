import { cannotAnswer } from '../column.ts';
import { type Points, squaredDistance } from './points.ts';

/** Distances between all pairs of cases, each pair once. */
export interface DistanceMatrix {
  readonly n: number;
  /** (0,1), (0,2), … (1,2), … */
  readonly values: Float64Array;
  readonly at: (i: number, j: number) => number;
}

/** Beyond this the distances take more than 1.1 GB. */
export const mostMatrixCases = 16_000;

/** A matrix to be filled. @throws UserError for more than 16,000 cases */
export function distanceMatrix(n: number, distance: (i: number, j: number) => number): DistanceMatrix {
  if (n > mostMatrixCases)
    throw cannotAnswer(`${n} cases have too many pairs; this takes at most ${mostMatrixCases} cases: draw some, or use k-means first`);
  const values = new Float64Array((n * (n - 1)) / 2);
  let index = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) values[index++] = distance(i, j);
  const at = (i: number, j: number) => (i === j ? 0 : (values[pairIndex(n, Math.min(i, j), Math.max(i, j))] ?? 0));
  return { n, values, at };
}

/** Where the distance of cases i < j lies. */
export function pairIndex(n: number, i: number, j: number): number {
  return i * n - (i * (i + 1)) / 2 + j - i - 1;
}

/** Euclidean distances. @throws UserError for more than 16,000 cases */
export function euclideanDistances({ n, width, values }: Points): DistanceMatrix {
  return distanceMatrix(n, (i, j) => Math.sqrt(squaredDistance(values, i * width, values, j * width, width)));
}
