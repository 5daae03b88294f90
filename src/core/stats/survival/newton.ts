import { checkpoint, type Progress } from '../progress.ts';
import { solveSymmetric } from '../solve-symmetric.ts';

/** A log likelihood with its first derivatives and the negative of its second, row by row. */
export interface Curvature {
  readonly value: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/** Where a log likelihood is highest; null when the steps ran out or the information broke down. */
export interface Peak extends Curvature {
  readonly at: Float64Array;
  readonly iterations: number;
}

/**
 * The highest point of a log likelihood by Newton's steps, halved where they go too far, and turned towards the slope where the likelihood is not concave
 * (Levenberg 1944, Marquardt 1963).
 */
export function climb(evaluate: (at: Float64Array) => Curvature, start: Float64Array, progress?: Progress): Peak | null {
  let at = start;
  let now = evaluate(at);
  for (let iterations = 1; iterations <= 60; iterations++) {
    checkpoint(progress, iterations / 60);
    const step = solveSymmetric(Float64Array.from(now.information), now.score) ?? dampedStep(now);
    if (step === null) return null;
    const gain = step.reduce((sum, each, i) => sum + each * (now.score[i] ?? 0), 0);
    if (gain < 1e-18 * (1 + Math.abs(now.value))) return { at, iterations, ...now };
    const next = reach(evaluate, at, step, now.value);
    if (next === null) return gain < 1e-9 ? { at, iterations, ...now } : null;
    at = next.at;
    now = next;
  }
  return null;
}

/** Null when no damping makes the information positive definite, as where it is not finite. */
function dampedStep({ information, score }: Curvature): Float64Array | null {
  const size = score.length;
  let largest = 0;
  for (let k = 0; k < size; k++) largest = Math.max(largest, Math.abs(information[k * size + k] ?? 0));
  for (let damping = 1e-3 * largest; damping > 0 && damping < 1e6 * largest; damping *= 10) {
    const damped = Float64Array.from(information);
    for (let k = 0; k < size; k++) damped[k * size + k] = (damped[k * size + k] ?? 0) + damping;
    const step = solveSymmetric(damped, score);
    if (step !== null) return step;
  }
  return null;
}

function reach(evaluate: (at: Float64Array) => Curvature, at: Float64Array, step: Float64Array, value: number) {
  for (let share = 1; share > 1e-10; share /= 2) {
    const next = at.map((each, i) => each + share * (step[i] ?? 0));
    const found = evaluate(next);
    if (found.value >= value - 1e-13 * Math.abs(value)) return { at: next, ...found };
  }
  return null;
}
