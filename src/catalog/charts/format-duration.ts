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

/** Above this many hours a duration is told in days; below it hours stay, since a business day is no 24 hours. */
const hoursUntilDays = 240;

/** A duration in milliseconds as people say it: `48 s`, `4 min 30 s`, `2 h 14 min`, `146 h`. At most three significant digits or two units. */
export function formatDuration(durationMs: number, locale: Locale): string {
  const sign = durationMs < 0 ? '−' : '';
  return sign + formatLength(Math.abs(durationMs), locale);
}

/** A tick of an axis that reaches to `maxMs`: every tick of a long axis is in days, and zero needs no unit. */
export function formatDurationTick(durationMs: number, maxMs: number, locale: Locale): string {
  if (durationMs === 0) return formatNumber(0, locale);
  return maxMs < hoursUntilDays * unitMs.hour ? formatDuration(durationMs, locale) : one(durationMs / unitMs.day, 'day', locale);
}

/** Step in milliseconds between ticks of an axis that reaches to `maxMs`, so that each tick is a round duration; at most five steps. */
export function durationStepMs(maxMs: number): number {
  const step = roundSteps.find((candidate) => maxMs / candidate <= 5);
  return step ?? Math.ceil(maxMs / 5 / unitMs.day / 100) * unitMs.day * 100;
}

const roundSteps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * unitMs.second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * unitMs.minute),
  ...[1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 96, 120, 168, 240, 360, 480, 720, 1200].map((count) => count * unitMs.hour),
];

function formatLength(durationMs: number, locale: Locale): string {
  if (durationMs === 0) return one(0, 'minute', locale);
  if (durationMs < 10 * unitMs.second) return one(durationMs / unitMs.second, 'second', locale);
  if (durationMs < 59.5 * unitMs.second) return one(Math.round(durationMs / unitMs.second), 'second', locale);
  if (durationMs < 9.995 * unitMs.minute) return two(durationMs, 'minute', 'second', locale);
  if (durationMs < 59.5 * unitMs.minute) return one(Math.round(durationMs / unitMs.minute), 'minute', locale);
  if (durationMs < 24 * unitMs.hour) return two(durationMs, 'hour', 'minute', locale);
  if (durationMs < hoursUntilDays * unitMs.hour) return one(durationMs / unitMs.hour, 'hour', locale);
  return one(durationMs / unitMs.day, 'day', locale);
}

function one(count: number, unit: DurationUnit, locale: Locale): string {
  return `${formatNumber(count, locale)}\u00a0${unitWords[locale][unit]}`;
}

function two(durationMs: number, large: DurationUnit, small: DurationUnit, locale: Locale): string {
  const smallCount = Math.round(durationMs / unitMs[small]);
  const perLarge = unitMs[large] / unitMs[small];
  const rest = smallCount % perLarge;
  const whole = one(Math.floor(smallCount / perLarge), large, locale);
  return rest === 0 ? whole : `${whole} ${one(rest, small, locale)}`;
}
