import { cannotAnswer, checkSize } from '../column.ts';

/** Values at equal steps of time, oldest first; null is a gap, which is never taken for 0. */
export type TimeSeries = ArrayLike<number | null>;

/**
 * A series as numbers, with NaN for its gaps.
 * @throws UserError `cannot_answer` for fewer than `atLeast` known values, and for NaN or Infinity, which is named with its position
 */
export function knownValues(series: TimeSeries, atLeast: number): Float64Array {
  const values = new Float64Array(series.length);
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const value = series[i] ?? null;
    if (value !== null && !Number.isFinite(value))
      throw cannotAnswer(`the series has ${value} at position ${i}; give finite numbers, and null where nothing is known`);
    checkSize(value ?? 0, 'the series', i);
    values[i] = value ?? Number.NaN;
    if (value !== null) known++;
  }
  if (known < atLeast) throw cannotAnswer(`the series has ${known} known values; this needs at least ${atLeast}`);
  return values;
}

/** A series without gaps. @throws UserError as `knownValues`, and for a gap, which is named */
export function unbrokenValues(series: TimeSeries, atLeast: number): Float64Array {
  const values = knownValues(series, atLeast);
  const gap = values.findIndex(Number.isNaN);
  if (gap >= 0) throw cannotAnswer(`the series has a gap at position ${gap}; this method needs a value at each step`);
  return values;
}

/** Refuses what cannot be a number of steps ahead. @throws UserError */
export function checkHorizon(horizon: number): void {
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 100_000)
    throw cannotAnswer(`a horizon of ${horizon} cannot be forecast; give a whole number of steps from 1 to 100000`);
}

/** Refuses what cannot be a season's length, and a series of fewer than `cycles` seasons. @throws UserError */
export function checkPeriod(period: number, length: number, cycles = 2): void {
  if (!Number.isInteger(period) || period < 2) throw cannotAnswer(`a season of ${period} steps is none; give a whole number from 2`);
  if (length < cycles * period)
    throw cannotAnswer(`${length} steps hold fewer than ${cycles} seasons of ${period}; give a longer series or leave the season out`);
}

/** Gaps filled along the straight line between their neighbours; at the ends by the nearest value. Returns a copy. */
export function bridgeGaps(values: Float64Array): Float64Array {
  const filled = Float64Array.from(values);
  let last = -1;
  for (let i = 0; i <= filled.length; i++) {
    if (i < filled.length && Number.isNaN(filled[i])) continue;
    if (i - last > 1) bridge(filled, last, i);
    last = i;
  }
  return filled;
}

/** Fills between the known positions `from` and `to`, one of which may lie outside. */
function bridge(values: Float64Array, from: number, to: number): void {
  const left = values[from] ?? values[to] ?? Number.NaN;
  const right = values[to] ?? left;
  for (let i = from + 1; i < to; i++) values[i] = left + ((right - left) * (i - from)) / (to - from);
}
