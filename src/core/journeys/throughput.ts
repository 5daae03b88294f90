import type { EventLog } from './event-log.ts';
import { type DurationSummary, summariseDurations } from './summarise-durations.ts';

/** How long cases take and how many pass. */
export interface Throughput {
  /** From the first to the last event of each case; 0 for a case of one event. */
  readonly duration: DurationSummary;
  /** Cases that end per day of 24 hours of the span of the log; null where all happens at one instant. */
  readonly casesPerDay: number | null;
  /** Cases between their first and last event at a time, on average over the span; Little 1961. Null where all happens at one instant. */
  readonly meanRunning: number | null;
}

const dayMs = 86_400_000;

/** Durations and flow of all cases of a log. Cases that still run are counted with what they have so far: leave them out, or ask `kaplanMeier`. */
export function throughput({ offsets, atMs }: EventLog): Throughput {
  const cases = offsets.length - 1;
  const durations = Float64Array.from({ length: cases }, (_, c) => (atMs[(offsets[c + 1] ?? 0) - 1] ?? 0) - (atMs[offsets[c] ?? 0] ?? 0));
  let [first, last, total] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const at of atMs) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  for (const each of durations) total += each;
  const spanMs = last - first;
  const isSpan = spanMs > 0;
  return {
    duration: summariseDurations(durations),
    casesPerDay: isSpan ? (cases * dayMs) / spanMs : null,
    meanRunning: isSpan ? total / spanMs : null,
  };
}
