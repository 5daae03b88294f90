import { cannotAnswer } from '../column.ts';
import { quantileOfSorted } from '../descriptive/quantile.ts';
import { centreOf, type Points } from './points.ts';

/**
 * How features are made comparable: less the mean and divided by the standard deviation with n (`population`, scikit-learn's) or n − 1 (`sample`, R's
 * scale), from 0 to 1 (`range`), or less the median and divided by the interquartile range (`robust`).
 */
export type Scaling = 'population' | 'sample' | 'range' | 'robust';

export interface StandardisedPoints extends Points {
  readonly scaling: Scaling;
  /** What was taken off each feature, and what it was divided by. */
  readonly centres: Float64Array;
  readonly scales: Float64Array;
}

/**
 * Makes features of different units weigh alike.
 * @throws UserError that names every constant feature, which cannot be scaled; with `robust` also one of which the middle half is equal
 */
export function standardisePoints(points: Points, scaling: Scaling = 'population'): StandardisedPoints {
  const { names, n, width, values } = points;
  const means = centreOf(points);
  const spreads = names.map((_, k) => spreadOf(columnOf(points, k), means[k] ?? 0, scaling));
  const flat = names.filter((_, k) => !((spreads[k]?.scale ?? 0) > 1e-12 * Math.abs(spreads[k]?.centre ?? 0)));
  if (flat.length > 0)
    throw cannotAnswer(`${flat.map((name) => `"${name}"`).join(', ')} cannot be scaled, as ${whyFlat(scaling)}; leave out`);
  const centres = Float64Array.from(spreads, ({ centre }) => centre);
  const scales = Float64Array.from(spreads, ({ scale }) => scale);
  const scaled = values.map((value, index) => (value - (centres[index % width] ?? 0)) / (scales[index % width] ?? 1));
  return { names, n, width, values: scaled, scaling, centres, scales };
}

function whyFlat(scaling: Scaling): string {
  return scaling === 'robust' ? 'the middle half of the values is equal' : 'all values are equal';
}

function columnOf({ n, width, values }: Points, k: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => values[i * width + k] ?? 0);
}

function spreadOf(column: Float64Array, mean: number, scaling: Scaling): { readonly centre: number; readonly scale: number } {
  if (scaling === 'range') {
    const low = column.reduce((least, value) => Math.min(least, value));
    return { centre: low, scale: column.reduce((most, value) => Math.max(most, value)) - low };
  }
  if (scaling === 'robust') {
    const ascending = column.sort();
    return { centre: quantileOfSorted(ascending, 0.5), scale: quantileOfSorted(ascending, 0.75) - quantileOfSorted(ascending, 0.25) };
  }
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { centre: mean, scale: Math.sqrt(squares / Math.max(1, column.length - (scaling === 'sample' ? 1 : 0))) };
}
