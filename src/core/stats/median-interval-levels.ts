import { z95 } from './wilson-interval.ts';

const ratio = 1.2;
const smallest = 0.0002;

/**
 * Half-widths around 0.5 of the levels that one pass over the data asks for. A group takes the first one that is not narrower than its own n
 * needs, so an interval is never too narrow and at most a fifth too wide.
 */
export const medianHalfWidths: readonly number[] = halfWidths();

/** Levels below and above the median for every half-width, ascending. */
export const medianIntervalLevels: readonly number[] = [
  ...medianHalfWidths.map((width) => 0.5 - width),
  ...medianHalfWidths.toReversed().map((width) => 0.5 + width),
];

/**
 * Positions in `medianIntervalLevels` of the two order-statistic levels that hold 95 % for n values; null below 6, where not even the extremes do.
 * Ranks n/2 ∓ z√n/2: Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2.
 */
export function medianIntervalPositions(n: number): readonly [number, number] | null {
  if (n < 6) return null;
  const needed = Math.min(0.5, (z95 * Math.sqrt(n)) / 2 / (n - 1) + 1 / (n - 1));
  let position = 0;
  while (position + 1 < medianHalfWidths.length && (medianHalfWidths[position + 1] ?? 0) >= needed) position += 1;
  return [position, medianIntervalLevels.length - 1 - position];
}

function halfWidths(): number[] {
  const widths: number[] = [];
  for (let width = 0.5; width > smallest; width /= ratio) widths.push(width);
  return widths;
}
