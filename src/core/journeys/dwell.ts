import type { EventLog } from './event-log.ts';
import { type DurationSummary, summariseDurations } from './summarise-durations.ts';

/** How long cases stay at an activity: until their next event. */
export interface Dwell {
  readonly activity: string;
  /** Of events that have a next one; the last of a case has no dwell. */
  readonly duration: DurationSummary;
  /** Share of the time of all cases that is spent here; null where no time passes at all. */
  readonly shareOfTime: number | null;
}

/** Where the time of cases goes, longest in total first. The wait is laid to the activity before it, whoever was waited for. */
export function dwell({ activities, offsets, activity, atMs }: EventLog): Dwell[] {
  const counts = new Int32Array(activities.length + 1);
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let i = offsets[c] as number; i + 1 < (offsets[c + 1] as number); i++)
      counts[(activity[i] as number) + 1] = (counts[(activity[i] as number) + 1] as number) + 1;
  }
  for (let what = 0; what < activities.length; what++) counts[what + 1] = (counts[what + 1] as number) + (counts[what] as number);
  const [next, durations, totals] = [counts.slice(), new Float64Array(counts[activities.length] ?? 0), new Float64Array(activities.length)];
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let i = offsets[c] as number; i + 1 < (offsets[c + 1] as number); i++) {
      const what = activity[i] as number;
      const durationMs = (atMs[i + 1] as number) - (atMs[i] as number);
      durations[next[what] as number] = durationMs;
      next[what] = (next[what] as number) + 1;
      totals[what] = (totals[what] as number) + durationMs;
    }
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  return activities
    .map((name, what) => ({ what, activity: name }))
    .sort((a, b) => (totals[b.what] ?? 0) - (totals[a.what] ?? 0))
    .map(({ what, activity: name }) => ({
      activity: name,
      duration: summariseDurations(durations.subarray(counts[what], counts[what + 1])),
      shareOfTime: all > 0 ? (totals[what] ?? 0) / all : null,
    }));
}
