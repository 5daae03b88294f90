import { type Column, cannotAnswer } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';

/**
 * What a stretch of a series is taken to be. `mean`: normal about a level of its own, one spread for all. `mean-variance`: normal with a level and a spread of
 * its own. `poisson`: counts of a rate of its own.
 */
export type SegmentModel = 'mean' | 'mean-variance' | 'poisson';

/** −2 log likelihood of the values from position `from` until before `until` under their best level, less what no split changes. */
export type SegmentCost = (from: number, until: number) => number;

/** The costs of all stretches of a series, each by one subtraction. */
export interface SegmentCosts {
  readonly cost: SegmentCost;
  /** Numbers told by a stretch: its level, or its level and spread. */
  readonly parameters: number;
  /** The fewest values of a stretch that the model can be told of, and what is usual: a few equal values must not pass for a spread of nothing. */
  readonly least: number;
  readonly usualLeast: number;
}

/** @throws UserError for counts below 0 or not whole with `poisson`, and for a variance that is not above 0 */
export function segmentCosts(values: Column, model: SegmentModel, variance?: number): SegmentCosts {
  const n = values.length;
  if (model === 'poisson') checkCounts(values);
  const shift = model === 'poisson' ? 0 : quantileOfSorted(sorted(values), 0.5);
  const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    const value = (values[i] ?? 0) - shift;
    sums[i + 1] = (sums[i] ?? 0) + value;
    squares[i + 1] = (squares[i] ?? 0) + value * value;
  }
  const sumOf = (from: number, until: number) => (sums[until] ?? 0) - (sums[from] ?? 0);
  const restOf = (from: number, until: number) => {
    const sum = sumOf(from, until);
    return Math.max(0, (squares[until] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (until - from));
  };
  switch (model) {
    case 'mean': {
      const noise = variance ?? noiseVariance(values);
      if (!(noise > 0)) throw cannotAnswer(`the variance is above 0, not ${noise}; the values may hardly vary from one to the next`);
      return { cost: (from, until) => restOf(from, until) / noise, parameters: 1, least: 1, usualLeast: 1 };
    }
    case 'mean-variance': {
      // A stretch of equal values would be infinitely likely: no spread is taken as less than a millionth of that of all.
      const floor = Math.max(1e-12 * (restOf(0, n) / n), Number.MIN_VALUE);
      return {
        cost: (from, until) => (until - from) * Math.log(Math.max(floor, restOf(from, until) / (until - from))),
        parameters: 2,
        least: 2,
        usualLeast: 5,
      };
    }
    case 'poisson':
      return {
        cost: (from, until) => {
          const sum = sumOf(from, until);
          return sum === 0 ? 0 : -2 * sum * Math.log(sum / (until - from));
        },
        parameters: 1,
        least: 1,
        usualLeast: 1,
      };
  }
}

function checkCounts(values: Column): void {
  for (let i = 0; i < values.length; i++) {
    if (!(Number.isInteger(values[i]) && (values[i] ?? 0) >= 0))
      throw cannotAnswer(`"values" has ${values[i]} at position ${i}; counts are whole numbers from 0 on`);
  }
}

/** Variance of one value about its level, from the differences of neighbours, which changes of level hardly touch: (1.4826 × MAD ÷ √2)², else their mean square ÷ 2. */
export function noiseVariance(values: Column): number {
  const steps = Float64Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => Math.abs((values[i + 1] ?? 0) - (values[i] ?? 0)));
  if (steps.length === 0) return 0;
  const robust = (1.4826022185056018 * quantileOfSorted(sorted(steps), 0.5)) ** 2 / 2;
  return robust > 0 ? robust : steps.reduce((sum, step) => sum + step * step, 0) / steps.length / 2;
}
