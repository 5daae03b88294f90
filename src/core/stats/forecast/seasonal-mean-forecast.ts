import { checkLevel } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { studentQuantile } from '../distributions.ts';
import { at } from './at.ts';
import { type Forecast, type ForecastOptions, normalForecast } from './forecast.ts';
import { checkHorizon, checkPeriod, knownValues, type TimeSeries } from './time-series.ts';

export interface SeasonalMeanOptions extends ForecastOptions {
  /** Steps of the seasons, such as [169, 845] for the minutes of a day and of a week; the longest is repeated. */
  readonly periods: readonly number[];
}

export interface SeasonalMeanForecast extends Forecast {
  /** Last seasons that the volume is the mean of. */
  readonly seasons: number;
  /** Last seasons that the way a volume spreads within the short season is the mean of. */
  readonly profileSeasons: number;
}

const seasonsTried = [1, 2, 3, 4, 5, 6, 8, 10] as const;
const profilesTried = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20] as const;
const trials = 8;

/**
 * The mean of the same step of the last seasons, the usual forecast of call centres: volumes of each day from a few last weeks, their spread over the day
 * from more of them, where a short season divides the long one. How many weeks of each is what would have been nearest, by squared error, over the
 * last seasons (up to eight); one week of both is seasonal naive.
 * @throws UserError for less than two seasons
 */
export function seasonalMeanForecast(series: TimeSeries, horizon: number, options: SeasonalMeanOptions): SeasonalMeanForecast {
  const { periods, level = 0.95 } = options;
  checkHorizon(horizon);
  checkLevel(level);
  const values = knownValues(series, 2);
  const long = Math.max(...periods);
  if (periods.length === 0) throw cannotAnswer('no season is named; give the steps of at least one, such as 7 for days');
  checkPeriod(long, values.length);
  const short = Math.min(...periods);
  const shape = { long, short: long % short === 0 ? short : long };
  const whole = Math.floor(values.length / long);
  const tried = Math.max(1, Math.min(trials, Math.floor(whole / 2)));
  const best = bestWindows(values, shape, whole - tried, tried);
  const ahead = seasonAhead(pastMeans(values, values.length, long, best), shape, best);
  const mean = new Float64Array(horizon).map((_, h) => at(ahead, h % long));
  const deviations = mean.map((_, h) => best.spread * Math.sqrt(1 + Math.floor(h / long) / best.seasons));
  const factor = studentQuantile((1 + level) / 2, Math.max(1, best.n - 1));
  const n = values.filter((value) => !Number.isNaN(value)).length;
  const { seasons, profileSeasons } = best;
  return { ...normalForecast('seasonal mean', n, { mean, deviations, factor, level }), seasons, profileSeasons };
}

interface Shape {
  readonly long: number;
  readonly short: number;
}

interface Windows {
  readonly seasons: number;
  readonly profileSeasons: number;
}

/** The windows with the smallest squared misses of the last `tried` seasons, each by the seasons before it. */
function bestWindows(values: Float64Array, shape: Shape, most: number, tried: number): Windows & { spread: number; n: number } {
  const choices = seasonsTried
    .filter((seasons) => seasons <= most)
    .flatMap((seasons) =>
      profilesTried.filter((profile) => isProfile(seasons, profile, most, shape)).map((profileSeasons) => ({ seasons, profileSeasons })),
    );
  const scores = choices.map((windows) => ({ ...windows, squares: 0, n: 0 }));
  for (let trial = tried; trial >= 1; trial--) {
    const start = values.length - trial * shape.long;
    const means = pastMeans(values, start, shape.long, { seasons: most, profileSeasons: 20 });
    for (const score of scores) {
      const ahead = seasonAhead(means, shape, score);
      for (let i = 0; i < shape.long; i++) {
        const miss = at(values, start + i) - at(ahead, i);
        if (Number.isNaN(miss)) continue;
        score.n++;
        score.squares += miss * miss;
      }
    }
  }
  const best = scores.reduce((found, score) => (score.squares / score.n < found.squares / found.n ? score : found));
  return { ...best, spread: Math.sqrt(best.squares / Math.max(1, best.n)) };
}

function isProfile(seasons: number, profile: number, most: number, { long, short }: Shape): boolean {
  return profile === seasons || (long !== short && profile > seasons && profile <= most);
}

/** For 1, 2… seasons before `start`: the mean of the known values of each step; further back where none of them is known. */
function pastMeans(values: Float64Array, start: number, period: number, { seasons, profileSeasons }: Windows): Float64Array[] {
  const [sums, counts] = [new Float64Array(period), new Float64Array(period)];
  const deepest = Math.min(Math.max(seasons, profileSeasons), Math.floor(start / period));
  return Array.from({ length: deepest }, (_, index) => {
    for (let i = 0; i < period; i++) {
      const value = at(values, start + i - (index + 1) * period);
      if (Number.isNaN(value)) continue;
      sums[i] = at(sums, i) + value;
      counts[i] = at(counts, i) + 1;
    }
    return sums.map((sum, i) => (at(counts, i) === 0 ? Number.NaN : sum / at(counts, i)));
  });
}

/** The volume of each short season by one mean, its spread within by another. */
function seasonAhead(means: readonly Float64Array[], { long, short }: Shape, { seasons, profileSeasons }: Windows): Float64Array {
  const volumes = means[Math.min(seasons, means.length) - 1] ?? new Float64Array(long);
  const profile = means[Math.min(profileSeasons, means.length) - 1] ?? volumes;
  if (volumes === profile) return volumes;
  const ahead = new Float64Array(long);
  for (let from = 0; from < long; from += short) {
    const share = sumOf(volumes, from, short) / sumOf(profile, from, short);
    for (let i = from; i < from + short; i++) ahead[i] = Number.isFinite(share) ? at(profile, i) * share : at(volumes, i);
  }
  return ahead;
}

function sumOf(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += at(values, i);
  return sum;
}
