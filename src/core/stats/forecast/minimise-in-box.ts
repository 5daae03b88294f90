import { gradientAt, type Objective } from '../minimise.ts';
import { at } from './at.ts';

/** A smooth function with its slope, and the box that its arguments must stay in. */
export interface BoxProblem {
  /** Writes the slope and gives the value; Infinity where the function is not defined. */
  readonly evaluate: (at: Float64Array, slope: Float64Array) => number;
  /** The value alone, where the slope costs more than it. */
  readonly valueAt?: Objective;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How far one step may take an argument, where a leap could land on a plain that no slope leads away from. */
  readonly longestStep?: number;
  /** A gain below this share of the value counts as none; 1e-11 by default. */
  readonly leastGain?: number;
}

export interface BoxMinimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly isConverged: boolean;
}

/**
 * The smallest value near `start` within a box, by BFGS on the arguments that no bound holds (Bertsekas 1982, projected steps).
 * The function should be scaled to values near 1.
 */
export function minimiseInBox(problem: BoxProblem, start: Float64Array, iterationsAtMost = 200): BoxMinimum {
  const size = start.length;
  const state = {
    at: clip(problem, start, new Float64Array(size), 0),
    value: 0,
    slope: new Float64Array(size),
    inverse: new Float64Array(size * size),
  };
  state.value = problem.evaluate(state.at, state.slope);
  reset(state.inverse, size, 1);
  const leastGain = problem.leastGain ?? 1e-11;
  let idle = 0;
  for (let iteration = 0; iteration < iterationsAtMost; iteration++) {
    const free = freeOf(problem, state.at, state.slope);
    if (steepest(state.slope, free) < 1e-7) return { at: state.at, value: state.value, isConverged: true };
    const gain = step(problem, state, free, iteration === 0 || idle > 0);
    idle = gain > leastGain * (1 + Math.abs(state.value)) ? 0 : idle + 1;
    if (idle === 3) return { at: state.at, value: state.value, isConverged: true };
  }
  return { at: state.at, value: state.value, isConverged: false };
}

/** The same without bounds and with the slope by central differences, whose rounding hides smaller gains. */
export function minimiseFreely(objective: Objective, start: Float64Array, iterationsAtMost = 200): BoxMinimum {
  const evaluate = (point: Float64Array, slope: Float64Array) => {
    const value = objective(point);
    if (Number.isFinite(value)) slope.set(gradientAt(objective, point));
    return value;
  };
  const low = new Float64Array(start.length).fill(Number.NEGATIVE_INFINITY);
  const problem = { evaluate, valueAt: objective, low, high: low.map((value) => -value), longestStep: 1, leastGain: 1e-10 };
  return minimiseInBox(problem, start, iterationsAtMost);
}

interface State {
  at: Float64Array;
  value: number;
  slope: Float64Array;
  readonly inverse: Float64Array;
}

/** One projected step; gives how far the value fell. */
function step(problem: BoxProblem, state: State, free: Uint8Array, isFresh: boolean): number {
  const size = state.at.length;
  if (isFresh) reset(state.inverse, size, 0.1 / Math.max(1e-8, steepest(state.slope, free)));
  let way = directionOf(state, free);
  if (!(dotFree(way, state.slope, free) < 0)) {
    reset(state.inverse, size, 0.1 / Math.max(1e-8, steepest(state.slope, free)));
    way = directionOf(state, free);
  }
  way = shortened(way, problem.longestStep);
  const slope = new Float64Array(size);
  for (let share = 1; share > 1e-10; share *= share > 0.2 ? 0.5 : 0.2) {
    const next = clip(problem, state.at, way, share);
    const decline = declineOf(next, state);
    const value = problem.valueAt?.(next) ?? problem.evaluate(next, slope);
    if (!(value <= state.value + 1e-4 * decline)) continue;
    if (problem.valueAt) problem.evaluate(next, slope);
    learn(state, next, slope, free, isFresh);
    const gain = state.value - value;
    state.at = next;
    state.slope = slope;
    state.value = value;
    return gain;
  }
  return 0;
}

function shortened(way: Float64Array, longest = Number.POSITIVE_INFINITY): Float64Array {
  const most = way.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  return most > longest ? way.map((value) => (value * longest) / most) : way;
}

function clip({ low, high }: BoxProblem, from: Float64Array, way: Float64Array, share: number): Float64Array {
  return from.map((value, i) => Math.min(high[i] ?? value, Math.max(low[i] ?? value, value + share * (way[i] ?? 0))));
}

/** 1 for an argument that may move down the slope. */
function freeOf({ low, high }: BoxProblem, point: Float64Array, slope: Float64Array): Uint8Array {
  return Uint8Array.from(point, (value, i) => {
    const down = slope[i] ?? 0;
    return (value <= (low[i] ?? 0) && down > 0) || (value >= (high[i] ?? 0) && down < 0) ? 0 : 1;
  });
}

function steepest(slope: Float64Array, free: Uint8Array): number {
  let most = 0;
  for (let i = 0; i < slope.length; i++) if (free[i] === 1) most = Math.max(most, Math.abs(slope[i] ?? 0));
  return most;
}

function dotFree(a: Float64Array, b: Float64Array, free: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) if (free[i] === 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function declineOf(next: Float64Array, state: State): number {
  let sum = 0;
  for (let i = 0; i < next.length; i++) sum += (at(next, i) - at(state.at, i)) * at(state.slope, i);
  return Math.min(0, sum);
}

function directionOf({ inverse, slope }: State, free: Uint8Array): Float64Array {
  const steep = slope.map((value, i) => (free[i] === 1 ? -value : 0));
  return steep.map((_, i) => (free[i] === 1 ? rowTimes(inverse, i, steep) : 0));
}

function reset(inverse: Float64Array, size: number, scale: number): void {
  inverse.fill(0);
  for (let i = 0; i < size; i++) inverse[i * size + i] = scale;
}

/** BFGS's update of the inverse curvature on the free arguments. */
function learn(state: State, next: Float64Array, slope: Float64Array, free: Uint8Array, isFresh: boolean): void {
  const { inverse } = state;
  const size = next.length;
  const moved = next.map((value, i) => (free[i] === 1 ? value - at(state.at, i) : 0));
  const turned = slope.map((value, i) => (free[i] === 1 ? value - at(state.slope, i) : 0));
  const curvature = dotFree(moved, turned, free);
  const turn = dotFree(turned, turned, free);
  if (!(curvature > 1e-12 * Math.sqrt(turn * dotFree(moved, moved, free)))) return;
  if (isFresh) reset(inverse, size, curvature / turn);
  const bent = moved.map((_, i) => rowTimes(inverse, i, turned));
  const scale = (1 + dotFree(turned, bent, free) / curvature) / curvature;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const place = i * size + j;
      const cross = at(bent, i) * at(moved, j) + at(moved, i) * at(bent, j);
      inverse[place] = at(inverse, place) + scale * at(moved, i) * at(moved, j) - cross / curvature;
    }
  }
}

function rowTimes(matrix: Float64Array, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += at(matrix, row * vector.length + j) * at(vector, j);
  return sum;
}
