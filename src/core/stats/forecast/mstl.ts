import { cannotAnswer } from '../column.ts';
import { type Decomposition, type StlOptions, stl } from './stl.ts';
import { knownValues, type TimeSeries } from './time-series.ts';

export interface MstlOptions extends Omit<StlOptions, 'period' | 'seasonalWindow'> {
  /** Steps of each season, such as [7, 365] for days; each must fit in the series twice. */
  readonly periods: readonly number[];
  /** One odd number for each period, ascending; 11, 15, 19… by default, as in R and statsmodels. */
  readonly seasonalWindows?: readonly number[];
  /** Turns over the seasons, 2 by default; one season needs one. */
  readonly iterations?: number;
}

/** A series taken apart by several seasons. */
export interface SeveralSeasons extends Omit<Decomposition, 'seasonal' | 'seasonalStrength'> {
  /** Ascending. */
  readonly periods: readonly number[];
  /** One series for each period. */
  readonly seasonals: readonly Float64Array[];
}

/**
 * Trend and several seasons (time of day, weekday, year) of one series: STL by turns, the shortest season first. Bandara, Hyndman and Bergmeir 2021.
 * Gaps as in `stl`.
 * @throws UserError as `stl`
 */
export function mstl(series: TimeSeries, options: MstlOptions): SeveralSeasons {
  const values = knownValues(series, 3);
  const periods = [...options.periods].sort((a, b) => a - b);
  if (periods.length === 0) throw cannotAnswer('no season is named; give the steps of at least one, such as 7 for days');
  const windows = options.seasonalWindows ?? periods.map((_, index) => mstlWindow(index));
  const iterations = periods.length === 1 ? 1 : (options.iterations ?? 2);
  const seasonals = periods.map(() => new Float64Array(values.length));
  const rest = Float64Array.from(values);
  let last: Decomposition | null = null;
  for (let turn = 0; turn < iterations; turn++) {
    for (const [index, period] of periods.entries()) {
      const season = seasonals[index] ?? new Float64Array(0);
      add(rest, season, 1);
      last = stl(withGaps(rest), { ...options, period, seasonalWindow: windows[index] ?? 7 });
      season.set(last.seasonal);
      add(rest, season, -1);
    }
  }
  const { trend, weights, trendStrength } = last ?? stl(series, { period: periods[0] ?? 2 });
  return { periods, seasonals, trend, weights, trendStrength, remainder: rest.map((value, i) => value - (trend[i] ?? 0)) };
}

/** Seasons that the first, second… season is smoothed over where nothing is said. */
export function mstlWindow(index: number): number {
  return 11 + 4 * index;
}

function add(values: Float64Array, others: Float64Array, sign: 1 | -1): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + sign * (others[i] ?? 0);
}

/** NaN as null: what a series is given as. */
function withGaps(values: Float64Array): TimeSeries {
  return values.some(Number.isNaN) ? Array.from(values, (value) => (Number.isNaN(value) ? null : value)) : values;
}
