import type { Locale } from '../../core/model/locale.ts';
import type { Bucket } from '../../core/model/result.ts';
import type { Grain } from '../../core/time/grain.ts';
import { intlTags } from './format-number.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(intlTags[locale], { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** An instant (ISO text) as date and time of a zone: `26 Oct 2026, 14:05`. */
export function formatInstant(instant: string, locale: Locale, zone: string): string {
  const options = { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return timeFormat(locale, zone, options).format(new Date(instant));
}

/** A local day (`2026-10-26`): `26 Oct 2026`. */
export function formatDay(day: string, locale: Locale): string {
  return timeFormat(locale, 'UTC', { year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

/** A local day with its weekday, and with its year where that is not the one of `now`: `Saturday 31 October`, `Saturday, 6 December 2025`. */
export function formatWeekdayAndDay(day: string, locale: Locale, now = day): string {
  const year = day.slice(0, 4) === now.slice(0, 4) ? {} : { year: 'numeric' as const };
  return timeFormat(locale, 'UTC', { weekday: 'long', month: 'long', day: 'numeric', ...year }).format(new Date(`${day}T00:00:00Z`));
}

/** A local day without its year: `26 Oct`. */
function formatShortDay(day: string, locale: Locale): string {
  return timeFormat(locale, 'UTC', { month: 'short', day: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

/** The name of a weekday, 1 Monday to 7 Sunday: `Mon`. */
export function formatWeekday(weekday: number, locale: Locale, length: 'short' | 'long' = 'short'): string {
  return timeFormat(locale, 'UTC', { weekday: length }).format(new Date(Date.UTC(2024, 0, weekday)));
}

/** The name of a month, 1 January to 12 December: `Jan`. */
export function formatMonth(month: number, locale: Locale): string {
  return timeFormat(locale, 'UTC', { month: 'short' }).format(new Date(Date.UTC(2024, month - 1, 1)));
}

/** First and last local day of a half-open period of instants, as `1 – 28 Oct 2026`. Intl writes ranges of days in Chinese with strokes: `2026/10/1 – 2026/10/28`. */
export function formatPeriod(period: { readonly from: string; readonly until: string }, locale: Locale, zone: string): string {
  const format = timeFormat(locale, zone, { year: 'numeric', month: 'short', day: 'numeric' });
  const [from, last] = [new Date(period.from), new Date(Date.parse(period.until) - 1)];
  if (!locale.startsWith('zh')) return format.formatRange(from, last);
  const ends = [format.format(from), format.format(last)];
  const [year] = ends[0]?.split('年') ?? [];
  return ends[0] === ends[1] ? (ends[0] ?? '') : ends.join(' – ').replace(` – ${year}年`, ' – ');
}

/** First and last local day of a half-open period of instants, each without its year: `6 Sept` and `3 Oct`. */
export function formatEnds(period: { readonly from: string; readonly until: string }, locale: Locale, zone: string): [string, string] {
  const format = timeFormat(locale, zone, { month: 'short', day: 'numeric' });
  return [format.format(new Date(period.from)), format.format(new Date(Date.parse(period.until) - 1))];
}

/** The grain that buckets show by the length of the longest, as the period may cut the first and the last. */
export function grainOf(buckets: readonly Bucket[]): Grain {
  const days = Math.max(...buckets.map(({ from, until }) => Date.parse(until) - Date.parse(from))) / 86_400_000;
  if (days < 0.5) return 'hour';
  if (days < 2) return 'day';
  if (days < 10) return 'week';
  if (days < 40) return 'month';
  return days < 200 ? 'quarter' : 'year';
}

/** A bucket where room is short: `14:00`, `26 Oct`, `Oct 2026`, `Q4 2026`, `2026`. */
export function formatBucket(key: string, grain: Grain, locale: Locale): string {
  const day = key.slice(0, 10);
  switch (grain) {
    case 'hour':
      return key.slice(11, 16);
    case 'day':
    case 'week':
      return formatShortDay(day, locale);
    case 'month':
      return timeFormat(locale, 'UTC', { year: 'numeric', month: 'short' }).format(new Date(`${day}T00:00:00Z`));
    case 'quarter':
      return `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;
    case 'year':
      return day.slice(0, 4);
  }
}

/** A bucket in full, for hovers and tables: `Mon, 26 Oct 2026`, `26 Oct 2026, 14:00`, `26 Oct – 1 Nov 2026`. */
export function formatBucketLong(bucket: Bucket, grain: Grain, locale: Locale, zone: string): string {
  const day = bucket.key.slice(0, 10);
  if (grain === 'hour') return `${formatDay(day, locale)}, ${bucket.key.slice(11, 16)}`;
  if (grain === 'week') return formatPeriod(bucket, locale, zone);
  if (grain !== 'day') return formatBucket(bucket.key, grain, locale);
  const options = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
  return timeFormat(locale, 'UTC', options).format(new Date(`${day}T00:00:00Z`));
}
