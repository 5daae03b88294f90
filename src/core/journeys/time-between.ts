import { activityNumber } from './activity-number.ts';
import type { EventLog } from './event-log.ts';
import { type DurationSummary, type Share, shareOf, summariseDurations } from './summarise-durations.ts';

/** From one activity to the next time of another. */
export interface TimeBetween {
  /** Of the cases with the first, those in which the other came later. */
  readonly reached: Share;
  /** From the first time of the one to the first time of the other after it. Only of cases that reached it: for those that still may, ask `kaplanMeier`. */
  readonly duration: DurationSummary;
}

/** How long it takes from an activity to another, whatever lies between. @throws UserError for an activity that the log does not have */
export function timeBetween(log: EventLog, from: string, to: string): TimeBetween {
  const [first, second] = [activityNumber(log, from), activityNumber(log, to)];
  const { offsets, activity, atMs } = log;
  const durations: number[] = [];
  let cases = 0;
  for (let c = 0; c + 1 < offsets.length; c++) {
    const [start, end] = [offsets[c] as number, offsets[c + 1] as number];
    const at = nextOf(activity, first, start, end);
    if (at < 0) continue;
    cases++;
    const after = nextOf(activity, second, at + 1, end);
    if (after >= 0) durations.push((atMs[after] as number) - (atMs[at] as number));
  }
  return { reached: shareOf(durations.length, cases), duration: summariseDurations(Float64Array.from(durations)) };
}

function nextOf(activity: Int32Array, what: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (activity[i] === what) return i;
  return -1;
}
