import { cannotAnswer } from '../column.ts';
import { varianceOf } from '../descriptive/moments.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { normalQuantile, normalTwoSided, studentQuantile } from '../distributions.ts';
import { stl } from '../forecast/stl.ts';
import { knownValues, type TimeSeries } from '../forecast/time-series.ts';
import type { Progress } from '../progress.ts';
import { type Direction, directionOf } from './direction.ts';
import { generalisedEsd } from './generalised-esd.ts';
import { robustDeviation } from './robust-deviation.ts';

/** Steps on which something known happened, both ends inclusive. */
export interface KnownSpan {
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

export interface SeasonalAnomalyOptions {
  /** Steps of a season; without one the values are judged against their median. */
  readonly period?: number;
  /** Steps that the level is smoothed over, odd; four seasons and one by default. A narrow one follows a change sooner and hides more. */
  readonly trendWindow?: number;
  /** `count`: numbers of things, whose noise grows with their root and is never below Poisson's; `value`: anything else, one noise for all. */
  readonly kind?: 'count' | 'value';
  /** `median-deviation`: beyond `threshold` robust standard deviations; `esd`: Rosner's generalised ESD test of the remainder at `alpha`. */
  readonly method?: 'median-deviation' | 'esd';
  /** 3.5 by default: of quiet series of 140 days some value of about one in ten lies beyond. */
  readonly threshold?: number;
  /** Of the test, 0.05 by default: the chance to name any value of a quiet series. */
  readonly alpha?: number;
  /** What each value rests on, such as answers behind a mean; by default the count that is expected, for counts. */
  readonly volumes?: TimeSeries;
  /** Values that rest on less are not judged; 0 by default. */
  readonly leastVolume?: number;
  /** Campaigns, holidays and outages: they teach nothing, and what lies apart in them is named after them. */
  readonly events?: readonly KnownSpan[];
  readonly progress?: Progress;
}

/** A value that lies apart from what its season and level let expect. */
export interface SeasonalAnomaly {
  readonly index: number;
  readonly value: number;
  readonly expected: number;
  /** 95 % of values at this step while nothing is wrong. */
  readonly low: number;
  readonly high: number;
  readonly direction: Direction;
  /** Robust standard deviations. */
  readonly score: number;
  /** Two-sided chance of a normal value so far off, of this step alone: among many steps some are. */
  readonly pValue: number;
  /** Place in the season, 0 first; null without one. */
  readonly phase: number | null;
  /** The known event that it falls into, which may be all its reason; null where none is known. */
  readonly event: string | null;
}

/** A series beside what was expected of it. */
export interface SeasonalAnomalies {
  readonly anomalies: readonly SeasonalAnomaly[];
  /** At every step, gaps too. */
  readonly expected: Float64Array;
  /** Steps that were judged: known, of enough volume. */
  readonly judged: number;
  readonly gaps: number;
  readonly tooSmall: number;
  /** Robust standard deviation of the remainder; for counts, of 2√(count + ⅜). */
  readonly noise: number;
  readonly period: number | null;
  readonly decomposition: 'robust STL' | 'median';
}

/**
 * Which values lie apart from their season and level? Robust STL with a season that stays as it is (R's `periodic`), then the remainder by median distance or
 * generalised ESD names suspects; as a robust fit follows the middle and leaves the rest of the noise to the remainder, each suspect is then judged by a fit that it
 * did not take part in (deletion residuals: Cook and Weisberg 1982), until those who stay suspects are the same. A gap is no zero and is never
 * flagged; known events neither teach nor accuse. Counts by Anscombe's root (1948). It names no cause, and the trend follows a lasting change within a season
 * or so: for that see `changePoint`.
 * @throws UserError for fewer than two seasons (or 5 values), values that are not finite, counts below 0, and options that cannot be
 */
export function seasonalAnomalies(series: TimeSeries, options: SeasonalAnomalyOptions = {}): SeasonalAnomalies {
  const { period, kind = 'value', events = [] } = options;
  const values = knownValues(series, 5);
  const scaled = kind === 'count' ? values.map(rootOfCount) : values;
  const eventAt = eventsByStep(events, values.length);
  const back = kind === 'count' ? countOfRoot : (value: number) => value;
  const usual = usualOf(scaled, eventAt, options, (middle) => judgedSteps(values, middle.map(back), options));
  const { middle, noise, isJudged, flagged } = usual;
  const reach = normalQuantile(0.975) * noise;
  return {
    anomalies: flagged.map((index) => {
      const centre = middle[index] ?? 0;
      const score = ((scaled[index] ?? 0) - centre) / noise;
      return {
        index,
        value: values[index] ?? Number.NaN,
        expected: back(centre),
        low: back(centre - reach),
        high: back(centre + reach),
        direction: directionOf(score),
        score,
        pValue: normalTwoSided(score),
        phase: period === undefined ? null : index % period,
        event: eventAt[index] ?? null,
      };
    }),
    expected: middle.map(back),
    judged: isJudged.filter(Boolean).length,
    gaps: values.filter(Number.isNaN).length,
    tooSmall: isJudged.filter((each, i) => !each && !Number.isNaN(values[i])).length,
    noise,
    period: period ?? null,
    decomposition: period === undefined ? 'median' : 'robust STL',
  };
}

/** What is usual, and who is suspected not to be. */
interface Usual {
  readonly middle: Float64Array;
  readonly noise: number;
  readonly isJudged: readonly boolean[];
  readonly flagged: readonly number[];
}

const mostRounds = 8;

function usualOf(
  values: Float64Array,
  eventAt: readonly (string | null)[],
  options: SeasonalAnomalyOptions,
  judgedBy: (middle: Float64Array) => readonly boolean[],
): Usual {
  const isEvent = eventAt.map((event) => event !== null);
  let usual = learned(values, isEvent, true, options);
  let isJudged = judgedBy(usual.middle);
  let flagged: readonly number[] = usual.noise > 0 ? suspects(values, usual, isJudged, options) : [];
  for (let round = 0; round < mostRounds && flagged.length > 0; round++) {
    const isLeftOut = isEvent.slice();
    for (const index of flagged) isLeftOut[index] = true;
    if (!canLearn(values, isLeftOut, options)) break;
    usual = learned(values, isLeftOut, false, options);
    isJudged = judgedBy(usual.middle);
    const limit = limitOf(values, isLeftOut, options) * usual.noise;
    const stay = flagged.filter((i) => isJudged[i] && Math.abs((values[i] ?? 0) - (usual.middle[i] ?? 0)) > limit);
    if (stay.length === flagged.length) break;
    flagged = stay;
  }
  return { ...usual, isJudged, flagged };
}

/** Season, level and noise from the steps that are not left out. */
function learned(
  values: Float64Array,
  isLeftOut: readonly boolean[],
  robust: boolean,
  options: SeasonalAnomalyOptions,
): Pick<Usual, 'middle' | 'noise'> {
  const middle = middleOf(values, isLeftOut, robust, options);
  const rest = values.map((value, i) => value - (middle[i] ?? 0)).filter((value, i) => !Number.isNaN(value) && !isLeftOut[i]);
  if (rest.length < 5) throw cannotAnswer(`${rest.length} values outside of known events are too few; at least 5 are needed`);
  const offset = quantileOfSorted(sorted(rest), 0.5);
  const spread = robust || options.method !== 'esd' ? robustDeviation(rest.map((value) => value - offset)) : Math.sqrt(varianceOf(rest));
  const noise = spread * freedomFactor(rest.length, options);
  return { middle: middle.map((value) => value + offset), noise: options.kind === 'count' ? Math.max(1, noise) : noise };
}

/** Whether at least half of the values, and two of each step of the season, are left to learn from. */
function canLearn(values: Float64Array, isLeftOut: readonly boolean[], { period = 1 }: SeasonalAnomalyOptions): boolean {
  const counts = new Int32Array(period);
  let [known, left] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    known++;
    if (isLeftOut[i]) continue;
    left++;
    counts[i % period] = (counts[i % period] ?? 0) + 1;
  }
  return left >= Math.max(5, known / 2) && counts.every((count) => count >= 2);
}

