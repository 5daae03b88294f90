import { cannotAnswer } from '../column.ts';
import { at } from './at.ts';
import type { Forecast } from './forecast.ts';

export interface CombineOptions {
  /** One number from 0 for each forecast; equal by default. Of `median` they do not count. */
  readonly weights?: readonly number[];
  /** Mean by default, which is the harder to beat the more alike the forecasts are good; the median where one may be far off. */
  readonly by?: 'mean' | 'median';
}

/**
 * One forecast of several, step by step; the ends are combined in the same way, which neither narrows nor widens them (Lichtendahl, Grushka-Cockayne and
 * Winkler 2013). A combination is seldom the best and seldom bad. Bates and Granger 1969.
 * @throws UserError for no forecasts, different horizons or levels, and weights that do not fit
 */
export function combineForecasts(forecasts: readonly Forecast[], { weights, by = 'mean' }: CombineOptions = {}): Forecast {
  const [first] = forecasts;
  if (!first) throw cannotAnswer('there is no forecast to combine');
  if (forecasts.some(({ mean, level }) => mean.length !== first.mean.length || level !== first.level))
    throw cannotAnswer('the forecasts differ in horizon or level; combine what is of the same steps');
  const shares = sharesOf(weights ?? forecasts.map(() => 1), forecasts.length);
  const part = (name: 'mean' | 'low' | 'high') =>
    first.mean.map((_, h) => {
      const values = forecasts.map((forecast) => at(forecast[name], h));
      return by === 'median' ? middleOf(values) : values.reduce((sum, value, index) => sum + value * (shares[index] ?? 0), 0);
    });
  const used = forecasts.filter((_, index) => by === 'median' || (shares[index] ?? 0) > 0);
  return {
    method: used.map(({ method }) => method).join(', '),
    n: Math.max(...forecasts.map(({ n }) => n)),
    mean: part('mean'),
    low: part('low'),
    high: part('high'),
    level: first.level,
  };
}

function sharesOf(weights: readonly number[], count: number): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length !== count || weights.some((weight) => !(weight >= 0)) || !(whole > 0 && Number.isFinite(whole)))
    throw cannotAnswer(`the weights of ${count} forecasts are ${weights.join(', ')}; give as many numbers from 0, not all 0`);
  return weights.map((weight) => weight / whole);
}

function middleOf(values: number[]): number {
  const ordered = values.sort((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ((ordered[middle] ?? 0) + (ordered[ordered.length - 1 - middle] ?? 0)) / 2;
}
