import type { CalendarEvent } from '../../core/model/endpoints/calendar-endpoints.ts';
import type { Setting } from '../../core/model/settings/index.ts';
import { seriesName } from '../../core/text/series-name.ts';
import { type NamedHoliday, readNamedHolidays } from './holiday-sets.ts';

type Schedule = Setting<'schedules'>['schedules'][number];

const mostKept = 500;
const kept = new Map<string, Promise<readonly NamedHoliday[]>>();

/** Holidays of working schedules as events between two local days, inclusive: those of the default schedule touch everything, those of others their teams. */
export async function holidayEvents(schedules: readonly Schedule[], from: string, until: string): Promise<readonly CalendarEvent[]> {
  const all = await Promise.all(schedules.map((schedule) => eventsOf(schedule, from, until)));
  return [...new Map(all.flat().map((event) => [event.id, event])).values()];
}

async function eventsOf(schedule: Schedule, from: string, until: string): Promise<CalendarEvent[]> {
  const ofSet = schedule.holidaySet === null ? [] : await holidaysBetween(schedule.holidaySet, from, until);
  const own = schedule.holidays.map((holiday) => ({ ...holiday, names: {} }));
  const days = [...ofSet, ...own].filter((holiday) => holiday.until >= from && holiday.from <= until);
  const scopes = schedule.isDefault ? [null] : schedule.teams.map((team) => ({ dimension: 'team', value: team }));
  return days.flatMap((holiday) =>
    scopes.map((scope) => ({
      id: ['holiday', scope?.value ?? '', holiday.from, holiday.name].join(':'),
      kind: 'holiday',
      name: holiday.name,
      from: holiday.from,
      until: holiday.until,
      note: '',
      scope,
      series: seriesName(holiday.name),
      derived: true,
      names: { ...holiday.names },
    })),
  );
}

async function holidaysBetween(set: string, from: string, until: string): Promise<readonly NamedHoliday[]> {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const years = await Promise.all(Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => holidaysOf(set, first + index)));
  return years.flat();
}

/** A year of a set takes some 30 ms to work out. */
function holidaysOf(set: string, year: number): Promise<readonly NamedHoliday[]> {
  const key = `${set} ${year}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const read = readNamedHolidays(set, year);
  kept.set(key, read);
  read.catch(() => kept.delete(key));
  return read;
}
