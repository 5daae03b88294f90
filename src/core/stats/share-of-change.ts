import type { Estimate, Interval } from '../model/estimate.ts';
import { ratioInterval } from './ratio-interval.ts';
import { z95 } from './wilson-interval.ts';

/** A figure in two stretches of time, each with n and, unless rows are counted, its 95 % interval. */
export interface FigureChange {
  readonly before: Estimate;
  readonly after: Estimate;
}

const sides = ['before', 'after'] as const;

/**
 * The 95 % interval of the share that a part has of the change of a whole, by Fieller's ratio. Counts by Poisson; means and rates by the intervals of part and whole, with
 * the chance of their mix. Counts of before may have been scaled to what was to be expected of after, with a variance as a part of the scale's square. Null where the whole's change cannot be told from none, or an interval is missing.
 */
export function shareOfChangeInterval(
  share: number,
  part: FigureChange,
  whole: FigureChange,
  kind: 'count' | 'mean',
  scaleVariance = 0,
): Interval | null {
  const change = changeOfFigure(whole);
  const errors = kind === 'count' ? countErrors(part, whole, scaleVariance) : meanErrors(part, whole);
  if (!errors || change === null) return null;
  const { own, rest, shared } = errors;
  return ratioInterval({
    numerator: share * change,
    denominator: change,
    numeratorVariance: own,
    denominatorVariance: own + rest + 2 * shared,
    covariance: own + shared,
  });
}

/**
 * The 95 % interval of the share of a change that goes away when the rows of a part are left out, as for medians, which do not add up: of 1 less the change of the rest over
 * that of the whole, whose errors go together as far as their rows are the same. Null as for `shareOfChangeInterval`.
 */
export function shareLeftOutInterval(rest: FigureChange, whole: FigureChange): Interval | null {
  const [numerator, denominator] = [changeOfFigure(rest), changeOfFigure(whole)];
  const [ofRest, ofWhole] = [errorsOf(rest), errorsOf(whole)];
  if (numerator === null || denominator === null || !ofRest || !ofWhole) return null;
  const common = sides.map((side, index) => (rest[side].n / whole[side].n) * (ofRest[index] ?? 0) * (ofWhole[index] ?? 0));
  const ratio = ratioInterval({
    numerator,
    denominator,
    numeratorVariance: sum(ofRest),
    denominatorVariance: sum(ofWhole),
    covariance: sum(common.map(Math.sqrt)),
  });
  return ratio && { low: 1 - ratio.high, high: 1 - ratio.low };
}

/** How much a figure moved; null where one side has none. */
export function changeOfFigure({ before, after }: FigureChange): number | null {
  return before.value === null || after.value === null ? null : after.value - before.value;
}

function errorsOf(change: FigureChange): readonly number[] | null {
  const variances = sides.flatMap((side) => varianceOf(change[side]) ?? []);
  return variances.length === sides.length ? variances : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Variances of what the part and the rest add to a change, and the covariance of the two. */
interface Errors {
  readonly own: number;
  readonly rest: number;
  readonly shared: number;
}

function countErrors(part: FigureChange, whole: FigureChange, scaleVariance: number): Errors {
  const variance = (value: number, n: number): number => (n > 0 ? value ** 2 / n : 0);
  let [own, rest] = [0, 0];
  for (const side of sides) {
    const [some, all] = [part[side], whole[side]];
    own += variance(some.value ?? 0, some.n);
    rest += variance((all.value ?? 0) - (some.value ?? 0), all.n - some.n);
  }
  const ofPart = part.before.value ?? 0;
  const ofRest = (whole.before.value ?? 0) - ofPart;
  return { own: own + scaleVariance * ofPart ** 2, rest: rest + scaleVariance * ofRest ** 2, shared: scaleVariance * ofPart * ofRest };
}

function meanErrors(part: FigureChange, whole: FigureChange): Errors | null {
  const weights = sides.map((side) => part[side].n / whole[side].n);
  const weight = (weights[0] ?? 0) / 2 + (weights[1] ?? 0) / 2;
  let [own, rest, mix] = [0, 0, 0];
  for (const [index, side] of sides.entries()) {
    const [some, all] = [varianceOf(part[side]), varianceOf(whole[side])];
    if (some === null || all === null) return null;
    own += weight ** 2 * some;
    rest += Math.max(0, all - (weights[index] ?? 0) ** 2 * some);
    mix += (weight * (1 - weight)) / whole[side].n;
  }
  const middle = (change: FigureChange): number => ((change.before.value ?? 0) + (change.after.value ?? 0)) / 2;
  // What separates the part from the rest, from what separates it from the whole.
  const apart = weight < 1 ? (middle(part) - middle(whole)) / (1 - weight) : 0;
  return {
    own: own + mix * ((1 - weight) * apart) ** 2,
    rest: rest + mix * (weight * apart) ** 2,
    shared: mix * weight * (1 - weight) * apart ** 2,
  };
}

function varianceOf({ low, high }: Estimate): number | null {
  return low === null || high === null ? null : ((high - low) / (2 * z95)) ** 2;
}
