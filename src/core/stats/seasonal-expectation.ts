import { weekdayOf } from '../time/calendar-day.ts';
import type { DailySeries, Expectation } from './daily-series.ts';
import { type Design, logLinearFit, logLinearMeans } from './log-linear-fit.ts';

/** Days on which something of one name happened or happens: a campaign, a holiday. */
export interface KnownEvent {
  readonly name: string;
  /** Days since 1970-01-01, both inclusive. */
  readonly spans: readonly (readonly [first: number, last: number])[];
}

export interface SeasonOptions {
  /** Last day that the season is learned from, in days since 1970-01-01: what is judged lies after it. */
  readonly learnUntil: number;
  readonly events: readonly KnownEvent[];
  /** How the year goes, as learned from the series that this one is a part of. */
  readonly year?: YearShape | null;
}

/** How a series grows and how the months of its year differ. */
export interface YearShape {
  /** Growth in a year, as a logarithm. */
  readonly trend: number;
  /** Logarithms of the factors of the months, January first, with their standard deviations; none before a year is known. */
  readonly factors: readonly number[];
  readonly sds: readonly number[];
}

/** From this many days on the months of a year are judged. */
const yearKnownDays = 380;
/** Intercept and weekdays; then the trend of a whole; then its months. */
const plainWidth = 8;
const wholeWidth = 9;
const weekdaySd = 1;
const monthSd = 0.2;
const trendSd = 0.3;
/** An event is believed to change nothing until some contacts say otherwise. */
const eventPrior = 10;
/** Trials that the share of a weekday is drawn to the whole with. */
const weekdayPrior = 40;
/** Share of the squared residuals at the top that is cut off where the noise is measured. */
const winsorized = 0.025;

/** What weekday, month and events that were seen before let expect of each day. The level of the last weeks is not in it: only the shape matters. */
export function seasonalExpectation(series: DailySeries, options: SeasonOptions): Expectation {
  const learned = learnedDays(series, options);
  return series.kind === 'count' ? countExpectation(series, learned, options) : meanExpectation(series, learned);
}

/**
 * How the year goes in a series of counts, as its parts take it over: the whole is less noisy than they are, and what a part does by itself is to be seen. Null for
 * other kinds.
 */
export function yearShape(series: DailySeries, options: SeasonOptions): YearShape | null {
  if (series.kind !== 'count') return null;
  const learned = learnedDays(series, options);
  const months = series.amounts.length >= yearKnownDays ? 12 : 0;
  const design = seasonDesign(series, wholeWidth + months, null);
  const coefficients = fitSeason(design, series, learned, options.events);
  const seen = new Array<number>(months).fill(0);
  for (let day = 0; months > 0 && day < learned; day++) {
    const month = monthOf(series.firstDay + day);
    seen[month] = (seen[month] ?? 0) + (series.amounts[day] || 0);
  }
  return {
    trend: coefficients[plainWidth] ?? 0,
    factors: [...coefficients.subarray(wholeWidth)],
    sds: seen.map((count) => (count === 0 ? 0 : 1 / Math.sqrt(1 / monthSd ** 2 + count))),
  };
}

function learnedDays(series: DailySeries, { learnUntil }: SeasonOptions): number {
  return Math.min(series.amounts.length, Math.max(0, learnUntil - series.firstDay + 1));
}

function countExpectation(series: DailySeries, learned: number, { events, year }: SeasonOptions): Expectation {
  const design = seasonDesign(series, plainWidth, year ?? null);
  const amounts = logLinearMeans(design, fitSeason(design, series, learned, events));
  const relativeSds = Float64Array.from(amounts, (_, day) => year?.sds[monthOf(series.firstDay + day)] ?? 0);
  for (const event of events) applyEvent(event, series, learned, amounts, relativeSds);
  return { amounts, units: amounts, variances: amounts, relativeSds };
}

function fitSeason(design: Design, series: DailySeries, learned: number, events: readonly KnownEvent[]): Float64Array {
  const spans = events.flatMap((event) => event.spans);
  const counts = series.amounts.map((count) => (Number.isNaN(count) ? 0 : count));
  const weights = Float64Array.from(series.amounts, (count, day) =>
    day >= learned || Number.isNaN(count) || isWithin(spans, series.firstDay + day) ? 0 : 1,
  );
  return logLinearFit(design, counts, weights, penaltiesOf(design.width));
}

