import type { SparseRows } from '../features/sparse-rows.ts';

/** Classes that are learned side by side, since reading a row takes longer than scoring it for one class. */
export const classLanes = 8;

/** Score of a row for one lane: Σ weight · value and the constant. The weight of feature f for a lane stands at f · lanes + lane. */
export function scoreLane(rows: SparseRows, row: number, weights: Float32Array, lanes: number, lane: number): number {
  if (lanes === 1) return scoreAlone(rows, row, weights);
  const { starts, indices, values, columns } = rows;
  const to = starts[row + 1] as number;
  let [even, odd] = [weights[columns * lanes + lane] as number, 0];
  let at = starts[row] as number;
  for (; at + 1 < to; at += 2) {
    even += (values[at] as number) * (weights[(indices[at] as number) * lanes + lane] as number);
    odd += (values[at + 1] as number) * (weights[(indices[at + 1] as number) * lanes + lane] as number);
  }
  if (at < to) even += (values[at] as number) * (weights[(indices[at] as number) * lanes + lane] as number);
  return even + odd;
}

/** The same where one lane is all: places need no product. */
function scoreAlone({ starts, indices, values, columns }: SparseRows, row: number, weights: Float32Array): number {
  const to = starts[row + 1] as number;
  let [even, odd] = [weights[columns] as number, 0];
  let at = starts[row] as number;
  for (; at + 1 < to; at += 2) {
    even += (values[at] as number) * (weights[indices[at] as number] as number);
    odd += (values[at + 1] as number) * (weights[indices[at + 1] as number] as number);
  }
  if (at < to) even += (values[at] as number) * (weights[indices[at] as number] as number);
  return even + odd;
}

/** Scores of a row for all `classLanes`. */
export function scoreLanes(
  { starts, indices, values, columns }: SparseRows,
  row: number,
  weights: Float32Array,
  scores: Float64Array,
): void {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  const to = starts[row + 1] as number;
  for (let at = starts[row] as number; at < to; at++) {
    const value = values[at] as number;
    const base = (indices[at] as number) * 8;
    a += value * (weights[base] as number);
    b += value * (weights[base + 1] as number);
    c += value * (weights[base + 2] as number);
    d += value * (weights[base + 3] as number);
    e += value * (weights[base + 4] as number);
    f += value * (weights[base + 5] as number);
    g += value * (weights[base + 6] as number);
    h += value * (weights[base + 7] as number);
  }
  const constants = columns * 8;
  scores[0] = a + (weights[constants] as number);
  scores[1] = b + (weights[constants + 1] as number);
  scores[2] = c + (weights[constants + 2] as number);
  scores[3] = d + (weights[constants + 3] as number);
  scores[4] = e + (weights[constants + 4] as number);
  scores[5] = f + (weights[constants + 5] as number);
  scores[6] = g + (weights[constants + 6] as number);
  scores[7] = h + (weights[constants + 7] as number);
}

/** Adds a multiple of a row to the weights of a lane, and it itself to the constant. */
export function addToLane(
  { starts, indices, values, columns }: SparseRows,
  row: number,
  factor: number,
  weights: Float32Array,
  lanes: number,
  lane: number,
): void {
  const to = starts[row + 1] as number;
  for (let at = starts[row] as number; at < to; at++) {
    const place = (indices[at] as number) * lanes + lane;
    weights[place] = (weights[place] as number) + factor * (values[at] as number);
  }
  weights[columns * lanes + lane] = (weights[columns * lanes + lane] as number) + factor;
}
