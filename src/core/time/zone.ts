import { Temporal } from 'temporal-polyfill';
import { epochDayOfLocal } from './calendar-day.ts';

const blockYears = 10;

/** A stretch of time in which a zone keeps one offset. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Local time minus UTC. */
  readonly offsetMs: number;
}

/**
 * The IANA name of a zone in its usual spelling.
 * @throws RangeError naming the value when it is no zone. Fixed offsets such as +05:00 are no zones.
 */
export function checkZone(zone: string): string {
  const name = zoneName(zone);
  if (name === null)
    throw new RangeError(`Unknown time zone ${JSON.stringify(zone)}: an IANA name such as Europe/London or UTC is needed.`);
  return name;
}

/** Whether a text is the IANA name of a zone. */
export function isZone(zone: string): boolean {
  return zoneName(zone) !== null;
}

function zoneName(zone: string): string | null {
  if (!/^[A-Za-z]/.test(zone)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
}

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetMsAt(zone: string, instantMs: number): number {
  return spanAt(zone, instantMs).offsetMs;
}

/** Local wall-clock time at an instant, as if it were UTC, in epoch milliseconds. */
export function localMsAt(zone: string, instantMs: number): number {
  return instantMs + offsetMsAt(zone, instantMs);
}

/** The local day at an instant, in days since 1970-01-01. */
export function epochDayAt(zone: string, instantMs: number): number {
  return epochDayOfLocal(localMsAt(zone, instantMs));
}

/**
 * The instant of a local wall-clock time (given as if it were UTC, in epoch milliseconds).
 * A time that the clock shows twice is the earlier one; a time that the clock skips is read with the offset before the gap, so it falls after it.
 */
export function instantOfLocal(zone: string, localMs: number): number {
  const { earlier, later, earlierIsReal, laterIsReal } = readings(zone, localMs);
  return !earlierIsReal && laterIsReal ? later : earlier;
}

/** The first instant of a local day (`epochDay` as in calendar-day). A day that the zone skipped starts and ends at the same instant. */
export function startOfDayMs(zone: string, epochDay: number): number {
  const { earlier, later, earlierIsReal, laterIsReal } = readings(zone, epochDay * 86_400_000);
  if (earlierIsReal) return earlier;
  return laterIsReal ? later : spanAt(zone, earlier).fromMs;
}

function readings(zone: string, localMs: number) {
  const before = offsetMsAt(zone, localMs - 86_400_000);
  const after = offsetMsAt(zone, localMs + 86_400_000);
  const earlier = localMs - before;
  const later = localMs - after;
  return { earlier, later, earlierIsReal: offsetMsAt(zone, earlier) === before, laterIsReal: offsetMsAt(zone, later) === after };
}

/** Stretches of one offset that cover [fromMs, untilMs), in order, cut at both ends. */
export function offsetSpans(zone: string, fromMs: number, untilMs: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  for (let at = fromMs; at < untilMs; ) {
    const span = spanAt(zone, at);
    const until = Math.min(span.untilMs, untilMs);
    const last = spans.at(-1);
    if (last?.offsetMs === span.offsetMs) spans[spans.length - 1] = { ...last, untilMs: until };
    else spans.push({ fromMs: at, untilMs: until, offsetMs: span.offsetMs });
    at = until;
  }
  return spans;
}

const blocks = new Map<string, Map<number, OffsetSpan[]>>();

function spanAt(zone: string, instantMs: number): OffsetSpan {
  const spans = blockOf(zone, Math.floor(new Date(instantMs).getUTCFullYear() / blockYears));
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as OffsetSpan).fromMs <= instantMs) low = middle;
    else high = middle - 1;
  }
  return spans[low] as OffsetSpan;
}

function blockOf(zone: string, block: number): OffsetSpan[] {
  if (!Number.isInteger(block)) throw new RangeError('An instant must be a number of epoch milliseconds within the range of dates.');
  const ofZone = blocks.get(zone) ?? new Map<number, OffsetSpan[]>();
  blocks.set(zone, ofZone);
  const known = ofZone.get(block);
  if (known) return known;
  const spans = readBlock(zone, Date.UTC(block * blockYears, 0, 1), Date.UTC((block + 1) * blockYears, 0, 1));
  ofZone.set(block, spans);
  return spans;
}

function readBlock(zone: string, fromMs: number, untilMs: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(checkZone(zone));
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const endMs = next && next.epochMilliseconds < untilMs ? next.epochMilliseconds : untilMs;
    spans.push({ fromMs: at.epochMilliseconds, untilMs: endMs, offsetMs: at.offsetNanoseconds / 1e6 });
    if (!next || endMs === untilMs) return spans;
    at = next;
  }
}
