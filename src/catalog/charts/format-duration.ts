import type { Locale } from '../../core/model/locale.ts';
import { formatNumber } from './format-number.ts';

type DurationUnit = 'hour' | 'minute' | 'second' | 'day';

const unitMs: Readonly<Record<DurationUnit, number>> = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1000 };

const unitWords: Readonly<Record<Locale, Readonly<Record<DurationUnit, string>>>> = {
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
  'zh-Hans': { day: '天', hour: '小时', minute: '分', second: '秒' },
  'zh-Hant': { day: '天', hour: '小時', minute: '分', second: '秒' },
  ru: { day: 'д', hour: 'ч', minute: 'мин', second: 'с' },
};

/** How a duration is told. */
export interface DurationManner {
  /** A day of working hours is no 24 hours, so what runs on their clock is told in hours. */
  readonly clock?: 'calendar' | 'business';
  /** The longest of the durations that it is read beside: all of them are told in days where that one is. */
  readonly longestMs?: number;
}

/** Up to here a duration that stands alone is told in hours: people say 48 and 72 hours, and what is longer they count in days. */
const longestInHoursMs = 72 * unitMs.hour;

/**
 * A duration in milliseconds as people say it, in at most two units: `48 s`, `4 min 30 s`, `2 h 14 min`, `26 h 30 min`, `3 d 4 h`, from a
 * hundred days on `146 d`; by the clock of working hours always in hours, from a hundred on whole ones: `146 h`.
 */
export function formatDuration(durationMs: number, locale: Locale, { clock = 'calendar', longestMs = 0 }: DurationManner = {}): string {
  const lengthMs = Math.abs(durationMs);
  const days = clock === 'calendar' && isToldInDays(Math.max(lengthMs, Math.abs(longestMs))) && lengthMs >= unitMs.day;
  return (durationMs < 0 ? '−' : '') + (days ? inDays(lengthMs, locale) : withinDays(lengthMs, locale));
}

/** A tick of an axis that reaches to `maxMs`: all of them are in days where it is long, and zero needs no unit. */
export function formatDurationTick(durationMs: number, maxMs: number, locale: Locale, clock: DurationManner['clock'] = 'calendar'): string {
  if (durationMs === 0) return formatNumber(0, locale);
  return formatDuration(durationMs, locale, { clock, longestMs: maxMs });
}

/** Step in milliseconds between ticks of an axis that reaches to `maxMs`, so that each tick is a round duration; at most five steps. */
export function durationStepMs(maxMs: number, clock: DurationManner['clock'] = 'calendar'): number {
  const unit = clock === 'business' ? unitMs.hour : unitMs.day;
  const step = [...shortSteps, ...longSteps[clock]].find((candidate) => maxMs / candidate <= 5);
  return step ?? Math.ceil(maxMs / 5 / unit / 100) * unit * 100;
}

const shortSteps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * unitMs.second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * unitMs.minute),
  ...[1, 2, 3, 4, 6, 8].map((count) => count * unitMs.hour),
];

const longSteps = {
  calendar: [0.5, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50].map((count) => count * unitMs.day),
  business: [10, 20, 50, 100, 200, 500].map((count) => count * unitMs.hour),
};

/** To the minute, like the hours of a duration. */
function isToldInDays(lengthMs: number): boolean {
  return Math.round(lengthMs / unitMs.minute) * unitMs.minute > longestInHoursMs;
}

function inDays(lengthMs: number, locale: Locale): string {
  if (lengthMs >= 99.5 * unitMs.day) return one(Math.round(lengthMs / unitMs.day), 'day', locale);
  return two(lengthMs, 'day', 'hour', locale);
}

function withinDays(lengthMs: number, locale: Locale): string {
  if (lengthMs === 0) return one(0, 'minute', locale);
  if (lengthMs < 10 * unitMs.second) return one(lengthMs / unitMs.second, 'second', locale);
  if (lengthMs < 59.5 * unitMs.second) return one(Math.round(lengthMs / unitMs.second), 'second', locale);
  if (lengthMs < 9.995 * unitMs.minute) return two(lengthMs, 'minute', 'second', locale);
  if (lengthMs < 59.5 * unitMs.minute) return one(Math.round(lengthMs / unitMs.minute), 'minute', locale);
  if (lengthMs < 99.5 * unitMs.hour) return two(lengthMs, 'hour', 'minute', locale);
  return one(Math.round(lengthMs / unitMs.hour), 'hour', locale);
}

function one(count: number, unit: DurationUnit, locale: Locale): string {
  return `${formatNumber(count, locale)}\u00a0${unitWords[locale][unit]}`;
}

function two(lengthMs: number, large: DurationUnit, small: DurationUnit, locale: Locale): string {
  const smallCount = Math.round(lengthMs / unitMs[small]);
  const perLarge = unitMs[large] / unitMs[small];
  const rest = smallCount % perLarge;
  const whole = one(Math.floor(smallCount / perLarge), large, locale);
  return rest === 0 ? whole : `${whole} ${one(rest, small, locale)}`;
}