/** How many standard deviations a value may lie apart that took no part in the fit, whose own error is that of the numbers fitted. */
function limitOf(values: Float64Array, isLeftOut: readonly boolean[], options: SeasonalAnomalyOptions): number {
  const { method = 'median-deviation', threshold = 3.5, alpha = 0.05 } = options;
  const known = values.filter((value) => !Number.isNaN(value)).length;
  const n = values.filter((value, i) => !Number.isNaN(value) && !isLeftOut[i]).length;
  const fitted = fittedNumbers(n, options);
  const limit = method === 'esd' ? studentQuantile(1 - alpha / (2 * known), Math.max(1, n - fitted - 1)) : threshold;
  return limit * Math.sqrt(1 + fitted / n);
}

/** Anscombe's transformation: the noise of a Poisson count becomes 1. */
function rootOfCount(count: number, index: number): number {
  if (count < 0) throw cannotAnswer(`the series has ${count} at position ${index}; counts are from 0 on`);
  return 2 * Math.sqrt(count + 0.375);
}

function countOfRoot(root: number): number {
  return Math.max(0, (Math.max(0, root) / 2) ** 2 - 0.375);
}

function eventsByStep(events: readonly KnownSpan[], length: number): (string | null)[] {
  const names = new Array<string | null>(length).fill(null);
  for (const { name, from, until } of events) {
    if (!(from <= until)) throw cannotAnswer(`the event "${name}" ends before it begins`);
    names.fill(name, Math.max(0, from), Math.max(0, until + 1));
  }
  return names;
}

