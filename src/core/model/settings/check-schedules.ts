import { checkZone } from '../../time/zone.ts';
import { UserError } from '../user-error.ts';
import type { Setting } from './index.ts';

type Schedule = Setting<'schedules'>['schedules'][number];
type Shift = Schedule['shifts'][number];

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Schedules that make sense together: zones that exist, shifts that end after they begin and do not overlap, holidays that end after they begin,
 * one default schedule, no team in two.
 * @throws UserError that says what is wrong
 */
export function checkSchedules({ schedules }: Setting<'schedules'>): void {
  for (const schedule of schedules) checkSchedule(schedule);
  refuseTwice(
    schedules.map(({ id }) => id),
    (id) => `Two schedules have the id "${id}"; each needs its own.`,
  );
  const defaults = schedules.filter(({ isDefault }) => isDefault);
  if (defaults.length !== 1) throw bad(defaultSentence(defaults));
  refuseTwice(
    schedules.flatMap(({ teams }) => teams),
    (team) => `The team "${team}" stands in two schedules; it works by one.`,
  );
}

function checkSchedule(schedule: Schedule): void {
  try {
    checkZone(schedule.zone);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError('unknown_zone', error.message);
    throw error;
  }
  if (schedule.name.trim() === '') throw bad('A schedule has no name; each needs one.');
  checkShifts(schedule);
  for (const { from, until, name } of schedule.holidays) {
    if (until < from) throw bad(`The holiday "${name || from}" of "${schedule.name}" ends on ${until}, before it begins on ${from}.`);
  }
}

function checkShifts({ name, shifts }: Schedule): void {
  for (const shift of shifts) {
    if (shift.toMinute <= shift.fromMinute) {
      throw bad(
        `"${name}" has a shift on ${dayOf(shift)} that ends at ${clockOf(shift.toMinute)}, not after it begins at ${clockOf(shift.fromMinute)}; a shift over midnight is two, one until 24:00 and one from 00:00.`,
      );
    }
  }
  const ordered = [...shifts].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  ordered.forEach((shift, index) => {
    const next = ordered[index + 1];
    if (next?.weekday === shift.weekday && next.fromMinute < shift.toMinute) {
      throw bad(`"${name}" has two shifts on ${dayOf(shift)} that overlap: ${spanOf(shift)} and ${spanOf(next)}.`);
    }
  });
}

function dayOf({ weekday }: Shift): string {
  return weekdays[weekday - 1] ?? String(weekday);
}

function spanOf({ fromMinute, toMinute }: Shift): string {
  return `${clockOf(fromMinute)}–${clockOf(toMinute)}`;
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function defaultSentence(defaults: readonly Schedule[]): string {
  if (defaults.length === 0) return 'No schedule is the default one; one must be, for tickets whose team has none.';
  return `${defaults.map(({ name }) => `"${name}"`).join(' and ')} are both the default schedule; only one can be.`;
}

/** Refuses the first text that stands twice in a list. @throws UserError with the sentence */
export function refuseTwice(texts: readonly string[], sentence: (text: string) => string): void {
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) throw bad(sentence(twice));
}

function bad(sentence: string): UserError {
  return new UserError('bad_setting', sentence);
}
