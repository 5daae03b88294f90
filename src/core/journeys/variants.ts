import type { Interval } from '../model/estimate.ts';
import type { EventLog } from './event-log.ts';
import { type DurationSummary, shareOf, summariseDurations } from './summarise-durations.ts';

/** Cases that went the same way. */
export interface Variant {
  readonly activities: readonly string[];
  /** Cases. */
  readonly n: number;
  readonly share: number;
  /** Wilson's 95 % of the share. */
  readonly interval: Interval | null;
  /** Share of cases of this variant and those before it. */
  readonly coverage: number;
  readonly duration: DurationSummary;
}

/** The ways that cases went, most frequent first; equal ones in the order of their first cases. A case that still runs is the variant that it has reached. */
export function variants(log: EventLog): Variant[] {
  const { activities, offsets, activity, atMs } = log;
  const groups = new Map<string, { readonly firstCase: number; readonly durationsMs: number[] }>();
  for (let c = 0; c + 1 < offsets.length; c++) {
    const [from, to] = [offsets[c] as number, offsets[c + 1] as number];
    const key = keyOf(activity, from, to);
    const durationMs = (atMs[to - 1] as number) - (atMs[from] as number);
    const group = groups.get(key);
    if (group) group.durationsMs.push(durationMs);
    else groups.set(key, { firstCase: c, durationsMs: [durationMs] });
  }
  const cases = offsets.length - 1;
  let covered = 0;
  return [...groups.values()]
    .sort((a, b) => b.durationsMs.length - a.durationsMs.length || a.firstCase - b.firstCase)
    .map(({ firstCase, durationsMs }) => {
      const n = durationsMs.length;
      covered += n;
      const steps = activity.subarray(offsets[firstCase], offsets[firstCase + 1]);
      return {
        activities: Array.from(steps, (what) => activities[what] ?? ''),
        n,
        share: n / cases,
        interval: shareOf(n, cases).interval,
        coverage: covered / cases,
        duration: summariseDurations(Float64Array.from(durationsMs)),
      };
    });
}

/** Two letters a step, so that no two ways have the same key. */
function keyOf(activity: Int32Array, from: number, to: number): string {
  let key = '';
  for (let i = from; i < to; i++) {
    const what = activity[i] as number;
    key += String.fromCharCode(what >>> 16, what & 0xffff);
  }
  return key;
}
