import { compileSchedule } from '../../core/time/schedule.ts';
import { addWorking, type WorkingClock, workingMs } from '../../core/time/working-time.ts';
import type { Desk } from './desk.ts';
import { demoSchedules } from './setup/schedules.ts';
import { hourMs } from './span-of-data.ts';

const clocks = new Map<string, WorkingClock>();

function clockOf(desk: Desk): WorkingClock {
  const known = clocks.get(desk.scheduleId);
  if (known) return known;
  const history = demoSchedules().filter((schedule) => schedule.id === desk.scheduleId);
  const clock = compileSchedule(history, Date.UTC(2024, 9, 1), Date.UTC(2027, 11, 31));
  if (!clock) throw new RangeError(`the desk ${desk.scheduleId} never opens`);
  clocks.set(desk.scheduleId, clock);
  return clock;
}

/** The instant at which a number of working hours of the desk have passed; Infinity far after the end of the data. */
export function afterWorkingHours(desk: Desk, at: number, hours: number): number {
  return addWorking(clockOf(desk), at, hours * hourMs) ?? Number.POSITIVE_INFINITY;
}

/** Whether somebody is at the desk. */
export function isOpen(desk: Desk, at: number): boolean {
  return (workingMs(clockOf(desk), at, at + 1) ?? 0) > 0;
}
