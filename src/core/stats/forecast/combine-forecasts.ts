import { cannotAnswer } from '../column.ts';
import { at } from './at.ts';
import type { Forecast } from './forecast.ts';

export interface CombineOptions {
  /** One number from 0 for each forecast; equal by default. Of `median` they do not count. */
  readonly weights?: readonly number[];
  /** Mean by default, which is the harder to beat the more alike the forecasts are good; the median where one may be far off. */
  readonly by?: 'mean' | 'median';
  /**
   * How far the ends are from the middle: those of the forecasts averaged in the same way as the middle, by default; or by their precision, 1 ÷ distance², which counts more whoever
   * is surer. The square error of a mean of forecasts is the mean of theirs less their spread about it (Krogh and Vedelsby 1995), so that an average is too wide where one
   * of them is far worse than the others.
   */
  readonly ends?: 'average' | 'precision';
}

/**
 * One forecast of several, step by step; the ends are combined in the same way, which neither narrows nor widens them (Lichtendahl, Grushka-Cockayne and
 * Winkler 2013). A combination is seldom the best and seldom bad. Bates and Granger 1969.
 * @throws UserError for no forecasts, different horizons or levels, and weights that do not fit
 */
export function combineForecasts(
  forecasts: readonly Forecast[],
  { weights, by = 'mean', ends = 'average' }: CombineOptions = {},
): Forecast {
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
  const mean = part('mean');
  const endAt = (name: 'low' | 'high', sign: 1 | -1) =>
    ends === 'average' ? part(name) : mean.map((middle, h) => middle + sign * preciseReach(forecasts, shares, name, h));
  const used = forecasts.filter((_, index) => by === 'median' || (shares[index] ?? 0) > 0);
  return {
    method: used.map(({ method }) => method).join(', '),
    n: Math.max(...forecasts.map(({ n }) => n)),
    mean,
    low: endAt('low', -1),
    high: endAt('high', 1),
    level: first.level,
  };
}

function preciseReach(forecasts: readonly Forecast[], shares: readonly number[], end: 'low' | 'high', h: number): number {
  let precision = 0;
  for (const [index, forecast] of forecasts.entries()) {
    const share = shares[index] ?? 0;
    if (share > 0) precision += share / (at(forecast[end], h) - at(forecast.mean, h)) ** 2;
  }
  return 1 / Math.sqrt(precision);
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
