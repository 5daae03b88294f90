import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../core/model/locale.ts';
import { durationStepMs, formatDuration, formatDurationTick } from './format-duration.ts';
import { formatCount, formatPercentagePoints, formatPoints, formatShort } from './format-number.ts';
import { formatBucket, formatBucketLong, formatDay, formatInstant, formatPeriod, formatWeekday } from './format-time.ts';
import { formatEstimate, formatInterval, formatTick, formatValue, valueWriter } from './format-value.ts';

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f\u2009]/g, ' ');
const inAll = (format: (locale: (typeof locales)[number]) => string) => locales.map((locale) => plain(format(locale)));

const minute = 60_000;
const hour = 60 * minute;

describe('durations', () => {
  it('have at most two units or three digits, in the words of each language', () => {
    expect(inAll((locale) => formatDuration(2 * hour + 14 * minute, locale))).toEqual([
      '2 h 14 min',
      '2 小时 14 分',
      '2 小時 14 分',
      '2 ч 14 мин',
    ]);
    expect(inAll((locale) => formatDuration(48_000, locale))).toEqual(['48 s', '48 秒', '48 秒', '48 с']);
    expect(inAll((locale) => formatDuration(26.5 * hour, locale))).toEqual([
      '26 h 30 min',
      '26 小时 30 分',
      '26 小時 30 分',
      '26 ч 30 мин',
    ]);
    expect(inAll((locale) => formatDuration(145.87 * hour, locale))).toEqual(['6 d 2 h', '6 天 2 小时', '6 天 2 小時', '6 д 2 ч']);
    expect(inAll((locale) => formatDuration(50 * 24 * hour, locale))).toEqual(['50 d', '50 天', '50 天', '50 д']);
    expect([905, 2399, 3500].map((hours) => plain(formatDuration(hours * hour, 'en')))).toEqual(['37 d 17 h', '100 d', '146 d']);
  });

  it('are in hours up to 72 of them, by the clock of working hours always', () => {
    const hours = [71.999, 72, 72.1, 99.4, 145.87, 1240];
    expect(hours.map((count) => plain(formatDuration(count * hour, 'en')))).toEqual([
      ...['72 h', '72 h', '3 d', '4 d 3 h', '6 d 2 h', '51 d 16 h'],
    ]);
    expect(hours.map((count) => plain(formatDuration(count * hour, 'en', { clock: 'business' })))).toEqual([
      ...['72 h', '72 h', '72 h 6 min', '99 h 24 min', '146 h', '1,240 h'],
    ]);
  });

  it('never have a decimal part from ten seconds on', () => {
    const lengths = fc.tuple(fc.integer({ min: 10_000, max: 10_000 * hour }), fc.constantFrom('calendar' as const, 'business' as const));
    fc.assert(
      fc.property(lengths, ([durationMs, clock]) => !plain(formatDuration(durationMs, 'ru', { clock })).includes(',')),
      { numRuns: 500 },
    );
  });

  it('that are read beside each other are all in days where one of them is, those of working hours in hours', () => {
    const [low, value, high] = [20 * hour, 66 * hour, 76.4 * hour];
    const estimate = { value, low, high, n: 40 };
    expect([plain(formatEstimate(estimate, 'durationMs', 'en')), plain(formatInterval(estimate, 'durationMs', 'en'))]).toEqual([
      '2 d 18 h',
      '20 h – 3 d 4 h',
    ]);
    expect(plain(formatInterval(estimate, 'businessMs', 'en'))).toBe('20 h – 76 h 24 min');
    expect([null, value].map((each) => plain(valueWriter([value, null], 'durationMs', 'en')(each)))).toEqual(['–', '66 h']);
  });

  it('of an axis are all in days where it is long, and zero has no unit', () => {
    const ticks = [0, 24, 360, 720, 1080].map((hours) => plain(formatDurationTick(hours * hour, 1300 * hour, 'en')));
    expect(ticks).toEqual(['0', '1 d', '15 d', '30 d', '45 d']);
    expect(plain(formatDurationTick(24 * hour, 72 * hour, 'en'))).toBe('24 h');
    expect(plain(formatDurationTick(2 * hour, 8 * hour, 'ru'))).toBe('2 ч');
    expect(plain(formatDurationTick(50 * hour, 200 * hour, 'en', 'business'))).toBe('50 h');
  });

  it('round without showing sixty minutes', () => {
    expect(plain(formatDuration(59.6 * minute, 'en'))).toBe('1 h');
    expect(plain(formatDuration(2 * hour - 1, 'en'))).toBe('2 h');
    expect(plain(formatDuration(59_900, 'en'))).toBe('1 min');
    expect(plain(formatDuration(4.5 * minute, 'en'))).toBe('4 min 30 s');
    expect(plain(formatDuration(4200, 'ru'))).toBe('4,2 с');
    expect(plain(formatDuration(-3 * hour, 'en'))).toBe('−3 h');
    expect(plain(formatDuration(0, 'en'))).toBe('0 min');
  });

  it('never show sixty of a smaller unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 * hour }),
        (durationMs) => !/\b(60 (min|s)|\d d 24 h)\b/.test(plain(formatDuration(durationMs, 'en'))),
      ),
    );
  });

  it('tick at round steps, at most five of them', () => {
    expect(durationStepMs(7 * hour)).toBe(2 * hour);
    expect(durationStepMs(50 * minute)).toBe(10 * minute);
    expect([150, 75].map((hours) => durationStepMs(hours * hour, 'business') / hour)).toEqual([50, 20]);
    const lengths = fc.tuple(fc.integer({ min: 1, max: 100_000 * hour }), fc.constantFrom('calendar' as const, 'business' as const));
    fc.assert(fc.property(lengths, ([maxMs, clock]) => maxMs / durationStepMs(maxMs, clock) <= 5));
  });
});

