import { type Watched, watchList } from '../../catalog/analyses/watch-list.ts';
import { holm } from '../../core/stats/holm.ts';
import type { FindingSource } from './finding-source.ts';
import { type Candidate, changeOf, isLarge, type JudgedSeries, judgeSeries } from './judge-series.ts';
import type { CalendarMark } from './known-events.ts';
import type { Gap } from './read-gaps.ts';
import { readSeries, type WatchedSeries } from './read-series.ts';
import { withoutGaps } from './without-gaps.ts';

/** Chance with which something is said on a morning on which nothing happened. */
export const falseAlarmRate = 0.05;

/** A change beyond noise, with its chance after allowing for everything looked at. */
export interface Significant extends Candidate {
  readonly adjusted: number;
}

/** Everything that was looked at, and what of it changed beyond noise. */
export interface Scan {
  readonly judged: readonly JudgedSeries[];
  readonly significant: readonly Significant[];
  /** Series that had enough in them to be judged. */
  readonly tests: number;
  readonly days: number;
}

const countDays = 760;
const figureDays = 300;
const lastingWeeks = 26;
const leastLasting = 0.6;

/** Reads and judges every watched figure, everywhere and by segment. The days of the gaps are left out of what they touch. */
export async function scanWorkspace(source: FindingSource, marks: readonly CalendarMark[], gaps: readonly Gap[] = []): Promise<Scan> {
  const lists = (await readAll(source)).map((list) => withoutGaps(source, list, gaps));
  return judgeAll(lists, marks, Math.min(countDays, source.day - source.firstDay + 1));
}

/** The series of each watched figure, the whole first. */
export async function readAll(source: FindingSource): Promise<readonly (readonly WatchedSeries[])[]> {
  const lists: (readonly WatchedSeries[])[] = [];
  for (const watched of watchList) {
    const days = daysOf(source, watched);
    const series = await Promise.all([null, ...watched.dimensions].map((dimension) => readSeries(source, watched, dimension, days)));
    lists.push(series.flat().filter(isLasting));
  }
  return lists;
}

/** Judges the series of each watched figure. Gives the thread away between series. */
export async function judgeAll(lists: readonly (readonly WatchedSeries[])[], marks: readonly CalendarMark[], days: number): Promise<Scan> {
  const judged: JudgedSeries[] = [];
  const candidates: Candidate[] = [];
  for (const list of lists) {
    for (const one of judgeSeries(list, marks)) {
      judged.push(one);
      const change = changeOf(one);
      if (change) candidates.push({ ...one, change });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const adjusted = holm(candidates.map(({ change }) => change.chance));
  const significant = candidates
    .map((candidate, index) => ({ ...candidate, adjusted: adjusted[index] ?? 1 }))
    .filter((candidate) => candidate.adjusted < falseAlarmRate && isLarge(candidate, candidate.change));
  return { judged, significant, tests: candidates.length, days };
}

/** Labels come and go with trials and campaigns: one is judged when it was there in most weeks of the last half-year. */
function isLasting({ segment, series }: WatchedSeries): boolean {
  if (segment?.dimension !== 'tag') return true;
  const weeks = Math.min(lastingWeeks, Math.floor(series.amounts.length / 7));
  const end = series.amounts.length;
  const seen = Array.from({ length: weeks }, (_, week) => series.amounts.subarray(end - 7 * (week + 1), end - 7 * week));
  return seen.filter((days) => days.some((amount) => amount !== 0 && !Number.isNaN(amount))).length >= leastLasting * weeks;
}

function daysOf({ day, firstDay }: FindingSource, { kind }: Watched): { first: number; last: number } {
  const most = kind === 'count' || kind === 'level' ? countDays : figureDays;
  return { first: Math.max(firstDay, day - most + 1), last: day };
}
