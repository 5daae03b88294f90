import { cannotAnswer } from '../column.ts';
import type { Random } from '../random.ts';
import { type Points, squaredDistance } from './points.ts';

/**
 * First centres by k-means++, each the best of 2 + ln k draws, as scikit-learn does. Arthur and Vassilvitskii 2007.
 * @throws UserError where fewer points than `k` differ
 */
export function startCentres({ n, width, values }: Points, k: number, random: Random): Float64Array {
  const centres = new Float64Array(k * width);
  const first = random.below(n) * width;
  centres.set(values.subarray(first, first + width));
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let total = lower({ width, values, nearest }, first, nearest);
  const tries = 2 + Math.floor(Math.log(k));
  let [best, trial] = [new Float64Array(n), new Float64Array(n)];
  for (let centre = 1; centre < k; centre++) {
    if (!(total > 0)) throw cannotAnswer(`only ${centre} of the points differ, so there are no ${k} clusters`);
    let [bestTotal, bestAt] = [Number.POSITIVE_INFINITY, 0];
    for (let attempt = 0; attempt < tries; attempt++) {
      const at = draw(nearest, total, random) * width;
      const left = lower({ width, values, nearest }, at, trial);
      if (left >= bestTotal) continue;
      [bestTotal, bestAt] = [left, at];
      [best, trial] = [trial, best];
    }
    nearest.set(best);
    total = bestTotal;
    centres.set(values.subarray(bestAt, bestAt + width), centre * width);
  }
  return centres;
}

interface Nearest {
  readonly width: number;
  readonly values: Float64Array;
  readonly nearest: Float64Array;
}

/** Squared distances to the nearest centre were the point at `at` one too; their sum. */
function lower({ width, values, nearest }: Nearest, at: number, into: Float64Array): number {
  let total = 0;
  for (let i = 0; i < nearest.length; i++) {
    const distance = Math.min(nearest[i] ?? 0, squaredDistance(values, i * width, values, at, width));
    into[i] = distance;
    total += distance;
  }
  return total;
}

/** A case by chance, with weights. */
function draw(weights: Float64Array, total: number, random: Random): number {
  let rest = random.next() * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    last = i;
    rest -= weight;
    if (rest < 0) return i;
  }
  return last;
}
