import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../column.ts';
import { chiSquareAbove, chiSquareQuantile, normalAbove, normalQuantile } from '../distributions.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { type Alternative, checkTestOptions, pValueOf, type TestOptions } from './alternative.ts';

/** Successes among cases. */
export interface Proportion {
  readonly successes: number;
  readonly n: number;
}

/** A difference of two proportions: first less second. */
export interface ProportionDifference {
  readonly difference: number;
  /** Intervals, with two ends for any alternative: Wald's, Newcombe's hybrid of Wilson's (1998, method 10), and the score one (Miettinen and Nurminen 1985). */
  readonly intervals: { readonly wald: Interval; readonly newcombe: Interval; readonly score: Interval };
  /** Of the pooled z. */
  readonly z: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  readonly level: number;
  /** The same as χ² with one degree of freedom, without and with Yates' correction. */
  readonly chiSquare: number;
  readonly chiSquareYates: number;
  /** Of the alternative. */
  readonly pValueYates: number;
}

/**
 * Do two groups differ in a proportion?
 * @throws UserError for an empty group, successes outside 0 to n, and where all or none succeed in both
 */
export function compareProportions(first: Proportion, second: Proportion, options: TestOptions = {}): ProportionDifference {
  const { alternative, level } = checkTestOptions(options);
  for (const { successes, n } of [first, second]) {
    if (!(n > 0)) throw cannotAnswer('a group has no cases; each needs at least one');
    if (!(successes >= 0 && successes <= n)) throw cannotAnswer(`${successes} successes among ${n} cases cannot be`);
  }
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const pooled = (first.successes + second.successes) / (first.n + second.n);
  if (pooled === 0 || pooled === 1) throw cannotAnswer('all cases of both groups have the same outcome, so nothing can differ');
  const z = (p1 - p2) / Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
  const chiSquareYates = yates(first, second);
  return {
    difference: p1 - p2,
    intervals: { wald: wald(first, second, level), newcombe: newcombe(first, second, level), score: scoreInterval(first, second, level) },
    z,
    pValue: pValueOf(z, alternative, normalAbove),
    alternative,
    level,
    chiSquare: z * z,
    chiSquareYates,
    pValueYates:
      alternative === 'two-sided'
        ? chiSquareAbove(chiSquareYates, 1)
        : pValueOf(Math.sign(z) * Math.sqrt(chiSquareYates), alternative, normalAbove),
  };
}

function wald(first: Proportion, second: Proportion, level: number): Interval {
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n);
  return { low: p1 - p2 - reach, high: p1 - p2 + reach };
}

function newcombe(first: Proportion, second: Proportion, level: number): Interval {
  const z = normalQuantile((1 + level) / 2);
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const [a, b] = [wilsonInterval(first.successes, first.n, z), wilsonInterval(second.successes, second.n, z)];
  if (!a || !b) throw cannotAnswer('a group has no cases; each needs at least one');
  return { low: p1 - p2 - Math.hypot(p1 - a.low, b.high - p2), high: p1 - p2 + Math.hypot(a.high - p1, p2 - b.low) };
}

/** Differences that a score test at 5 % does not refuse, found by bisection on both sides. */
function scoreInterval(first: Proportion, second: Proportion, level: number): Interval {
  const limit = chiSquareQuantile(level, 1);
  const observed = first.successes / first.n - second.successes / second.n;
  const edge = (outer: number) => {
    let [inside, outside] = [observed, outer];
    for (let i = 0; i < 100; i++) {
      const middle = (inside + outside) / 2;
      if (scoreOf(first, second, middle) <= limit) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { low: edge(-1), high: edge(1) };
}

/** Squared score statistic of a difference: the variance is that of the likeliest proportions which differ by it. Miettinen and Nurminen 1985. */
function scoreOf(first: Proportion, second: Proportion, delta: number): number {
  const p2 = constrained(first, second, delta);
  const p1 = p2 + delta;
  const total = first.n + second.n;
  const variance = ((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n) * (total / (total - 1));
  const distance = first.successes / first.n - second.successes / second.n - delta;
  return variance > 0 ? distance ** 2 / variance : distance === 0 ? 0 : Number.POSITIVE_INFINITY;
}

/** The closed form of the cubic for the second proportion. */
function constrained(first: Proportion, second: Proportion, delta: number): number {
  const [x1, n1, x2, n2] = [first.successes, first.n, second.successes, second.n];
  const total = n1 + n2;
  const l3 = total;
  const l2 = (n1 + 2 * n2) * delta - total - (x1 + x2);
  const l1 = (n2 * delta - total - 2 * x2) * delta + x1 + x2;
  const l0 = x2 * delta * (1 - delta);
  const q = (l2 / (3 * l3)) ** 3 - (l1 * l2) / (6 * l3 * l3) + l0 / (2 * l3);
  const p = Math.sign(q) * Math.sqrt(Math.max(0, (l2 / (3 * l3)) ** 2 - l1 / (3 * l3)));
  const angle = p === 0 ? 0 : (Math.PI + Math.acos(Math.min(1, Math.max(-1, q / p ** 3)))) / 3;
  return Math.min(1, Math.max(0, 2 * p * Math.cos(angle) - l2 / (3 * l3)));
}

function yates(first: Proportion, second: Proportion): number {
  const [a, b] = [first.successes, first.n - first.successes];
  const [c, d] = [second.successes, second.n - second.successes];
  const n = a + b + c + d;
  const distance = Math.max(0, Math.abs(a * d - b * c) - n / 2);
  return (n * distance ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
}
