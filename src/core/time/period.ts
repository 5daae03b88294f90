import { epochDayOf, monthStartOf, type Weekday } from './calendar-day.ts';
import { addUnits, type DayGrain, unitStartOf } from './grain.ts';
import { checkZone, epochDayAt, instantOfLocal, startOfDayMs } from './zone.ts';

/** What a period is resolved against. */
export interface Calendar {
  /** IANA time zone. */
  readonly zone: string;
  readonly weekStart: Weekday;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where `all` begins; without it, 1970. Epoch milliseconds. */
  readonly dataFromMs?: number;
  /** Where `all` ends, with the day that it lies in, unless that is still to come; without it, today. Epoch milliseconds. */
  readonly dataUntilMs?: number;
}

/**
 * A period as people ask for it: words (`today`, `yesterday`, `this month`, `last quarter`, `last 28 days`, `last 12 months`, `all`),
 * or a range of two days (the last one included) or instants (the last one excluded), also written as `2026-10-01..2026-10-28`.
 */
export type PeriodRequest = string | { readonly from: string; readonly until: string };

/** Unit of a period: whole units of the calendar, a length between two instants, or everything. */
export type PeriodUnit = DayGrain | 'instant' | 'all';

/** A resolved period, half-open: [fromMs, untilMs). */
export interface Period {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly unit: PeriodUnit;
  /** How many units it has; for `instant` and `all` its length in milliseconds. */
  readonly count: number;
  /** It is still running: it ends now, and compares to the same hours and days before. */
  readonly toDate: boolean;
}

/** The period of a board that nobody has set. */
export const defaultPeriod = 'last 28 days';

const most = { day: 3660, week: 520, month: 240, quarter: 80, year: 50 } as const satisfies Record<DayGrain, number>;
const allowed =
  'allowed are today, yesterday, this or last week, month, quarter or year, last N days, weeks, months, quarters or years, all, and two days such as 2026-10-01..2026-10-28';

/**
 * Resolves a period in the calendar's zone. Days begin and end at local midnight, also where they have 23 or 25 hours.
 * `this …` and `today` end now. `last N days` are the N full days before today; the other `last N …` are full units of the calendar before the running one.
 * @throws RangeError for an unknown word, zone or day, and for an end that is not after the start.
 */
export function resolvePeriod(request: PeriodRequest, calendar: Calendar): Period {
  checkZone(calendar.zone);
  if (typeof request !== 'string') return resolveRange(request, calendar);
  const written = splitPeriod(request);
  return written === null ? resolveWords(request.trim().toLowerCase(), calendar) : resolveRange(written, calendar);
}

/** The ends of a period that is written by them, as 2026-10-01..2026-10-28; null for words. Whether they are days is not looked at. */
export function splitPeriod(period: string): { from: string; until: string } | null {
  const [, from, until] = /^\s*(\d[^.]*)\.\.(\d[^.]*?)\s*$/.exec(period) ?? [];
  return from === undefined || until === undefined ? null : { from, until };
}

function resolveWords(words: string, calendar: Calendar): Period {
  const today = epochDayAt(calendar.zone, calendar.now);
  if (words === 'all') return everything(today, calendar);
  if (words === 'today') return running('day', today, calendar);
  if (words === 'yesterday') return full('day', 1, today, calendar);
  const match = /^(this|last)(?: (\d{1,5}))? (day|week|month|quarter|year)(s?)$/.exec(words);
  const [, which, digits, unit] = match ?? [];
  if (!unit || (which === 'this' && digits)) throw new RangeError(`Unknown period ${JSON.stringify(words)}: ${allowed}.`);
  const start = unitStartOf(today, unit as DayGrain, calendar.weekStart);
  if (which === 'this') return running(unit as DayGrain, start, calendar);
  return full(unit as DayGrain, checkCount(Number(digits ?? 1), unit as DayGrain), start, calendar);
}

function checkCount(count: number, unit: DayGrain): number {
  if (count < 1 || count > most[unit]) {
    throw new RangeError(`A period of ${count} ${unit}s is not possible: 1 to ${most[unit]} ${unit}s are allowed.`);
  }
  return count;
}

function running(unit: DayGrain, startDay: number, calendar: Calendar): Period {
  const fromMs = startOfDayMs(calendar.zone, startDay);
  return { fromMs, untilMs: Math.max(calendar.now, fromMs + 1), unit, count: 1, toDate: true };
}

function full(unit: DayGrain, count: number, endDay: number, { zone }: Calendar): Period {
  return {
    fromMs: startOfDayMs(zone, addUnits(endDay, unit, -count)),
    untilMs: startOfDayMs(zone, endDay),
    unit,
    count,
    toDate: false,
  };
}

function everything(today: number, { zone, dataFromMs, dataUntilMs }: Calendar): Period {
  const dayOf = (instantMs: number | undefined, otherwise: number): number =>
    instantMs === undefined ? otherwise : Math.min(epochDayAt(zone, instantMs), today);
  const fromMs = startOfDayMs(zone, dayOf(dataFromMs, 0));
  const untilMs = startOfDayMs(zone, dayOf(dataUntilMs, today) + 1);
  return { fromMs, untilMs, unit: 'all', count: untilMs - fromMs, toDate: false };
}

function resolveRange(range: { readonly from: string; readonly until: string }, calendar: Calendar): Period {
  const from = readEdge(range.from, calendar.zone);
  const until = readEdge(range.until, calendar.zone);
  const untilMs = until.day === null ? until.ms : startOfDayMs(calendar.zone, until.day + 1);
  if (untilMs <= from.ms) {
    throw new RangeError(`The period ends (${range.until}) before it starts (${range.from}): the end must come after the start.`);
  }
  if (from.day === null || until.day === null) {
    return { fromMs: from.ms, untilMs, unit: 'instant', count: untilMs - from.ms, toDate: false };
  }
  return { fromMs: from.ms, untilMs, ...wholeUnits(from.day, until.day + 1), toDate: false };
}

function wholeUnits(startDay: number, endDay: number): { unit: DayGrain; count: number } {
  const monthsApart = wholeMonths(startDay, endDay);
  if (monthsApart === 0) return { unit: 'day', count: endDay - startDay };
  if (monthsApart % 12 === 0 && unitStartOf(startDay, 'year', 1) === startDay) return { unit: 'year', count: monthsApart / 12 };
  if (monthsApart % 3 === 0 && unitStartOf(startDay, 'quarter', 1) === startDay) return { unit: 'quarter', count: monthsApart / 3 };
  return { unit: 'month', count: monthsApart };
}

function wholeMonths(startDay: number, endDay: number): number {
  if (monthStartOf(startDay) !== startDay || monthStartOf(endDay) !== endDay) return 0;
  return Math.round((endDay - startDay) / 30.437);
}

/** A day or an instant of a range; a time without an offset is local. */
function readEdge(text: string, zone: string): { ms: number; day: number | null } {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  const [, date, minutes, seconds = ':00', offset] = match ?? [];
  if (!date) throw new RangeError(`Not a day or an instant: ${JSON.stringify(text)}; write 2026-10-31 or 2026-10-31T09:00:00Z.`);
  const day = epochDayOf(date);
  if (date < '1900' || date >= '2299') throw new RangeError(`The day ${date} is out of range: 1900 to 2298 is allowed.`);
  if (!minutes) return { ms: startOfDayMs(zone, day), day };
  const ms = Date.parse(`${date}T${minutes}${seconds}${offset ?? 'Z'}`);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${JSON.stringify(text)}; write it as 2026-10-31T09:00:00Z.`);
  return { ms: offset ? ms : instantOfLocal(zone, ms), day: null };
}
