import { type EtsFit, fitEts } from './fit-ets.ts';
import type { TimeSeries } from './time-series.ts';

export interface HoltWintersOptions {
  readonly trend?: 'none' | 'additive' | 'damped';
  readonly season?: 'none' | 'additive' | 'multiplicative';
  /** Steps of a season; needed with one. */
  readonly period?: number;
  /** Where the search starts; the squares have several low points. */
  readonly startAt?: { readonly alpha: number; readonly beta: number; readonly gamma: number };
}

/**
 * Exponential smoothing as Brown, Holt (1957) and Winters (1960) use it: the smoothing and the first states with the smallest squared errors one step
 * ahead. Simple without trend and season, Holt's with a trend, Holt and Winters' with both. The next steps by `forecastEts`.
 * @throws UserError as `fitEts`
 */
export function fitHoltWinters(series: TimeSeries, options: HoltWintersOptions = {}): EtsFit {
  const { trend = 'additive', season = 'none', period = 1, startAt } = options;
  return fitEts(series, { error: 'additive', trend, season }, { period, criterion: 'squares', ...(startAt && { startAt }) });
}