describe('numbers', () => {
  it('carry the separators of the language', () => {
    expect(inAll((locale) => formatCount(4120, locale))).toEqual(['4,120', '4,120', '4,120', '4 120']);
    expect(inAll((locale) => formatCount(1_234_567, locale))).toEqual(['1,234,567', '1,234,567', '1,234,567', '1 234 567']);
    expect(inAll((locale) => formatValue(81.34, 'percent', locale))).toEqual(['81.3%', '81.3%', '81.3%', '81,3 %']);
  });

  it('are short on axes', () => {
    expect(inAll((locale) => formatTick(1200, 'count', locale))).toEqual(['1.2 k', '1200', '1200', '1,2 тыс.']);
    expect(inAll((locale) => formatShort(12_345, locale))).toEqual(['12.3 k', '1.23万', '1.23萬', '12,3 тыс.']);
    expect(formatTick(1_500_000, 'count', 'en')).toBe('1.5\u00a0M');
  });

  it('are whole below ten thousand, exact where asked, and a dash when missing', () => {
    expect(formatValue(4120, 'count', 'en')).toBe('4,120');
    expect(formatValue(60_123, 'count', 'en', true)).toBe('60,123');
    expect(inAll((locale) => formatValue(null, 'count', locale))).toEqual(['–', '–', '–', '–']);
    expect(formatValue(-12.34, 'points', 'en')).toBe('−12.3');
  });

  it('name percentage points and points as each language does', () => {
    expect(inAll((locale) => formatPercentagePoints(3.1, locale))).toEqual([
      '3.1 percentage points',
      '3.1 个百分点',
      '3.1 個百分點',
      '3,1 п. п.',
    ]);
    expect(plain(formatPercentagePoints(1, 'en'))).toBe('1 percentage point');
    expect(inAll((locale) => formatPoints(5, locale))).toEqual(['5 points', '5 分', '5 分', '5 пунктов']);
    expect([1, 2, 1.5].map((value) => plain(formatPoints(value, 'ru')))).toEqual(['1 пункт', '2 пункта', '1,5 пункта']);
  });

  it('show an interval only when there is one', () => {
    expect(formatInterval({ value: 81, low: 78.1, high: 84, n: 74 }, 'percent', 'en')).toBe('78.1% – 84%');
    expect(formatInterval({ value: 81, low: null, high: null, n: 74 }, 'percent', 'en')).toBeNull();
  });
});

describe('times', () => {
  const instant = '2026-10-25T23:30:00Z';

  it('are told in the zone of the workspace and the order of the language', () => {
    expect(inAll((locale) => formatInstant(instant, locale, 'Asia/Shanghai'))).toEqual([
      '26 Oct 2026, 07:30',
      '2026年10月26日 07:30',
      '2026年10月26日 07:30',
      '26 окт. 2026 г., 07:30',
    ]);
    expect(inAll((locale) => formatDay('2026-10-26', locale))).toEqual([
      '26 Oct 2026',
      '2026年10月26日',
      '2026年10月26日',
      '26 окт. 2026 г.',
    ]);
    expect(inAll((locale) => formatWeekday(7, locale))).toEqual(['Sun', '周日', '週日', 'вс']);
  });

  it('name buckets by their grain', () => {
    expect(formatBucket('2026-10-26', 'day', 'en')).toBe('26 Oct');
    expect(formatBucket('2026-10-25T01:00+01:00', 'hour', 'en')).toBe('01:00');
    expect(formatBucket('2026-10-01', 'quarter', 'en')).toBe('Q4 2026');
    expect(inAll((locale) => formatBucket('2026-10-01', 'month', locale))).toEqual([
      'Oct 2026',
      '2026年10月',
      '2026年10月',
      'окт. 2026 г.',
    ]);
    const bucket = { key: '2026-10-26', from: '2026-10-26T00:00:00Z', until: '2026-11-02T00:00:00Z', complete: true };
    expect(plain(formatBucketLong(bucket, 'week', 'en', 'UTC'))).toBe('26 Oct – 1 Nov 2026');
    expect(plain(formatBucketLong(bucket, 'day', 'en', 'UTC'))).toBe('Mon, 26 Oct 2026');
  });

  it('give the last day of a half-open period', () => {
    expect(plain(formatPeriod({ from: '2026-10-01T00:00:00Z', until: '2026-10-29T00:00:00Z' }, 'en', 'UTC'))).toMatch(
      /^1 ?– ?28 Oct 2026$/,
    );
    expect(formatPeriod({ from: '2026-09-06T00:00:00Z', until: '2026-10-04T00:00:00Z' }, 'zh-Hans', 'UTC')).toBe('2026年9月6日 – 10月3日');
    expect(formatPeriod({ from: '2025-12-06T00:00:00Z', until: '2026-01-04T00:00:00Z' }, 'zh-Hant', 'UTC')).toBe(
      '2025年12月6日 – 2026年1月3日',
    );
  });
});
