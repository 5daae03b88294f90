import type { Watched } from '../../catalog/analyses/watch-list.ts';
import { isDuration } from '../../core/model/duration-unit.ts';
import { type Change, type ChangeOptions, changeFrom, findChange } from '../../core/stats/find-change.ts';
import { type SeriesSums, seriesSums } from '../../core/stats/recent-level.ts';
import { seasonalExpectation, type YearShape, yearShape } from '../../core/stats/seasonal-expectation.ts';
import { noiseAt, pooledNoise, type SeriesNoise, seriesNoise } from '../../core/stats/series-noise.ts';
import { type CalendarMark, concerns, eventsOf, isPast } from './known-events.ts';
import { unscaledValue, type WatchedSeries } from './read-series.ts';

/** A series with what was to be expected of it. */
export interface JudgedSeries extends WatchedSeries {
  readonly sums: SeriesSums;
  /** Variance of its windows by their length in days. */
  readonly noise: (length: number) => number;
  /** Position after the last day that is settled. */
  readonly until: number;
}

/** A series that changed, with the window that shows it. */
export interface Candidate extends JudgedSeries {
  readonly change: Change;
}

/** Medians and stocks have heavier tails than their noise in the middle tells: by so much more variance `npm run calibration` stays quiet. */
const tails = { count: 1, share: 1, mean: 1.6, level: 1.6 } as const;
/** Medians of single days are no normal numbers; the mean of so many days is near enough. */
const shortestOfMeans = 6;
/** Longest window, in days. */
const longestDays = 90;
/** Smallest expected contacts, trials or values of a window. The median of a day mixes quick and slow channels: it takes more of them to say something. */
const leastSizes = { count: 8, share: 20, mean: 60, level: 5 } as const;
const leastHistoryDays = 60;
const levelWeeks = { count: 8, share: 12, mean: 12, level: 8 } as const;

/** Judges the series of one watched figure together: the whole comes first and teaches its parts the year, and like series share their noise. */
export function judgeSeries(list: readonly WatchedSeries[], marks: readonly CalendarMark[]): readonly JudgedSeries[] {
  const [whole] = list;
  if (!whole || whole.series.amounts.length < leastHistoryDays) return [];
  const learnUntil = whole.series.firstDay + learnedLength(whole.series.amounts.length) - 1;
  const year = yearShape(whole.series, { learnUntil, events: eventsOf(marks, null) });
  const measured = list.map((one) => measure(withoutOtherTimes(one, marks), marks, learnUntil, year));
  const pooled = pooledNoise(measured.map(({ noise }) => noise));
  return measured.map(({ one, sums, noise }) => ({
    ...one,
    sums,
    noise: (length: number) => tails[one.watched.kind] * noiseAt(noise, pooled, length),
    until: one.series.amounts.length - (one.watched.settleDays ?? 0),
  }));
}

/** The largest change of a judged series up to its last settled day; null when there is too little to say. */
export function changeOf(judged: JudgedSeries): Change | null {
  return findChange(judged.sums, optionsOf(judged));
}

/** The same in rows that are known to have changed, however few they were. */
export function clearestChange(judged: JudgedSeries): Change | null {
  return findChange(judged.sums, { ...optionsOf(judged), leastSize: 1 });
}

/** The window from a position up to the last settled day, as a change of it. */
export function changeSince(judged: JudgedSeries, from: number): Change | null {
  return changeFrom(judged.sums, from, optionsOf(judged));
}

function optionsOf({ watched, noise, until }: JudgedSeries): ChangeOptions {
  return {
    until,
    longest: longestDays,
    shortest: watched.kind === 'mean' ? shortestOfMeans : 1,
    weeks: levelWeeks[watched.kind],
    noise,
    leastSize: leastSizes[watched.kind],
  };
}

/** Whether a change is worth a word: enough of it, in percent of itself for counts and times, else in the unit of the metric. */
export function isLarge({ watched, call, series }: WatchedSeries, change: Change): boolean {
  const [before, after] = [change.expected, change.observed].map((value) => unscaledValue(value, call, series.kind)) as [number, number];
  const relative = call.resolved.unit === 'count' || isDuration(call.resolved.unit) || call.resolved.unit === 'ratio';
  const size = relative ? (100 * Math.abs(after - before)) / Math.max(before, 1e-9) : Math.abs(after - before);
  return size >= watched.least;
}

/** Weeks before a window that give its level, by the kind of series. */
export function weeksOf({ kind }: Watched): number {
  return levelWeeks[kind];
}

/** What is judged is not learned from, as far as there is enough before it. */
function learnedLength(days: number): number {
  return Math.max(days - longestDays, Math.min(days, Math.floor(days * 0.6)));
}

/**
 * On the days of a campaign that came before, shares and times are those of another mix of work, and during a trial in their part of the facts those of the trial: they
 * are left out.
 */
function withoutOtherTimes(one: WatchedSeries, marks: readonly CalendarMark[]): WatchedSeries {
  const { series, segment } = one;
  if (series.kind === 'count' || series.kind === 'level') return one;
  const campaigns = eventsOf(
    marks.filter(({ kind }) => kind === 'campaign'),
    segment,
  ).flatMap((event) => (event.spans.length > 1 ? event.spans : []));
  const lastDay = series.firstDay + series.amounts.length - 1;
  const trials = marks.filter((mark) => concerns(mark, segment) && isPast(mark, lastDay)).map(({ first, last }) => [first, last] as const);
  const spans = [...campaigns, ...trials];
  if (spans.length === 0) return one;
  const isOut = (day: number): boolean => spans.some(([first, last]) => series.firstDay + day >= first && series.firstDay + day <= last);
  return { ...one, series: { ...series, amounts: series.amounts.map((amount, day) => (isOut(day) ? Number.NaN : amount)) } };
}

function measure(
  one: WatchedSeries,
  marks: readonly CalendarMark[],
  learnUntil: number,
  year: YearShape | null,
): { one: WatchedSeries; sums: SeriesSums; noise: SeriesNoise } {
  const expectation = seasonalExpectation(one.series, { learnUntil, events: eventsOf(marks, one.segment), year });
  const sums = seriesSums(one.series, expectation);
  const learned = Math.max(0, learnUntil - one.series.firstDay + 1);
  return { one, sums, noise: seriesNoise(sums, learned, levelWeeks[one.watched.kind]) };
}
