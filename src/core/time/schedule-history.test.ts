import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSchedule } from './schedule.ts';
import { defaultAssignments, followAssignments, type ScheduleState, statesBySchedule, withDefault } from './schedule-history.ts';
import { workingMs } from './working-time.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5);

const state = (id: string, valid_from: number, hours: number, more: Partial<ScheduleState> = {}): ScheduleState => ({
  id,
  valid_from,
  version: 1,
  zone: 'UTC',
  is_default: false,
  removed: false,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from_minute: 0, to_minute: hours * 60 })),
  holidays: [],
  ...more,
});

const hoursOf = (states: readonly ScheduleState[], assignments: readonly { fromMs: number; scheduleId: string }[], day: number) => {
  const clock = compileSchedule(followAssignments(assignments, statesBySchedule(states)), start - 30 * dayMs, start + 60 * dayMs);
  return clock && (workingMs(clock, start + day * dayMs, start + (day + 1) * dayMs) ?? 0) / 3_600_000;
};

describe('the default schedule over time', () => {
  const a = [state('a', 0, 8, { is_default: true }), state('a', start + 2 * dayMs, 8)];
  const b = [state('b', start + 2 * dayMs, 4, { is_default: true }), state('b', start + 4 * dayMs, 2, { is_default: true })];

  test('is the one that was the default then, with the hours that it had then', () => {
    const defaults = defaultAssignments(statesBySchedule([...a, ...b]));
    expect(defaults).toEqual([
      { fromMs: 0, scheduleId: 'a' },
      { fromMs: start + 2 * dayMs, scheduleId: 'b' },
    ]);
    expect([0, 1, 2, 3, 4, 5].map((day) => hoursOf([...a, ...b], defaults, day))).toEqual([8, 8, 4, 4, 2, 2]);
  });

  test('that begins after the data also holds before, as its first state does', () => {
    expect(defaultAssignments(statesBySchedule([state('a', start, 8, { is_default: true })]))).toEqual([{ fromMs: 0, scheduleId: 'a' }]);
  });

  test('is followed by a team while it has no schedule of its own', () => {
    const own = [
      { fromMs: 0, scheduleId: 'c' },
      { fromMs: start + dayMs, scheduleId: '' },
      { fromMs: start + 5 * dayMs, scheduleId: 'c' },
    ];
    const states = [...a, ...b, state('c', 0, 1)];
    const followed = withDefault(own, defaultAssignments(statesBySchedule(states)));
    expect([0, 1, 2, 4, 5].map((day) => hoursOf(states, followed, day))).toEqual([1, 8, 4, 2, 1]);
  });
});

test('following one schedule for ever is that schedule, whatever its history', () => {
  const states = fc.array(fc.record({ day: fc.integer({ min: -20, max: 50 }), hours: fc.integer({ min: 1, max: 24 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(states, fc.integer({ min: -20, max: 40 }), fc.integer({ min: 0, max: 20 * dayMs }), (told, day, length) => {
      const history = told.map(({ day: from, hours }, index) => state('a', start + from * dayMs, hours, { version: index }));
      const [fromMs, untilMs] = [start - 30 * dayMs, start + 70 * dayMs];
      const whole = compileSchedule(history, fromMs, untilMs);
      const followed = compileSchedule(followAssignments([{ fromMs: 0, scheduleId: 'a' }], statesBySchedule(history)), fromMs, untilMs);
      const [from, until] = [start + day * dayMs, start + day * dayMs + length];
      expect(followed && workingMs(followed, from, until)).toBe(whole && workingMs(whole, from, until));
    }),
    { numRuns: 100 },
  );
});
