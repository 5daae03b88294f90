import { agents } from '../../core/entities/people.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import type { Filter } from '../../core/model/query.ts';
import { sql } from '../../core/sql/sql.ts';
import type { LostNumbers } from '../../core/stats/lost-numbers.ts';
import { findSilences, type HourlyFeed } from '../../core/stats/silence.ts';
import { epochDayOfLocal } from '../../core/time/calendar-day.ts';
import { epochDayAt, localMsAt, startOfDayMs } from '../../core/time/zone.ts';
import { table } from '../store/workspace.ts';
import { askDays, type Days } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';
import type { CalendarMark } from './known-events.ts';
import { readLostNumbers } from './read-lost-numbers.ts';

/** A stretch in which a feed, or the bots, were silent. */
export type Gap = Output<'home'>['gaps'][number] & { readonly kind: 'feed' | 'bot' };

/** How far back silences are looked for, so that none of them is taken for news or for the level before. */
export const gapDays = 160;

const hourMs = 3_600_000;
/** Weeks before the first judged day that tell what is usual. */
const usualDays = 57;
const mostFeeds = 40;
const touchedMs = 6 * hourMs;
const byBot: Filter = { dimension: 'handled_by', operator: 'any of', values: ['bot', 'both'] };

/** Stretches of some days in which a feed brought far less than usual or left out its own running numbers, or no bot answered though tickets came; in order of time. */
export async function readGaps(source: FindingSource, marks: readonly CalendarMark[], days: Days): Promise<readonly Gap[]> {
  const read: Days = { first: Math.max(source.firstDay, days.first - usualDays), last: days.last };
  const [bySource, byBots, bots, lost] = await Promise.all([
    hourlyCounts(source, read, []),
    hourlyCounts(source, read, [byBot]),
    botNames(source),
    readLostNumbers(source, read),
  ]);
  const frame = frameOf(source, read, days, marks);
  const all = sumOf([...bySource.values()], frame);
  const feeds = [...bySource].toSorted(([, left], [, right]) => right.size - left.size).slice(0, mostFeeds);
  const judgedFromMs = startOfDayMs(source.calendar.zone, days.first);
  const gaps = feeds.flatMap(([name, counts]) => {
    const numbered = (lost.get(name) ?? []).filter(({ untilMs }) => untilMs >= judgedFromMs).map((one) => gapOfNumbers(name, one));
    const silent = gapsOf(frame, { name, kind: 'feed', counts: toList(counts, frame), all });
    return [...numbered, ...silent.filter((gap) => !numbered.some((known) => known.from < gap.until && gap.from < known.until))];
  });
  const ofBots = sumOf([...byBots.values()], frame);
  const botGaps = bots === '' ? [] : gapsOf(frame, { name: bots, kind: 'bot', counts: ofBots, all });
  return [...gaps, ...botGaps].toSorted((left, right) => left.from.localeCompare(right.from));
}

/** Local days of which a gap takes a quarter or more, both inclusive; the middle one of a shorter gap. */
export function daysOfGap(source: FindingSource, { from, until }: Pick<Gap, 'from' | 'until'>): Days {
  const dayOf = (ms: number): number => epochDayAt(source.calendar.zone, ms);
  const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)];
  const edgeMs = Math.min(touchedMs, (untilMs - fromMs) / 2);
  return { first: dayOf(fromMs + edgeMs), last: dayOf(untilMs - edgeMs - 1) };
}

/** New tickets by source and by the hour in which they came, in hours since 1970-01-01. */
async function hourlyCounts(
  source: FindingSource,
  days: Days,
  filters: readonly Filter[],
): Promise<ReadonlyMap<string, Map<number, number>>> {
  const [asked] = await askDays(source, { metrics: ['created'], days, grain: 'hour', by: ['source'], filters });
  const feeds = new Map<string, Map<number, number>>();
  for (const [{ bucket, group }, { value }] of asked?.answer.cells.entries() ?? []) {
    const counts = feeds.get(group[0] ?? '') ?? new Map<number, number>();
    const hour = Math.floor((Number(bucket) * 1000) / hourMs);
    counts.set(hour, (counts.get(hour) ?? 0) + (value ?? 0));
    feeds.set(group[0] ?? '', counts);
  }
  return feeds;
}

async function botNames({ ask, database }: FindingSource): Promise<string> {
  const rows = await ask(sql`SELECT DISTINCT name
FROM ${table(database, agents)}
WHERE kind = 'bot' AND name != ''
ORDER BY name`);
  return rows.map(({ name }) => String(name)).join(', ');
}

/** The hours that are read: the first, where judging begins, and the hour of the week of each. */
interface Frame {
  readonly firstHour: number;
  readonly judgedFrom: number;
  readonly slots: Int16Array;
}

function frameOf({ calendar: { zone } }: FindingSource, read: Days, judged: Days, marks: readonly CalendarMark[]): Frame {
  const hourAt = (day: number): number => Math.floor(startOfDayMs(zone, day) / hourMs);
  const firstHour = hourAt(read.first);
  const closed = new Set(
    marks
      .filter(({ kind, scopeDimension }) => kind === 'holiday' && scopeDimension === '')
      .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  const slots = Int16Array.from({ length: hourAt(read.last + 1) - firstHour }, (_, index) => {
    const localMs = localMsAt(zone, (firstHour + index) * hourMs);
    if (closed.has(epochDayOfLocal(localMs))) return -1;
    return (((Math.floor(localMs / hourMs) % 168) + 168) % 168) as number;
  });
  return { firstHour, judgedFrom: Math.max(0, hourAt(judged.first) - firstHour), slots };
}

/** From the hour of the first missing number to the end of that of the last. */
function gapOfNumbers(name: string, { fromMs, untilMs, missing, present }: LostNumbers): Gap {
  const at = (hour: number): string => new Date(hour * hourMs).toISOString();
  return {
    source: name,
    kind: 'feed',
    from: at(Math.floor(fromMs / hourMs)),
    until: at(Math.floor(untilMs / hourMs) + 1),
    missingPercent: (100 * missing) / (missing + present),
  };
}

interface NamedFeed {
  readonly name: string;
  readonly kind: Gap['kind'];
  readonly counts: Float64Array;
  /** What all feeds brought together. */
  readonly all: Float64Array;
}

function gapsOf({ firstHour, judgedFrom, slots }: Frame, { name, kind, counts, all }: NamedFeed): readonly Gap[] {
  const others = all.map((count, hour) => count - (counts[hour] ?? 0));
  const feed: HourlyFeed = { counts, slots, others: others.some((count) => count > 0) ? others : null };
  const at = (hour: number): string => new Date((firstHour + hour) * hourMs).toISOString();
  return findSilences(feed, judgedFrom).map(({ from, until, observed, expected }) => ({
    source: name,
    from: at(from),
    until: at(until),
    missingPercent: 100 * (1 - observed / expected),
    kind,
  }));
}

function toList(counts: ReadonlyMap<number, number>, { firstHour, slots }: Frame): Float64Array {
  return Float64Array.from({ length: slots.length }, (_, index) => counts.get(firstHour + index) ?? 0);
}

function sumOf(feeds: readonly ReadonlyMap<number, number>[], frame: Frame): Float64Array {
  const lists = feeds.map((counts) => toList(counts, frame));
  return Float64Array.from({ length: frame.slots.length }, (_, hour) => lists.reduce((sum, list) => sum + (list[hour] ?? 0), 0));
}