/** Intercept, seven weekdays and, where the width has room for them, the trend in years and twelve months; the penalties make it unique. */
function seasonDesign({ firstDay, amounts }: DailySeries, width: number, year: YearShape | null): Design {
  const features = new Float64Array(width * amounts.length);
  const yearsOf = (day: number): number => (day - amounts.length) / 365;
  for (let day = 0; day < amounts.length; day++) {
    const row = features.subarray(width * day, width * (day + 1));
    row[0] = 1;
    row[weekdayOf(firstDay + day)] = 1;
    if (width > plainWidth) row[plainWidth] = yearsOf(day);
    if (width > wholeWidth) row[wholeWidth + monthOf(firstDay + day)] = 1;
  }
  const offsetOf = (day: number): number => (year ? year.trend * yearsOf(day) + (year.factors[monthOf(firstDay + day)] ?? 0) : 0);
  return { width, features, offsets: Float64Array.from(amounts, (_, day) => offsetOf(day)) };
}

/** 0 January to 11 December. */
function monthOf(epochDay: number): number {
  return new Date(epochDay * 86_400_000).getUTCMonth();
}

function penaltiesOf(width: number): readonly number[] {
  return Array.from({ length: width }, (_, index) => {
    if (index === 0) return 1e-9;
    if (index < plainWidth) return 1 / weekdaySd ** 2;
    return 1 / (index === plainWidth ? trendSd : monthSd) ** 2;
  });
}

/** The factor that an event had on the days learned from, drawn to 1, is expected of its other days. */
function applyEvent(event: KnownEvent, series: DailySeries, learned: number, amounts: Float64Array, relativeSds: Float64Array): void {
  let [counted, expected] = [eventPrior, eventPrior];
  const positions: number[] = [];
  for (const [day, amount] of amounts.entries()) {
    if (!isWithin(event.spans, series.firstDay + day)) continue;
    positions.push(day);
    const count = series.amounts[day] ?? Number.NaN;
    if (day >= learned || Number.isNaN(count)) continue;
    counted += count;
    expected += amount;
  }
  if (expected === eventPrior) return;
  for (const day of positions) {
    amounts[day] = ((amounts[day] ?? 0) * counted) / expected;
    relativeSds[day] = Math.hypot(relativeSds[day] ?? 0, 1 / Math.sqrt(counted));
  }
}

function isWithin(spans: KnownEvent['spans'], day: number): boolean {
  return spans.some(([first, last]) => day >= first && day <= last);
}

function meanExpectation(series: DailySeries, learned: number): Expectation {
  const { amounts, units, kind, firstDay } = series;
  const whole = { amount: 0, unit: 0 };
  const byWeekday = Array.from({ length: 8 }, () => ({ amount: 0, unit: 0 }));
  for (let day = 0; day < learned; day++) {
    const [amount, unit] = [amounts[day] ?? Number.NaN, units[day] ?? 0];
    if (Number.isNaN(amount)) continue;
    for (const sum of [whole, byWeekday[weekdayOf(firstDay + day)] ?? whole]) {
      sum.amount += amount;
      sum.unit += unit;
    }
  }
  const mean = whole.unit === 0 ? 0 : whole.amount / whole.unit;
  const prior = kind === 'level' ? 2 : weekdayPrior;
  const means = byWeekday.map(({ amount, unit }) => (amount + prior * mean) / (unit + prior));
  const expected = Float64Array.from(units, (unit, day) => unit * (means[weekdayOf(firstDay + day)] ?? mean));
  const variance = kind === 'share' ? Math.max(mean * (1 - mean), 1e-4) : spread(series, expected, learned);
  return {
    amounts: expected,
    units,
    variances: units.map((unit) => variance * unit),
    relativeSds: new Float64Array(units.length),
  };
}

/** Variance of one value, from how the means of days lie around their weekday's; the largest residuals are cut. */
function spread({ amounts, units }: DailySeries, expected: Float64Array, learned: number): number {
  const squares: number[] = [];
  for (let day = 0; day < learned; day++) {
    const [amount, unit] = [amounts[day] ?? Number.NaN, units[day] ?? 0];
    if (!Number.isNaN(amount) && unit > 0) squares.push((amount - (expected[day] ?? 0)) ** 2 / unit);
  }
  if (squares.length === 0) return 1;
  squares.sort((a, b) => a - b);
  const cut = squares[Math.floor((1 - winsorized) * (squares.length - 1))] ?? 0;
  return Math.max(squares.reduce((sum, square) => sum + Math.min(square, cut), 0) / squares.length, 1e-9);
}
