import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Calendar, type Period, type PeriodRequest, resolvePeriod } from './period.ts';
import { type Comparison, comparisonPeriod } from './period-comparison.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const london = (now: string, more: Partial<Calendar> = {}): Calendar => ({ zone: 'Europe/London', weekStart: 1, now: at(now), ...more });

/** Both ends as local wall-clock time. */
function span(period: Period | null, zone = 'Europe/London'): string {
  if (!period) return 'none';
  const local = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return `${local(period.fromMs)} ${local(period.untilMs)}`;
}

/** Saturday. */
const calendar = london('2026-10-31T15:30Z');
const resolved = (request: PeriodRequest, of = calendar) => span(resolvePeriod(request, of), of.zone);

describe('a period in words', () => {
  test.each([
    ['last 28 days', '2026-10-03T00:00 2026-10-31T00:00'],
    ['today', '2026-10-31T00:00 2026-10-31T15:30'],
    ['yesterday', '2026-10-30T00:00 2026-10-31T00:00'],
    ['this week', '2026-10-26T00:00 2026-10-31T15:30'],
    ['last week', '2026-10-19T00:00 2026-10-26T00:00'],
    ['this month', '2026-10-01T00:00 2026-10-31T15:30'],
    ['last month', '2026-09-01T00:00 2026-10-01T00:00'],
    ['this quarter', '2026-10-01T00:00 2026-10-31T15:30'],
    ['last quarter', '2026-07-01T00:00 2026-10-01T00:00'],
    ['this year', '2026-01-01T00:00 2026-10-31T15:30'],
    ['last year', '2025-01-01T00:00 2026-01-01T00:00'],
    ['last 1 day', '2026-10-30T00:00 2026-10-31T00:00'],
    ['last 2 weeks', '2026-10-12T00:00 2026-10-26T00:00'],
    ['last 12 months', '2025-10-01T00:00 2026-10-01T00:00'],
    ['All', '1970-01-01T00:00 2026-11-01T00:00'],
    ['2026-10-01..2026-10-28', '2026-10-01T00:00 2026-10-29T00:00'],
    ['2026-10-01T09:00Z..2026-10-01T10:30Z', '2026-10-01T10:00 2026-10-01T11:30'],
  ])('%s', (words, expected) => {
    expect(resolved(words)).toBe(expected);
  });

  test('begins weeks on the day that the house has chosen', () => {
    expect(resolved('this week', { ...calendar, weekStart: 7 })).toBe('2026-10-25T00:00 2026-10-31T15:30');
    expect(resolved('this week', { ...calendar, weekStart: 6 })).toBe('2026-10-31T00:00 2026-10-31T15:30');
  });

  test('begins everything with the first day of the data', () => {
    expect(resolved('all', { ...calendar, dataFromMs: at('2024-11-01T13:00Z') })).toBe('2024-11-01T00:00 2026-11-01T00:00');
  });

  test.each(['Pacific/Midway', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'])(
    'is local in %s',
    (zone) => {
      const local = Temporal.Instant.fromEpochMilliseconds(calendar.now).toZonedDateTimeISO(zone);
      expect(resolvePeriod('today', { ...calendar, zone }).fromMs).toBe(local.startOfDay().epochMilliseconds);
      expect(resolvePeriod('last month', { ...calendar, zone }).fromMs).toBe(
        local.with({ day: 1 }).subtract({ months: 1 }).startOfDay().epochMilliseconds,
      );
    },
  );

  test('has days of 23 and 25 hours where the clock changes', () => {
    const length = (request: PeriodRequest) => {
      const { fromMs, untilMs } = resolvePeriod(request, calendar);
      return (untilMs - fromMs) / 3_600_000;
    };
    expect(length({ from: '2026-03-29', until: '2026-03-29' })).toBe(23);
    expect(length({ from: '2026-10-25', until: '2026-10-25' })).toBe(25);
    expect(length('last 28 days')).toBe(28 * 24 + 1);
  });
});

describe('a range', () => {
  test('of days includes the last one', () => {
    expect(resolved({ from: '2026-10-01', until: '2026-10-31' })).toBe('2026-10-01T00:00 2026-11-01T00:00');
  });

  test('of instants ends before the last one; a time without an offset is local', () => {
    expect(resolved({ from: '2026-07-01T09:00', until: '2026-07-01T09:00:00Z' })).toBe('2026-07-01T09:00 2026-07-01T10:00');
    expect(resolved({ from: '2026-07-01', until: '2026-07-02T12:30:15.5+02:00' })).toBe('2026-07-01T00:00 2026-07-02T11:30');
  });

  test.each([
    ['2026-01-01', '2026-12-31', 'year', 1],
    ['2026-04-01', '2026-09-30', 'quarter', 2],
    ['2026-02-01', '2026-02-28', 'month', 1],
    ['2025-11-01', '2026-10-31', 'month', 12],
    ['2026-10-01', '2026-10-30', 'day', 30],
  ])('from %s until %s is of whole units: %s', (from, until, unit, count) => {
    expect(resolvePeriod({ from, until }, calendar)).toMatchObject({ unit, count, toDate: false });
  });
});

describe('a period that cannot be', () => {
  test.each<[PeriodRequest, string]>([
    ['next week', 'Unknown period "next week": allowed are'],
    ['this 3 weeks', 'Unknown period'],
    ['last 0 days', '1 to 3660 days are allowed'],
    ['last 99999 weeks', '1 to 520 weeks are allowed'],
    [{ from: '2026-10-31', until: '2026-10-01' }, 'ends (2026-10-01) before it starts (2026-10-31)'],
    [{ from: '2026-10-01T10:00Z', until: '2026-10-01T10:00Z' }, 'before it starts'],
    [{ from: '2026-02-30', until: '2026-03-01' }, 'Not a day: "2026-02-30"'],
    [{ from: '31.10.2026', until: '2026-11-01' }, 'Not a day or an instant: "31.10.2026"'],
    [{ from: '2026-10-01T25:00', until: '2026-11-01' }, 'Not an instant'],
    [{ from: '0001-01-01', until: '2026-11-01' }, 'out of range'],
  ])('%o is refused with a sentence', (request, sentence) => {
    expect(() => resolvePeriod(request, calendar)).toThrow(sentence);
  });

  test.each(['Mars/Olympus', '', '+05:00', 'BST1'])('in the zone "%s" is refused', (zone) => {
    expect(() => resolvePeriod('today', { ...calendar, zone })).toThrow(`Unknown time zone ${JSON.stringify(zone)}`);
  });
});

describe('the period to compare with', () => {
  const compared = (request: PeriodRequest, comparison: Comparison, of = calendar) =>
    span(comparisonPeriod(resolvePeriod(request, of), comparison, of));

  test.each<[PeriodRequest, string, string]>([
    ['last 28 days', '2026-09-05T00:00 2026-10-03T00:00', '2025-10-04T00:00 2025-11-01T00:00'],
    ['last week', '2026-10-12T00:00 2026-10-19T00:00', '2025-10-20T00:00 2025-10-27T00:00'],
    ['last month', '2026-08-01T00:00 2026-09-01T00:00', '2025-09-01T00:00 2025-10-01T00:00'],
    ['last quarter', '2026-04-01T00:00 2026-07-01T00:00', '2025-07-01T00:00 2025-10-01T00:00'],
    ['last year', '2024-01-01T00:00 2025-01-01T00:00', '2024-01-01T00:00 2025-01-01T00:00'],
    ['last 3 months', '2026-04-01T00:00 2026-07-01T00:00', '2025-07-01T00:00 2025-10-01T00:00'],
    ['yesterday', '2026-10-29T00:00 2026-10-30T00:00', '2025-10-31T00:00 2025-11-01T00:00'],
    [{ from: '2026-10-01', until: '2026-10-31' }, '2026-09-01T00:00 2026-10-01T00:00', '2025-10-01T00:00 2025-11-01T00:00'],
    [{ from: '2026-10-02', until: '2026-10-31' }, '2026-09-02T00:00 2026-10-02T00:00', '2025-10-02T00:00 2025-11-01T00:00'],
    [{ from: '2026-10-01T10:00', until: '2026-10-01T16:00' }, '2026-10-01T04:00 2026-10-01T10:00', '2025-10-01T10:00 2025-10-01T16:00'],
    ['all', 'none', 'none'],
  ])('of %o', (request, previous, lastYear) => {
    expect(compared(request, 'previous')).toBe(previous);
    expect(compared(request, 'year')).toBe(lastYear);
  });

  test.each<[string, string, string]>([
    ['today', '2026-10-30T00:00 2026-10-30T15:30', '2025-11-01T00:00 2025-11-01T15:30'],
    ['this week', '2026-10-19T00:00 2026-10-24T15:30', '2025-10-27T00:00 2025-11-01T15:30'],
    ['this month', '2026-09-01T00:00 2026-10-01T00:00', '2025-10-01T00:00 2025-10-31T15:30'],
    ['this quarter', '2026-07-01T00:00 2026-07-31T15:30', '2025-10-01T00:00 2025-10-31T15:30'],
    ['this year', '2025-01-01T00:00 2025-10-31T15:30', '2025-01-01T00:00 2025-10-31T15:30'],
  ])('of the running %s goes to date', (words, previous, lastYear) => {
    expect(compared(words, 'previous')).toBe(previous);
    expect(compared(words, 'year')).toBe(lastYear);
  });

  test('keeps the local time over a clock change', () => {
    const sunday = london('2026-10-25T12:00Z');
    expect(compared('today', 'previous', sunday)).toBe('2026-10-24T00:00 2026-10-24T12:00');
  });
});
