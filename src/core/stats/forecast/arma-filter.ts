import { errorEchoes } from './arma-polynomials.ts';
import { at } from './at.ts';

/** A run of the filter over a series. */
export interface ArmaRun {
  /** What each value was off its forecast one step ahead. */
  readonly misses: Float64Array;
  /** Variance of each miss in units of the errors' variance. */
  readonly sizes: Float64Array;
  /** The state from which the next values follow: the first is the next value's mean. */
  readonly state: Float64Array;
}

/**
 * Kalman's filter of a stationary process of autoregression and moving average, from its own long-run distribution: the exact likelihood. Harvey 1989,
 * section 3.3; the first variances by the autocovariances. Null where the process is not stationary.
 */
export function runArma(values: Float64Array, ar: Float64Array, ma: Float64Array): ArmaRun | null {
  const size = Math.max(ar.length, ma.length + 1);
  const impulse = Float64Array.from({ length: size }, (_, i) => (i === 0 ? 1 : at(ma, i - 1)));
  const variance = firstVariance(ar, impulse);
  if (variance === null) return null;
  const [misses, sizes] = [new Float64Array(values.length), new Float64Array(values.length)];
  let state = new Float64Array(size);
  let isSteady = false;
  const gain = new Float64Array(size);
  for (let t = 0; t < values.length; t++) {
    const whole = at(variance, 0);
    const miss = at(values, t) - at(state, 0);
    misses[t] = miss;
    sizes[t] = whole;
    if (!isSteady) for (let i = 0; i < size; i++) gain[i] = at(variance, i) / whole;
    const updated = state.map((value, i) => value + at(gain, i) * miss);
    state = updated.map((_, i) => at(ar, i) * at(updated, 0) + at(updated, i + 1));
    if (isSteady) continue;
    advance(variance, gain, ar, impulse);
    isSteady = Math.abs(at(variance, 0) - 1) < 1e-11 && Math.abs(whole - 1) < 1e-11;
  }
  return { misses, sizes, state };
}

/**
 * The variance of the state one step on: first what the value told is taken off, then the process goes on. Only the upper half is kept up, and each cell is
 * read before the one that it moves to is written.
 */
function advance(variance: Float64Array, gain: Float64Array, ar: Float64Array, impulse: Float64Array): void {
  const size = gain.length;
  const whole = at(variance, 0);
  const row = new Float64Array(size + 1);
  for (let j = 0; j < size; j++) row[j] = at(variance, j) - at(gain, 0) * at(gain, j) * whole;
  const corner = at(row, 0);
  for (let i = 0; i < size; i++) {
    const [own, next, push] = [at(ar, i), at(row, i + 1), at(impulse, i)];
    const taken = i + 1 < size ? at(gain, i + 1) * whole : 0;
    for (let j = i; j < size; j++) {
      const below = j + 1 < size ? (variance[(i + 1) * size + j + 1] as number) - taken * (gain[j + 1] as number) : 0;
      const across = own === 0 ? 0 : own * (at(ar, j) * corner + (row[j + 1] as number));
      variance[i * size + j] = below + across + at(ar, j) * next + push * (impulse[j] as number);
    }
  }
}

/** The long-run variance of the state, row by row: its first row from autocovariances, the rest along the diagonals from the end. */
function firstVariance(ar: Float64Array, impulse: Float64Array): Float64Array | null {
  const size = impulse.length;
  const echoes = errorEchoes(ar, impulse.subarray(1), size);
  const covariances = autocovariances(ar, impulse, echoes);
  if (covariances === null || !(at(covariances, 0) > 0)) return null;
  const row = new Float64Array(size);
  row[0] = at(covariances, 0);
  for (let j = 1; j < size; j++) {
    let sum = 0;
    for (let k = j; k < size; k++) sum += at(ar, k) * at(covariances, 1 + k - j) + at(impulse, k) * at(echoes, k - j);
    row[j] = sum;
  }
  const variance = new Float64Array(size * size);
  for (let i = size - 1; i >= 0; i--) {
    for (let j = size - 1; j >= 0; j--) {
      const below = i + 1 < size && j + 1 < size ? at(variance, (i + 1) * size + j + 1) : 0;
      const onward = at(ar, i) * (at(ar, j) * at(row, 0) + at(row, j + 1)) + at(ar, j) * at(row, i + 1);
      variance[i * size + j] = below + onward + at(impulse, i) * at(impulse, j);
    }
  }
  return variance;
}

/** Autocovariances of lags 0 to the size of the state, in units of the errors' variance. Null where the equations have no answer. */
function autocovariances(ar: Float64Array, impulse: Float64Array, echoes: Float64Array): Float64Array | null {
  const size = impulse.length;
  const count = ar.length + 1;
  const byErrors = (lag: number) => {
    let sum = 0;
    for (let j = lag; j < size; j++) sum += at(impulse, j) * at(echoes, j - lag);
    return sum;
  };
  const rows = Array.from({ length: count }, (_, lag) => {
    const row = new Float64Array(count + 1);
    row[lag] = 1;
    for (let i = 1; i < count; i++) row[Math.abs(lag - i)] = at(row, Math.abs(lag - i)) - at(ar, i - 1);
    row[count] = byErrors(lag);
    return row;
  });
  const solved = solveRows(rows);
  if (solved === null) return null;
  const covariances = new Float64Array(size + 1);
  covariances.set(solved.subarray(0, size + 1));
  for (let lag = count; lag <= size; lag++) {
    let sum = byErrors(lag);
    for (let i = 1; i < count; i++) sum += at(ar, i - 1) * at(covariances, lag - i);
    covariances[lag] = sum;
  }
  return covariances;
}

/** Gauss's elimination with pivots; each row ends with its right side. */
function solveRows(rows: Float64Array[]): Float64Array | null {
  for (let column = 0; column < rows.length; column++) {
    const pivot = pivotOf(rows, column);
    const own = rows[pivot] ?? new Float64Array(0);
    rows[pivot] = rows[column] ?? own;
    rows[column] = own;
    if (!(Math.abs(at(own, column)) > 1e-14)) return null;
    for (const row of rows) if (row !== own) takeOff(row, own, column);
  }
  return Float64Array.from(rows, (row, i) => at(row, rows.length) / at(row, i));
}

function pivotOf(rows: readonly Float64Array[], column: number): number {
  const sizes = rows.map((row, i) => (i < column ? -1 : Math.abs(at(row, column))));
  return sizes.indexOf(Math.max(...sizes));
}

function takeOff(row: Float64Array, own: Float64Array, column: number): void {
  const share = at(row, column) / at(own, column);
  if (share === 0) return;
  for (let k = column; k < row.length; k++) row[k] = at(row, k) - share * at(own, k);
}
