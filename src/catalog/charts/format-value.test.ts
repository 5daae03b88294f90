import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../../core/model/locale.ts';
import { durationStepMs, formatDuration, formatDurationTick } from './format-duration.ts';
import { formatCount, formatPercentagePoints, formatPoints, formatShort } from './format-number.ts';
import { formatBucket, formatBucketLong, formatDay, formatInstant, formatPeriod, formatWeekday } from './format-time.ts';
import { formatInterval, formatTick, formatValue } from './format-value.ts';

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
    expect(formatDuration(905 * hour, 'en')).toBe('37.7\u00a0d');
    expect(inAll((locale) => formatDuration(145.87 * hour, locale))).toEqual(['146 h', '146 小时', '146 小時', '146 ч']);
    expect(inAll((locale) => formatDuration(50 * 24 * hour, locale))).toEqual(['50 d', '50 天', '50 天', '50 д']);
  });

  it('of an axis are all in days where it is long, and zero has no unit', () => {
    const ticks = [0, 360, 720, 1080].map((hours) => plain(formatDurationTick(hours * hour, 1300 * hour, 'en')));
    expect(ticks).toEqual(['0', '15 d', '30 d', '45 d']);
    expect(plain(formatDurationTick(2 * hour, 8 * hour, 'ru'))).toBe('2 ч');
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
        (durationMs) => !/\b60 (min|s)\b/.test(plain(formatDuration(durationMs, 'en'))),
      ),
    );
  });

  it('tick at round steps, at most five of them', () => {
    expect(durationStepMs(7 * hour)).toBe(2 * hour);
    expect(durationStepMs(50 * minute)).toBe(10 * minute);
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 * hour }), (maxMs) => maxMs / durationStepMs(maxMs) <= 5));
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