/** Trend and season learned from the steps that are not left out, which are gaps to them. */
function middleOf(
  values: Float64Array,
  isLeftOut: readonly boolean[],
  robust: boolean,
  { period, trendWindow = 4 * (period ?? 0) + 1, progress }: SeasonalAnomalyOptions,
): Float64Array {
  const quiet = Array.from(values, (value, i) => (Number.isNaN(value) || isLeftOut[i] ? null : value));
  if (period === undefined) {
    const known = quiet.filter((value) => value !== null);
    if (known.length === 0) throw cannotAnswer('all values fall into known events, so nothing tells what is usual');
    return new Float64Array(values.length).fill(quantileOfSorted(sorted(known), 0.5));
  }
  const { trend, seasonal } = stl(quiet, {
    period,
    seasonalWindow: 10 * values.length + 1,
    trendWindow,
    degrees: { seasonal: 0 },
    robust,
    ...(progress && { progress }),
  });
  return trend.map((value, i) => value + (seasonal[i] ?? 0));
}

/** What season and trend follow of the noise is missing in the remainder. */
function freedomFactor(n: number, options: SeasonalAnomalyOptions): number {
  return options.period === undefined ? 1 : Math.sqrt(n / Math.max(n / 2, n - fittedNumbers(n, options)));
}

/** About a number for each step of the season and two for each window of the trend. */
function fittedNumbers(n: number, { period, trendWindow = 4 * (period ?? 0) + 1 }: SeasonalAnomalyOptions): number {
  return period === undefined ? 1 : period + (2 * n) / trendWindow;
}

function judgedSteps(values: Float64Array, expected: Float64Array, { kind, volumes, leastVolume = 0 }: SeasonalAnomalyOptions): boolean[] {
  if (volumes && volumes.length !== values.length)
    throw cannotAnswer(`there are ${volumes.length} volumes for ${values.length} values; they must be of the same steps`);
  const volumeAt = (i: number) => (volumes ? (volumes[i] ?? 0) : kind === 'count' ? (expected[i] ?? 0) : Number.POSITIVE_INFINITY);
  return Array.from(values, (value, i) => !Number.isNaN(value) && volumeAt(i) >= leastVolume);
}

function suspects(
  values: Float64Array,
  { middle, noise }: Pick<Usual, 'middle' | 'noise'>,
  isJudged: readonly boolean[],
  { method = 'median-deviation', threshold = 3.5, alpha = 0.05 }: SeasonalAnomalyOptions,
): number[] {
  const steps = isJudged.flatMap((each, i) => (each ? [i] : []));
  if (!(threshold > 0)) throw cannotAnswer(`the threshold is above 0, not ${threshold}`);
  const restAt = (i: number) => (values[i] ?? 0) - (middle[i] ?? 0);
  if (method === 'median-deviation') return steps.filter((i) => Math.abs(restAt(i)) > threshold * noise);
  if (steps.length < 3) return [];
  const { outliers } = generalisedEsd(steps.map(restAt), { alpha });
  return outliers.map(({ index }) => steps[index] ?? 0).sort((a, b) => a - b);
}
