import { logChoose } from '../distributions.ts';

/**
 * The chance of at least `count` baskets with both of two things that lie in `first` and `second` of `n` baskets, were they put there independently:
 * Fisher's exact test, one-sided.
 */
export function togetherByChance(count: number, first: number, second: number, n: number): number {
  const most = Math.min(first, second);
  const least = Math.max(0, first + second - n);
  if (count <= least) return 1;
  if (count > (first * second) / n) return upperTail(count, most, first, second, n);
  return Math.max(0, 1 - lowerTail(count - 1, least, first, second, n));
}

function chance(count: number, first: number, second: number, n: number): number {
  return Math.exp(logChoose(first, count) + logChoose(n - first, second - count) - logChoose(n, second));
}

/** Sums away from the peak, where terms fall, until they no longer count. */
function upperTail(from: number, most: number, first: number, second: number, n: number): number {
  let term = chance(from, first, second, n);
  let sum = term;
  for (let k = from; k < most && term > 1e-17 * sum; k++) {
    term *= ((first - k) * (second - k)) / ((k + 1) * (n - first - second + k + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

function lowerTail(from: number, least: number, first: number, second: number, n: number): number {
  let term = chance(from, first, second, n);
  let sum = term;
  for (let k = from; k > least && term > 1e-17 * sum; k--) {
    term *= (k * (n - first - second + k)) / ((first - k + 1) * (second - k + 1));
    sum += term;
  }
  return sum;
}
