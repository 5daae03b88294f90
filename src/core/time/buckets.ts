import { dateOf } from './calendar-day.ts';
import { addUnits, type DayGrain, type Grain, unitStartOf } from './grain.ts';
import type { Calendar, Period } from './period.ts';
import { epochDayAt, offsetSpans, startOfDayMs } from './zone.ts';

/** One bucket of a period. */
export interface Bucket {
  /** Local date of the natural start, YYYY-MM-DD; for hours the local time with its offset, so that a doubled hour stays two. */
  readonly key: string;
  /** Half-open [fromMs, untilMs), cut at the ends of the period. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** The whole natural bucket lies in the period and in the past. */
  readonly complete: boolean;
}

const hourMs = 3_600_000;
const mostBuckets = 100_000;
const shortestMs = {
  hour: hourMs / 2,
  day: 82_800_000,
  week: 600_000_000,
  month: 2_400_000_000,
  quarter: 7_700_000_000,
  year: 31_500_000_000,
};

/**
 * The buckets of a period in order, without gap or overlap, in the calendar's zone.
 * A local day that a zone skipped has no bucket. An hour ends early where the clock is changed in the middle of it (Lord Howe).
 * @throws RangeError when the grain is too fine for the period.
 */
export function buckets(period: Pick<Period, 'fromMs' | 'untilMs'>, grain: Grain, calendar: Calendar): Bucket[] {
  const about = Math.ceil((period.untilMs - period.fromMs) / shortestMs[grain]);
  if (about > mostBuckets)
    throw new RangeError(`The period is too long for buckets of one ${grain}: choose a coarser grain or a shorter period.`);
  const natural = grain === 'hour' ? hours(period, calendar.zone) : units(period, grain, calendar);
  return natural.map(({ key, fromMs, untilMs }) => ({
    key,
    fromMs: Math.max(fromMs, period.fromMs),
    untilMs: Math.min(untilMs, period.untilMs),
    complete: fromMs >= period.fromMs && untilMs <= period.untilMs && untilMs <= calendar.now,
  }));
}

type NaturalBucket = Omit<Bucket, 'complete'>;

function units(period: Pick<Period, 'fromMs' | 'untilMs'>, unit: DayGrain, { zone, weekStart }: Calendar): NaturalBucket[] {
  const found: NaturalBucket[] = [];
  let day = unitStartOf(epochDayAt(zone, period.fromMs), unit, weekStart);
  let fromMs = startOfDayMs(zone, day);
  while (fromMs < period.untilMs) {
    const nextDay = addUnits(day, unit, 1);
    const untilMs = startOfDayMs(zone, nextDay);
    if (untilMs > Math.max(fromMs, period.fromMs)) found.push({ key: dateOf(day), fromMs, untilMs });
    day = nextDay;
    fromMs = untilMs;
  }
  return found;
}

function hours(period: Pick<Period, 'fromMs' | 'untilMs'>, zone: string): NaturalBucket[] {
  const found: NaturalBucket[] = [];
  for (const span of offsetSpans(zone, period.fromMs - hourMs, period.untilMs + hourMs)) {
    let atMs = span.fromMs;
    while (atMs < span.untilMs) {
      const nextMs = Math.min((Math.floor((atMs + span.offsetMs) / hourMs) + 1) * hourMs - span.offsetMs, span.untilMs);
      if (nextMs > period.fromMs && atMs < period.untilMs) found.push({ key: hourKey(atMs, span.offsetMs), fromMs: atMs, untilMs: nextMs });
      atMs = nextMs;
    }
  }
  return found;
}

function hourKey(instantMs: number, offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const offset = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${new Date(instantMs + offsetMs).toISOString().slice(0, 16)}${offsetMs < 0 ? '-' : '+'}${offset}`;
}
