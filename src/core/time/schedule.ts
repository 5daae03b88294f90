import type { schedules } from '../entities/working-time.ts';
import type { Row } from '../model/entity.ts';
import { epochDayOf, epochDayOfLocal, weekdayOf } from './calendar-day.ts';
import { type WorkingClock, workingClock } from './working-time.ts';
import { type OffsetSpan, offsetSpans } from './zone.ts';

type ScheduleRow = Row<typeof schedules>;

/** One state of a schedule: a row of the entity `schedules`, as far as working time needs it. */
export type ScheduleVersion = Pick<ScheduleRow, 'zone' | 'valid_from' | 'hours' | 'holidays' | 'version'>;

const dayMs = 86_400_000;
const minuteMs = 60_000;

type Opening = readonly [fromMs: number, untilMs: number];

/**
 * Compiles the history of one schedule into its working time between two instants. An instant is open when the local clock shows a time in [from_minute, to_minute)
 * of that weekday and the local day is no holiday: so an hour that is doubled by a clock change counts twice, and one that is skipped does not count.
 * Each version holds from its `valid_from` until the next one; nothing older is known, so the earliest also holds before.
 * Null when there is no version or none of them ever opens.
 */
export function compileSchedule(history: readonly ScheduleVersion[], fromMs: number, untilMs: number): WorkingClock | null {
  if (!(fromMs < untilMs)) throw new RangeError('A schedule is compiled between two instants, the second after the first.');
  const versions = orderVersions(history);
  if (!versions.some((version) => version.hours.some((shift) => shift.to_minute > shift.from_minute))) return null;
  const openings: Opening[] = [];
  versions.forEach((version, index) => {
    const start = index === 0 ? fromMs : Math.max(version.valid_from, fromMs);
    const end = Math.min(versions[index + 1]?.valid_from ?? untilMs, untilMs);
    if (start < end) openVersion(version, start, end, openings);
  });
  return workingClock(openings, fromMs, untilMs);
}

/** In order of time; of two versions from the same instant the newer one. */
function orderVersions(history: readonly ScheduleVersion[]): ScheduleVersion[] {
  const sorted = [...history].sort((a, b) => a.valid_from - b.valid_from || a.version - b.version);
  return sorted.filter((version, index) => version.valid_from !== sorted[index + 1]?.valid_from);
}

function openVersion(version: ScheduleVersion, fromMs: number, untilMs: number, openings: Opening[]): void {
  const shifts = shiftsByWeekday(version.hours);
  const isHoliday = holidayTest(version.holidays);
  for (const span of offsetSpans(version.zone, fromMs, untilMs)) {
    const lastDay = epochDayOfLocal(span.untilMs + span.offsetMs - 1);
    for (let day = epochDayOfLocal(span.fromMs + span.offsetMs); day <= lastDay; day++) {
      if (!isHoliday(day)) openDay(day, shifts[weekdayOf(day) - 1] ?? [], span, openings);
    }
  }
}

function openDay(epochDay: number, shifts: ScheduleVersion['hours'], span: OffsetSpan, openings: Opening[]): void {
  const midnightMs = epochDay * dayMs - span.offsetMs;
  for (const shift of shifts) {
    const from = Math.max(midnightMs + shift.from_minute * minuteMs, span.fromMs);
    const until = Math.min(midnightMs + shift.to_minute * minuteMs, span.untilMs);
    if (from < until) open(openings, from, until);
  }
}

/** Adds an interval that begins no earlier than the last one; intervals that touch become one. */
function open(openings: Opening[], fromMs: number, untilMs: number): void {
  const last = openings.at(-1);
  if (last && fromMs <= last[1]) openings[openings.length - 1] = [last[0], Math.max(last[1], untilMs)];
  else openings.push([fromMs, untilMs]);
}

function shiftsByWeekday(hours: ScheduleVersion['hours']): ScheduleVersion['hours'][] {
  const ordered = [...hours].sort((a, b) => a.from_minute - b.from_minute);
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ordered.filter((shift) => shift.weekday === weekday));
}

function holidayTest(holidays: ScheduleVersion['holidays']): (epochDay: number) => boolean {
  const ranges = holidays.map((holiday) => [epochDayOf(holiday.from), epochDayOf(holiday.until)] as const);
  return (epochDay) => ranges.some(([first, last]) => epochDay >= first && epochDay <= last);
}
