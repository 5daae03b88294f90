import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { buckets } from './buckets.ts';
import { grains } from './grain.ts';
import { type Calendar, resolvePeriod } from './period.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const calendarOf = (zone: string, now = '2027-01-01T00:00Z'): Calendar => ({ zone, weekStart: 1, now: at(now) });
const hourMs = 3_600_000;

const zones = [
  'UTC',
  'Europe/London',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Midway',
  'Pacific/Kiritimati',
  'America/Havana',
  'Africa/Casablanca',
];

describe('buckets', () => {
  test('of hours keep the doubled hour of a 25-hour day apart, and skip the one that a 23-hour day lacks', () => {
    const calendar = calendarOf('Europe/London');
    const autumn = buckets(resolvePeriod({ from: '2026-10-25', until: '2026-10-25' }, calendar), 'hour', calendar).map(
      (bucket) => bucket.key,
    );
    expect(autumn).toHaveLength(25);
    expect(autumn.slice(0, 4)).toEqual([
      '2026-10-25T00:00+01:00',
      '2026-10-25T01:00+01:00',
      '2026-10-25T01:00+00:00',
      '2026-10-25T02:00+00:00',
    ]);
    const spring = buckets(resolvePeriod({ from: '2026-03-29', until: '2026-03-29' }, calendar), 'hour', calendar).map(
      (bucket) => bucket.key,
    );
    expect(spring).toHaveLength(23);
    expect(spring.slice(0, 2)).toEqual(['2026-03-29T00:00+00:00', '2026-03-29T02:00+01:00']);
  });

  test('of hours follow the half-hour change of Lord Howe', () => {
    const calendar = calendarOf('Australia/Lord_Howe');
    const autumn = buckets(resolvePeriod({ from: '2026-04-05', until: '2026-04-05' }, calendar), 'hour', calendar);
    expect(autumn.slice(0, 4).map((bucket) => [bucket.key, (bucket.untilMs - bucket.fromMs) / hourMs])).toEqual([
      ['2026-04-05T00:00+11:00', 1],
      ['2026-04-05T01:00+11:00', 1],
      ['2026-04-05T01:30+10:30', 0.5],
      ['2026-04-05T02:00+10:30', 1],
    ]);
  });

  test('of days leave out the day that Apia skipped', () => {
    const calendar = calendarOf('Pacific/Apia');
    expect(
      buckets(resolvePeriod({ from: '2011-12-29', until: '2011-12-31' }, calendar), 'day', calendar).map((bucket) => bucket.key),
    ).toEqual(['2011-12-29', '2011-12-31']);
  });

  test('of weeks are named by their first day and cut at the ends of the period', () => {
    const calendar = calendarOf('UTC', '2026-10-14T12:00Z');
    const weeks = buckets(resolvePeriod({ from: '2026-10-01', until: '2026-10-16' }, calendar), 'week', calendar);
    expect(weeks).toEqual([
      { key: '2026-09-28', fromMs: at('2026-10-01T00:00Z'), untilMs: at('2026-10-05T00:00Z'), complete: false },
      { key: '2026-10-05', fromMs: at('2026-10-05T00:00Z'), untilMs: at('2026-10-12T00:00Z'), complete: true },
      { key: '2026-10-12', fromMs: at('2026-10-12T00:00Z'), untilMs: at('2026-10-17T00:00Z'), complete: false },
    ]);
    const fromSunday = buckets(resolvePeriod({ from: '2026-10-01', until: '2026-10-16' }, calendar), 'week', { ...calendar, weekStart: 7 });
    expect(fromSunday.map((bucket) => bucket.key)).toEqual(['2026-09-27', '2026-10-04', '2026-10-11']);
  });

  test('of months, quarters and years are named by their first day', () => {
    const calendar = calendarOf('Asia/Kathmandu');
    const keys = (grain: 'month' | 'quarter' | 'year') =>
      buckets(resolvePeriod({ from: '2025-11-15', until: '2026-02-03' }, calendar), grain, calendar).map((bucket) => bucket.key);
    expect(keys('month')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
    expect(keys('quarter')).toEqual(['2025-10-01', '2026-01-01']);
    expect(keys('year')).toEqual(['2025-01-01', '2026-01-01']);
  });

  test('of the running day are incomplete at its end', () => {
    const calendar = calendarOf('UTC', '2026-10-14T12:30Z');
    const hours = buckets(resolvePeriod('today', calendar), 'hour', calendar);
    expect(hours.map((bucket) => bucket.complete)).toEqual([...Array(12).fill(true), false]);
    expect(hours.at(-1)?.untilMs).toBe(calendar.now);
  });

  test('are refused when there would be too many', () => {
    const calendar = calendarOf('UTC');
    expect(() => buckets(resolvePeriod('all', calendar), 'hour', calendar)).toThrow('choose a coarser grain or a shorter period');
  });

  test.each(zones)('tile every period in %s, each named by the local date at which it begins', (zone) => {
    const calendar = calendarOf(zone);
    const instant = fc.integer({ min: at('2011-11-01T00:00Z'), max: at('2026-12-01T00:00Z') });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 30 * 24 * hourMs }), fc.constantFrom(...grains), (fromMs, lengthMs, grain) => {
        const untilMs = fromMs + lengthMs;
        const found = buckets({ fromMs, untilMs }, grain, calendar);
        expect(found[0]?.fromMs).toBe(fromMs);
        expect(found.at(-1)?.untilMs).toBe(untilMs);
        expect(new Set(found.map((bucket) => bucket.key)).size).toBe(found.length);
        const gapless = found.every(
          (bucket, index) => bucket.fromMs < bucket.untilMs && (index === 0 || bucket.fromMs === found[index - 1]?.untilMs),
        );
        expect(gapless).toBe(true);
        for (const bucket of found.slice(1)) {
          const local = Temporal.Instant.fromEpochMilliseconds(bucket.fromMs).toZonedDateTimeISO(zone);
          const key = grain === 'hour' ? local.toString({ smallestUnit: 'minute', timeZoneName: 'never' }) : local.toPlainDate().toString();
          expect(bucket.key).toBe(key);
        }
      }),
      { numRuns: 20 },
    );
  });
});
