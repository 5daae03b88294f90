import type { Segment } from '../../core/model/finding.ts';
import type { Filter } from '../../core/model/query.ts';
import type { DailySeries } from '../../core/stats/daily-series.ts';
import { recentLevel, seriesSums } from '../../core/stats/recent-level.ts';
import { windowScore } from '../../core/stats/window-score.ts';
import { searchedDimensions } from './change-parts.ts';
import type { FindingSource } from './finding-source.ts';
import { type Candidate, weeksOf } from './judge-series.ts';
import { readSeries, type WatchedSeries } from './read-series.ts';

/** Below this many standard deviations, or this share of it, a change is gone. */
const goneZ = 3;
const goneShare = 0.5;

/**
 * Whether the changes of some candidates go away when the rows of a segment are taken out: the figures are asked anew without them, and held against the same
 * season and noise. By position; null where the figure does not carry the segment's dimension.
 */
export async function goneWithout(
  source: FindingSource,
  candidates: readonly Candidate[],
  segments: readonly Segment[],
): Promise<readonly (boolean | null)[]> {
  const asked = new Map<string, Promise<readonly WatchedSeries[]>>();
  const keyOf = ({ watched, segment }: Candidate): string => JSON.stringify([watched.metric, segment?.dimension ?? null]);
  const firstDays = new Map<string, number>();
  for (const candidate of candidates) {
    const first = candidate.series.firstDay + firstPosition(candidate);
    firstDays.set(keyOf(candidate), Math.min(firstDays.get(keyOf(candidate)) ?? first, first));
  }
  return Promise.all(
    candidates.map(async (candidate) => {
      const carried = new Set(searchedDimensions(candidate.call, source).map(({ name }) => name));
      if (segments.some((one) => lies(candidate, one))) return true;
      const segment = segments.find(({ dimension }) => carried.has(dimension));
      if (!segment) return null;
      const { watched, segment: own, series } = candidate;
      const filters: Filter[] = [{ dimension: segment.dimension, operator: 'none of', values: [...segment.values] }];
      const first = firstDays.get(keyOf(candidate)) ?? series.firstDay;
      const days = { first, last: series.firstDay + series.amounts.length - 1 };
      const key = JSON.stringify([keyOf(candidate), segment.dimension]);
      const known = asked.get(key) ?? readSeries(source, watched, own?.dimension ?? null, days, filters);
      asked.set(key, known);
      const rest = (await known).find((one) => one.segment?.value === own?.value);
      return !rest || isGone(candidate, rest);
    }),
  );
}

/** Whether the candidate's segment is the one whose rows are taken out. */
function lies({ segment: own }: Candidate, segment: Segment): boolean {
  return own !== null && own.dimension === segment.dimension && segment.values.includes(own.value);
}

function firstPosition({ change, watched }: Candidate): number {
  return Math.max(0, change.from - 7 * weeksOf(watched));
}

function isGone(candidate: Candidate, rest: WatchedSeries): boolean {
  const { change, sums, noise, watched } = candidate;
  const start = firstPosition(candidate);
  const series = since(rest.series, candidate.series.firstDay + start);
  const cut = (values: Float64Array): Float64Array => values.subarray(start);
  const { expectation } = sums;
  const sum = watched.kind === 'count';
  const own = seriesSums(series, {
    amounts: sum ? cut(expectation.amounts) : scaledBy(series.units, cut(expectation.amounts), cut(expectation.units)),
    units: sum ? cut(expectation.units) : series.units,
    variances: sum ? cut(expectation.variances) : scaledBy(series.units, cut(expectation.variances), cut(expectation.units)),
    relativeSds: cut(expectation.relativeSds),
  });
  const [from, until] = [change.from - start, change.until - start];
  const level = recentLevel(own, from, weeksOf(watched));
  const score = level && windowScore(own, from, until, level);
  if (!score) return true;
  const z = score.z / Math.sqrt(noise(until - from));
  return Math.sign(z) !== Math.sign(change.z) || Math.abs(z) < goneZ || Math.abs(score.shift) < goneShare * Math.abs(change.shift);
}

/** A series from a day on. */
function since(series: DailySeries, day: number): DailySeries {
  const start = day - series.firstDay;
  return { ...series, firstDay: day, amounts: series.amounts.subarray(start), units: series.units.subarray(start) };
}

/** What is expected per unit, times the units that are left. */
function scaledBy(units: Float64Array, values: Float64Array, of: Float64Array): Float64Array {
  return units.map((unit, day) => ((of[day] ?? 0) > 0 ? (unit * (values[day] ?? 0)) / (of[day] ?? 1) : 0));
}
