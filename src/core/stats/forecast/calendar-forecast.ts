import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { type LinearFit, ordinaryLeastSquares } from '../regression/ordinary-least-squares.ts';
import { at } from './at.ts';
import { type AutomaticForecast, type AutomaticForecastOptions, automaticForecast } from './automatic-forecast.ts';
import { loess } from './loess.ts';
import { mstl } from './mstl.ts';
import { bridgeGaps, knownValues, type TimeSeries } from './time-series.ts';

/** Something that is there on some steps and known ahead: a holiday, a sale, a bill run. */
export interface CalendarEvent {
  readonly name: string;
  /** One number for each step of the past: 0 on ordinary ones, 1 (or a size) where the event is. */
  readonly past: Column;
  /** The same for the steps ahead. */
  readonly ahead: Column;
}

/** How an event changed the steps that it was on, as a share of what was expected without it: −1 is nothing left, 0.5 half more. */
export interface CalendarEffect {
  readonly name: string;
  /** Steps of the past with the event and a known value. */
  readonly n: number;
  readonly share: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface CalendarForecast extends AutomaticForecast {
  readonly effects: readonly CalendarEffect[];
}

/** Events are what is out of the ordinary; more than this share of steps is not. */
const ordinaryShare = 0.7;

/**
 * `automaticForecast` with events: the series without their steps is forecast, what they did to the steps they were on (against trend and season by
 * MSTL) is estimated by least squares, and put on the steps ahead, with its error. Events on the same step add up. That the effect goes on as it was
 * is taken for granted; an event seen once says little, which its interval shows.
 * @throws UserError as `automaticForecast`, and for an event of other lengths, one that never was, and events on more than 30 % of the steps
 */
export function calendarForecast(
  series: TimeSeries,
  horizon: number,
  events: readonly CalendarEvent[],
  options: AutomaticForecastOptions = {},
): CalendarForecast {
  const values = knownValues(series, 4);
  for (const event of events) checkEvent(event, values.length, horizon);
  const isOrdinary = Uint8Array.from(values, (_, i) => (events.every(({ past }) => past[i] === 0) ? 1 : 0));
  const ordinary = isOrdinary.reduce((sum, one) => sum + one, 0);
  if (ordinary < ordinaryShare * values.length)
    throw cannotAnswer(`events are on ${values.length - ordinary} of ${values.length} steps; they must leave at least 70 % ordinary`);
  const plain = Array.from(values, (value, i) => (isOrdinary[i] === 1 && !Number.isNaN(value) ? value : null));
  const forecast = automaticForecast(plain, horizon, options);
  if (events.length === 0) return { ...forecast, effects: [] };
  const fit = fitEffects(values, expectedOf(plain, forecast.periods), events);
  return { ...withEffects(forecast, events, fit, options.level ?? 0.95), effects: effectsOf(values, events, fit) };
}

function checkEvent({ name, past, ahead }: CalendarEvent, length: number, horizon: number): void {
  if (past.length !== length || ahead.length !== horizon)
    throw cannotAnswer(`"${name}" has ${past.length} steps past and ${ahead.length} ahead; it needs ${length} and ${horizon}`);
  checkColumn(past, name);
  checkColumn(ahead, name);
  if (Array.from(past).every((value) => value === 0))
    throw cannotAnswer(`"${name}" never was in the past, so that nothing is known of its effect`);
}

const levelWindow = 21;

/** Trend and seasons as they would be without events. */
function expectedOf(plain: readonly (number | null)[], periods: readonly number[]): Float64Array {
  if (periods.length > 0) {
    const { trend, seasonals } = mstl(plain, { periods });
    return trend.map((value, i) => seasonals.reduce((sum, season) => sum + at(season, i), value));
  }
  const filled = bridgeGaps(Float64Array.from(plain, (value) => value ?? Number.NaN));
  const level = new Float64Array(filled.length);
  const weights = Float64Array.from(plain, (value) => (value === null ? 0 : 1));
  loess(filled, { window: levelWindow, degree: 1, jump: 1 }, weights, level);
  return level;
}

/** What was off the expectation, on the expectation of steps with each event; ordinary steps tell the noise. */
function fitEffects(values: Float64Array, expected: Float64Array, events: readonly CalendarEvent[]): LinearFit {
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  const predictors = events.map(({ name, past }) => ({ name, values: Float64Array.from(known, (i) => at(expected, i) * (past[i] ?? 0)) }));
  return ordinaryLeastSquares(
    Float64Array.from(known, (i) => at(values, i) - at(expected, i)),
    predictors,
    { intercept: false },
  );
}

function effectsOf(values: Float64Array, events: readonly CalendarEvent[], { coefficients }: LinearFit): CalendarEffect[] {
  return events.flatMap(({ name, past }, index) => {
    const coefficient = coefficients[index];
    const n = values.filter((value, i) => !Number.isNaN(value) && past[i] !== 0).length;
    if (!coefficient) return [];
    const { estimate: share, standardError, low, high } = coefficient;
    return [{ name, n, share, standardError, low, high }];
  });
}

function withEffects(forecast: AutomaticForecast, events: readonly CalendarEvent[], fit: LinearFit, level: number): AutomaticForecast {
  const sizes = events.map(({ ahead }) => ahead);
  const quantile = normalQuantile((1 + level) / 2);
  const factor = (h: number) => 1 + sizes.reduce((sum, size, k) => sum + (size[h] ?? 0) * (fit.coefficients[k]?.estimate ?? 0), 0);
  const doubt = (h: number) =>
    quantile *
    at(forecast.mean, h) *
    Math.sqrt(
      quadratic(
        fit.covariance,
        sizes.map((size) => size[h] ?? 0),
      ),
    );
  const floor = forecast.low.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const mean = forecast.mean.map((value, h) => Math.max(floor, value * factor(h)));
  const end = (part: Float64Array, sign: 1 | -1) =>
    part.map((value, h) =>
      Math.max(floor, at(mean, h) + sign * Math.hypot(Math.max(0, factor(h)) * (value - at(forecast.mean, h)), doubt(h))),
    );
  return { ...forecast, mean, low: end(forecast.low, -1), high: end(forecast.high, 1) };
}

function quadratic(matrix: Float64Array, vector: readonly number[]): number {
  return vector.reduce(
    (sum, left, i) => sum + vector.reduce((inner, right, j) => inner + left * right * at(matrix, i * vector.length + j), 0),
    0,
  );
}
