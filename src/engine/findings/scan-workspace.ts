import { type Watched, watchList } from '../../catalog/analyses/watch-list.ts';
import { holm } from '../../core/stats/holm.ts';
import { type EventCandidate, eventChanges } from './event-changes.ts';
import type { FindingSource } from './finding-source.ts';
import { type Candidate, changeOf, isLarge, type JudgedSeries, judgeSeries } from './judge-series.ts';
import type { CalendarMark } from './known-events.ts';
import type { Gap } from './read-gaps.ts';
import { readSeries, type WatchedSeries } from './read-series.ts';
import { withoutGaps } from './without-gaps.ts';

/** Chance with which something is said on a morning on which nothing happened. */
export const falseAlarmRate = 0.05;

/** Of that, what is set aside for changes that are looked for because an event of the calendar began. */
const eventShare = 0.2;

/** A change beyond noise, with its chance after allowing for everything looked at. */
export interface Significant extends Candidate {
  readonly adjusted: number;
  /** Name of the event since whose first day it was looked for; null when the day was found in the figures. */
  readonly event: string | null;
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
  const days = Math.min(countDays, source.day - source.firstDay + 1);
  return judgeAll(lists, marks, days, (judged) => eventChanges(source, judged, marks));
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

/** Judges the series of each watched figure, and adds what follows events. Gives the thread away between series. */
export async function judgeAll(
  lists: readonly (readonly WatchedSeries[])[],
  marks: readonly CalendarMark[],
  days: number,
  followed: (judged: readonly JudgedSeries[]) => Promise<readonly EventCandidate[]> = async () => [],
): Promise<Scan> {
  const judged: JudgedSeries[] = [];
  const candidates: (Candidate & { readonly event: null })[] = [];
  for (const list of lists) {
    for (const one of judgeSeries(list, marks)) {
      judged.push(one);
      const change = changeOf(one);
      if (change) candidates.push({ ...one, change, event: null });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const ofEvents = await followed(judged);
  const share = ofEvents.length === 0 ? 0 : eventShare;
  const known = beyondNoise(ofEvents, share);
  const found = beyondNoise(candidates, 1 - share).filter(({ series }) => !known.some((one) => one.series === series));
  return { judged, significant: [...known, ...found], tests: candidates.length + ofEvents.length, days };
}

/** What stays beyond noise when all of them are allowed for, in a share of the stated rate. */
function beyondNoise(candidates: readonly Omit<Significant, 'adjusted'>[], share: number): readonly Significant[] {
  const adjusted = holm(candidates.map(({ change }) => change.chance));
  return candidates
    .map((candidate, index) => ({ ...candidate, adjusted: (adjusted[index] ?? 1) / share }))
    .filter((candidate) => candidate.adjusted < falseAlarmRate && isLarge(candidate, candidate.change));
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
