import { compileSchedule } from '../../core/time/schedule.ts';
import { addWorking, isWorking, type WorkingClock } from '../../core/time/working-time.ts';
import type { Desk } from './desk.ts';
import { demoSchedules } from './setup/schedules.ts';
import { dayMs, hourMs } from './span-of-data.ts';

const clocks = new Map<string, WorkingClock>();

function clockOf(desk: Desk): WorkingClock {
  const known = clocks.get(desk.scheduleId);
  if (known) return known;
  const history = demoSchedules().filter((schedule) => schedule.id === desk.scheduleId);
  const clock = compileSchedule(history, Date.UTC(2024, 9, 1), Date.UTC(2032, 0, 1));
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
  return isWorking(clockOf(desk), at);
}

/** The first closing at or after an instant; Infinity far after the end of the data. */
export function closingAfter(desk: Desk, at: number): number {
  const { fromMs, open, byDay } = clockOf(desk);
  const firstMs = fromMs[0] ?? 0;
  let index = byDay[Math.max(0, Math.floor((at - firstMs) / dayMs))] ?? fromMs.length;
  while (index < fromMs.length && ((fromMs[index] ?? 0) < at || open[index] === 1)) index++;
  return fromMs[index] ?? Number.POSITIVE_INFINITY;
}
