import { checkZone } from '../../time/zone.ts';
import type { Setting } from './index.ts';
import { refuseTwice, settingFault } from './setting-fault.ts';

type Schedule = Setting<'schedules'>['schedules'][number];
type Shift = Schedule['shifts'][number];

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Schedules that make sense together: zones that exist, some shift, shifts that end after they begin and do not overlap, holidays that end after they begin,
 * one default schedule, no team in two.
 * @throws UserError that says what is wrong
 */
export function checkSchedules({ schedules }: Setting<'schedules'>): void {
  for (const schedule of schedules) checkSchedule(schedule);
  refuseTwice(
    schedules.map(({ id }) => id),
    (id) => settingFault('sameName', { name: id }, `Two schedules have the id "${id}"; each needs its own.`),
  );
  checkDefault(schedules.filter(({ isDefault }) => isDefault));
  refuseTwice(
    schedules.flatMap(({ teams }) => teams),
    (team) => {
      const [first = '', second = ''] = schedules.filter(({ teams }) => teams.includes(team)).map(({ name }) => name);
      return settingFault('teamTwice', { first, second }, `The team "${team}" stands in two schedules; it works by one.`);
    },
  );
}

function checkDefault(defaults: readonly Schedule[]): void {
  if (defaults.length === 0)
    throw settingFault('noDefault', {}, 'No schedule is the default one; one must be, for tickets whose team has none.');
  const names = defaults.map(({ name }) => `"${name}"`);
  if (names.length > 1) throw settingFault('manyDefaults', {}, `${names.join(' and ')} are both the default schedule; only one can be.`);
}

function checkSchedule(schedule: Schedule): void {
  const { name, zone } = schedule;
  if (name.trim() === '') throw settingFault('name', {}, 'A schedule has no name; each needs one.');
  try {
    checkZone(zone);
  } catch (error) {
    if (error instanceof RangeError) throw settingFault('zone', { name }, error.message, 'unknown_zone');
    throw error;
  }
  checkShifts(schedule);
  for (const holiday of schedule.holidays) checkHoliday(holiday, name);
}

function checkHoliday({ from, until, name }: Schedule['holidays'][number], schedule: string): void {
  if (until >= from) return;
  throw settingFault(
    'holidayReversed',
    { name: schedule, from, until },
    `The holiday "${name || from}" of "${schedule}" ends on ${until}, before it begins on ${from}.`,
  );
}

function checkShifts({ name, shifts }: Schedule): void {
  if (shifts.length === 0)
    throw settingFault('noHours', { name }, `"${name}" has no working hours on any day; business time would never run. Give it a shift.`);
  for (const shift of shifts) {
    if (shift.toMinute <= shift.fromMinute) {
      throw settingFault(
        'shiftEnds',
        { name, text: spanOf(shift) },
        `"${name}" has a shift on ${dayOf(shift)} that ends at ${clockOf(shift.toMinute)}, not after it begins at ${clockOf(shift.fromMinute)}; a shift over midnight is two, one until 24:00 and one from 00:00.`,
      );
    }
  }
  const ordered = [...shifts].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  ordered.forEach((shift, index) => {
    const next = ordered[index + 1];
    if (next?.weekday === shift.weekday && next.fromMinute < shift.toMinute) {
      const [first, second] = [spanOf(shift), spanOf(next)];
      throw settingFault(
        'shiftOverlaps',
        { name, first, second },
        `"${name}" has two shifts on ${dayOf(shift)} that overlap: ${first} and ${second}.`,
      );
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
