import type { Forecast, ForecastOptions } from './forecast.ts';
import type { TimeSeries } from './time-series.ts';

/** A way to forecast that can be tried out on the past and combined with others. */
export interface Forecaster {
  readonly name: string;
  /** @throws UserError for a series that it cannot take */
  readonly forecast: (series: TimeSeries, horizon: number, options: ForecastOptions) => Forecast;
}
