import { checkChoice } from '../check-options.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';

/**
 * Definitions of a sample quantile, by the numbers of Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996:
 * `inverse` 1 (inverted distribution function), `hazen` 5, `weibull` 6, `linear` 7 (R's and NumPy's default, ours), `median-unbiased` 8.
 */
export const quantileDefinitions = ['inverse', 'hazen', 'weibull', 'linear', 'median-unbiased'] as const;
export type QuantileDefinition = (typeof quantileDefinitions)[number];

/** Values in ascending order, as a copy. */
export function sorted(values: Column): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * A quantile of values in any order.
 * @param level 0 to 1
 * @throws UserError for no value, a value that is not finite, a level outside 0 to 1
 */
export function quantile(values: Column, level: number, definition: QuantileDefinition = 'linear'): number {
  checkColumn(values, 'values');
  checkChoice('definition', definition, quantileDefinitions);
  return quantileOfSorted(sorted(values), level, definition);
}

/** A quantile of values that are in ascending order already. */
export function quantileOfSorted(ascending: Column, level: number, definition: QuantileDefinition = 'linear'): number {
  if (!(level >= 0 && level <= 1)) throw cannotAnswer(`a quantile has a level from 0 to 1, not ${level}`);
  const n = ascending.length;
  if (definition === 'inverse') return at(ascending, Math.max(1, Math.ceil(n * level - 1e-12)));
  const position = positionOf(n, level, definition);
  const below = Math.min(n, Math.max(1, Math.floor(position)));
  const above = Math.min(n, below + 1);
  const share = Math.min(1, Math.max(0, position - below));
  const low = at(ascending, below);
  return low + share * (at(ascending, above) - low);
}

function positionOf(n: number, level: number, definition: Exclude<QuantileDefinition, 'inverse'>): number {
  switch (definition) {
    case 'hazen':
      return n * level + 0.5;
    case 'weibull':
      return (n + 1) * level;
    case 'linear':
      return (n - 1) * level + 1;
    case 'median-unbiased':
      return (n + 1 / 3) * level + 1 / 3;
  }
}

/** By rank, the first is 1. */
function at(ascending: Column, rank: number): number {
  return ascending[rank - 1] ?? Number.NaN;
}
