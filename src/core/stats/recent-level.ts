import type { DailySeries, Expectation } from './daily-series.ts';
import { runningSums } from './running-sums.ts';

/** By how much a series stands above its expectation: in shares of it for counts, in its own unit for means. */
export interface RecentLevel {
  readonly level: number;
  /** Expected amount, units and variance that it rests on, weighed down where a week was out of line. */
  readonly units: number;
  readonly variance: number;
  /** Weeks with something in them. */
  readonly weeks: number;
}

/** Running sums over the days of a series, so that any stretch of days costs one subtraction. */
export interface SeriesSums {
  readonly series: DailySeries;
  readonly expectation: Expectation;
  /** Amount minus expectation, units, variance, and relative variance × expectation, each up to and without a day. */
  readonly residuals: Float64Array;
  readonly units: Float64Array;
  readonly variances: Float64Array;
  readonly learned: Float64Array;
}

/** One stretch of days, summed; days that are not known are left out. */
export interface Stretch {
  readonly residual: number;
  readonly units: number;
  readonly variance: number;
  /** Standard deviation of the expectation, from what was learned of months and events. */
  readonly learned: number;
}

const weekDays = 7;
/** A week this many standard deviations off the middle of the weeks begins to count less. */
const outOfLine = 2;
/** What stands higher above its expectation than so many times is no level any more. */
const mostLevel = 4;
/** Weeks wander by some percent of themselves also where nothing happens. */
const wander = 0.03;

/** Sums of a series against its expectation. */
export function seriesSums(series: DailySeries, expectation: Expectation): SeriesSums {
  const { amounts } = series;
  const known = (values: Float64Array) => values.map((value, day) => (Number.isNaN(amounts[day]) ? 0 : value));
  const residuals = amounts.map((amount, day) => amount - (expectation.amounts[day] ?? 0));
  const learned = expectation.relativeSds.map((sd, day) => sd * (expectation.amounts[day] ?? 0));
  return {
    series,
    expectation,
    residuals: runningSums(known(residuals)),
    units: runningSums(known(expectation.units)),
    variances: runningSums(known(expectation.variances)),
    learned: runningSums(known(learned)),
  };
}

/** The days from position `from` until before `until`. */
export function stretchOf(sums: SeriesSums, from: number, until: number): Stretch {
  return {
    residual: (sums.residuals[until] ?? 0) - (sums.residuals[from] ?? 0),
    units: (sums.units[until] ?? 0) - (sums.units[from] ?? 0),
    variance: (sums.variances[until] ?? 0) - (sums.variances[from] ?? 0),
    learned: (sums.learned[until] ?? 0) - (sums.learned[from] ?? 0),
  };
}

/** Whether a stretch surely has too little in it to speak: fewer units than the least size, or counts of which even a fourfold level would make too few. */
export function isTooSmall(sums: SeriesSums, from: number, until: number, leastSize: number): boolean {
  const { units } = stretchOf(sums, from, until);
  return (sums.series.kind === 'count' ? mostLevel * units : units) < leastSize;
}

/** The level of the weeks before position `until`, at most `weeks` of them, judged by the middle one so that an episode does not carry it away. */
export function recentLevel(sums: SeriesSums, until: number, weeks: number): RecentLevel | null {
  const blocks: Stretch[] = [];
  for (let end = until; end >= weekDays && blocks.length < weeks; end -= weekDays) {
    const block = stretchOf(sums, end - weekDays, end);
    if (block.units > 0) blocks.push(block);
  }
  if (blocks.length === 0) return null;
  const middle = weightedMedian(blocks);
  let [residual, units, variance] = [0, 0, 0];
  for (const block of blocks) {
    const off = Math.abs(block.residual - middle * block.units);
    const noise = Math.sqrt(block.variance + (wander * block.units) ** 2);
    const weight = Math.min(1, (outOfLine * noise) / off);
    residual += weight * block.residual;
    units += weight * block.units;
    variance += weight * block.variance;
  }
  return { level: residual / units, units, variance, weeks: blocks.length };
}

function weightedMedian(blocks: readonly Stretch[]): number {
  const sorted = blocks.map((block) => ({ ratio: block.residual / block.units, units: block.units })).sort((a, b) => a.ratio - b.ratio);
  const half = sorted.reduce((sum, { units }) => sum + units, 0) / 2;
  let passed = 0;
  for (const { ratio, units } of sorted) {
    passed += units;
    if (passed >= half) return ratio;
  }
  return 0;
}
