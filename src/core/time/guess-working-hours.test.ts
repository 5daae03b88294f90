import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { type GuessedShift, guessWorkingHours, slotsPerDay } from './guess-working-hours.ts';

type Hours = readonly (readonly [weekday: number, fromHour: number, toHour: number])[];

const weekdays = [1, 2, 3, 4, 5];
const office: Hours = weekdays.map((weekday) => [weekday, 9, 18]);
const withLunch: Hours = weekdays.flatMap((weekday) => [[weekday, 9, 13] as const, [weekday, 14, 18] as const]);
const nights: Hours = [
  ...[1, 2, 3, 4].flatMap((weekday) => [[weekday, 0, 6] as const, [weekday, 22, 24] as const]),
  [5, 0, 6],
  [7, 22, 24],
];
const partTime: Hours = [
  [1, 9, 13],
  [3, 9, 13],
  [4, 13, 17],
];
const saturday: Hours = [...weekdays.map((weekday) => [weekday, 8, 20] as const), [6, 9.5, 14]];

/** Replies drawn evenly over the hours, one in fifty at any time of the week. */
function drawReplies(hours: Hours, replies: number, seed: number): number[] {
  const random = seededRandom(seed);
  const slots = hours.flatMap(([weekday, from, to]) =>
    Array.from({ length: (to - from) * 2 }, (_, index) => (weekday - 1) * slotsPerDay + from * 2 + index),
  );
  const counts = Array<number>(7 * slotsPerDay).fill(0);
  for (let reply = 0; reply < replies; reply++) {
    const anywhere = random.next() < 0.02;
    const slot = anywhere ? Math.floor(random.next() * counts.length) : (slots[Math.floor(random.next() * slots.length)] ?? 0);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

const asHours = (shifts: readonly GuessedShift[]) =>
  shifts.map(({ weekday, fromMinute, toMinute }) => [weekday, fromMinute / 60, toMinute / 60]);

describe('guessWorkingHours', () => {
  test.each([
    ['an office', office, 1_500],
    ['split shifts with an hour of lunch', withLunch, 3_000],
    ['night shifts over midnight', nights, 2_000],
    ['part time with other hours on one day', partTime, 1_200],
    ['long weekdays and a short Saturday', saturday, 4_000],
  ])('finds %s, on five draws', (_, hours, replies) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const guess = guessWorkingHours(drawReplies(hours, replies, seed));
      expect(asHours(guess?.shifts ?? [])).toEqual(hours.map((shift) => [...shift]));
      expect(guess?.coveredPercent).toBeGreaterThan(97);
    }
  });

  test('says nothing under 200 replies, and not far from the truth with few more', () => {
    expect(guessWorkingHours(drawReplies(office, 199, 1))).toBeNull();
    const { shifts = [], replies } = guessWorkingHours(drawReplies(office, 260, 2)) ?? {};
    expect(replies).toBe(260);
    expect(shifts.map(({ weekday }) => weekday)).toEqual(weekdays);
    for (const shift of shifts) {
      expect(Math.abs(shift.fromMinute - 540)).toBeLessThanOrEqual(30);
      expect(Math.abs(shift.toMinute - 1080)).toBeLessThanOrEqual(30);
    }
  });

  test('finds round the clock', () => {
    const always: Hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, 0, 24]);
    expect(asHours(guessWorkingHours(drawReplies(always, 5_000, 3))?.shifts ?? [])).toEqual(always.map((shift) => [...shift]));
  });

  test('gives shifts that a schedule may have, whatever is counted', () => {
    const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })), { minLength: 336, maxLength: 336 });
    fc.assert(
      fc.property(counts, (drawn) => {
        const guess = guessWorkingHours(drawn);
        if (guess === null) return;
        expect(guess.coveredPercent).toBeGreaterThanOrEqual(0);
        expect(guess.coveredPercent).toBeLessThanOrEqual(100);
        guess.shifts.forEach((shift, index) => {
          const next = guess.shifts[index + 1];
          expect(shift.fromMinute).toBeLessThan(shift.toMinute);
          if (next?.weekday === shift.weekday) expect(next.fromMinute).toBeGreaterThan(shift.toMinute);
        });
      }),
      { numRuns: 200 },
    );
  });
});
