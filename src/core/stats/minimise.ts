import type { Column } from './column.ts';
import { dot } from './dot.ts';
import { checkpoint, type Progress } from './progress.ts';

/** A function of several numbers. */
export type Objective = (at: Float64Array) => number;

/** Where a function is smallest. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** What the search found the inverse of the second derivatives to be about, row by row: a good beginning for a like function. */
  readonly inverse: Float64Array;
  /** False when the steps ran out before the slope was flat. */
  readonly isConverged: boolean;
}

const gradientStep = Math.cbrt(Number.EPSILON);
const hessianStep = Number.EPSILON ** 0.25;
const flatSlope = 1e-8;
const iterationsAtMost = 300;

/**
 * The minimum of a smooth function near `start`, by BFGS with central differences and halved steps (Nocedal and Wright 2006, chapter 6).
 * The function should be scaled to values near 1; where it is not finite, no step goes.
 * @param guess of the inverse of the second derivatives, row by row, as a like function had it
 * @param flat the steepest slope in any direction at which the search is over
 */
export function minimise(objective: Objective, start: Column, progress?: Progress, guess?: Float64Array, flat = flatSlope): Minimum {
  const size = start.length;
  let at: Float64Array = Float64Array.from(start);
  let value = objective(at);
  let slope: Float64Array = gradientAt(objective, at);
  let inverse: Float64Array = guess?.slice() ?? identity(size, 1);
  let iterations = 0;
  let stalled = 0;
  while (!isFlat(slope, flat) && iterations < iterationsAtMost && stalled < 2) {
    checkpoint(progress, iterations / iterationsAtMost);
    iterations++;
    const direction = descent(inverse, slope);
    const next = lineSearch(objective, at, value, direction, slope);
    if (next === null) {
      stalled++;
      inverse = identity(size, 1);
      continue;
    }
    const nextSlope: Float64Array = gradientAt(objective, next.at);
    const step = next.at.map((each, i) => each - (at[i] ?? 0));
    const turn = nextSlope.map((each, i) => each - (slope[i] ?? 0));
    if (iterations === 1 && guess === undefined) inverse = identity(size, dot(step, turn) / dot(turn, turn));
    update(inverse, step, turn);
    stalled = value - next.value <= 1e-15 * Math.abs(value) ? stalled + 1 : 0;
    [at, value, slope] = [next.at, next.value, nextSlope];
  }
  return { at, value, iterations, inverse, isConverged: slope.every((each) => Math.abs(each) < 1e-5) };
}

/** Second derivatives by central differences, row by row: mixed ones from both points of a diagonal (Abramowitz and Stegun 25.3.27). */
export function hessianAt(objective: Objective, at: Float64Array): Float64Array {
  const size = at.length;
  const steps = at.map((each) => hessianStep * Math.max(1, Math.abs(each)));
  const beside = (sign: number, ...moved: readonly number[]) => {
    const point = Float64Array.from(at);
    for (const i of moved) point[i] = (point[i] ?? 0) + sign * (steps[i] ?? 0);
    return objective(point);
  };
  const middle = objective(at);
  const bends = Float64Array.from(steps, (_, i) => beside(1, i) - 2 * middle + beside(-1, i));
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    hessian[i * size + i] = (bends[i] ?? 0) / (steps[i] ?? 1) ** 2;
    for (let j = 0; j < i; j++) {
      const bend = beside(1, i, j) - 2 * middle + beside(-1, i, j) - (bends[i] ?? 0) - (bends[j] ?? 0);
      hessian[i * size + j] = bend / (2 * (steps[i] ?? 1) * (steps[j] ?? 1));
      hessian[j * size + i] = hessian[i * size + j] ?? 0;
    }
  }
  return hessian;
}

/** First derivatives by central differences. */
export function gradientAt(objective: Objective, at: Float64Array): Float64Array {
  const point = Float64Array.from(at);
  return at.map((each, i) => {
    const step = gradientStep * Math.max(1, Math.abs(each));
    point[i] = each + step;
    const above = objective(point);
    point[i] = each - step;
    const below = objective(point);
    point[i] = each;
    return (above - below) / (2 * step);
  });
}

function isFlat(slope: Float64Array, flat: number): boolean {
  return slope.every((each) => Math.abs(each) < flat);
}

function identity(size: number, scale: number): Float64Array {
  const matrix = new Float64Array(size * size);
  const diagonal = Number.isFinite(scale) && scale > 0 ? scale : 1;
  for (let i = 0; i < size; i++) matrix[i * size + i] = diagonal;
  return matrix;
}

/** The way down; straight down the slope when the estimate of the curvature would lead up. */
function descent(inverse: Float64Array, slope: Float64Array): Float64Array {
  const direction = slope.map((_, i) => -rowTimes(inverse, i, slope));
  return dot(direction, slope) < 0 ? direction : slope.map((each) => -each);
}

/** Halves the step until the value falls enough (Armijo's rule). Null when no step does. */
function lineSearch(
  objective: Objective,
  at: Float64Array,
  value: number,
  direction: Float64Array,
  slope: Float64Array,
): { readonly at: Float64Array; readonly value: number } | null {
  const longest = direction.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const decline = dot(direction, slope);
  let share = Math.min(1, 2 / longest);
  for (let tries = 0; tries < 50; tries++) {
    const next = at.map((each, i) => each + share * (direction[i] ?? 0));
    const found = objective(next);
    if (found <= value + 1e-4 * share * decline) return { at: next, value: found };
    share /= 2;
  }
  return null;
}

/** The new inverse of the curvature from one step and the turn of the slope over it. */
function update(inverse: Float64Array, step: Float64Array, turn: Float64Array): void {
  const size = step.length;
  const curvature = dot(step, turn);
  if (!(curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(turn, turn)))) return;
  const bent = step.map((_, i) => rowTimes(inverse, i, turn));
  const scale = (1 + dot(turn, bent) / curvature) / curvature;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [si, sj, bi, bj] = [step[i] ?? 0, step[j] ?? 0, bent[i] ?? 0, bent[j] ?? 0];
      inverse[i * size + j] = (inverse[i * size + j] ?? 0) + scale * si * sj - (bi * sj + si * bj) / curvature;
    }
  }
}

function rowTimes(matrix: Float64Array, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < vector.length; k++) sum += (matrix[row * vector.length + k] ?? 0) * (vector[k] ?? 0);
  return sum;
}
