import type { EventLog } from './event-log.ts';
import { type Share, shareOf } from './summarise-durations.ts';

/** How often an activity is done again in the same case. */
export interface ActivityRework {
  readonly activity: string;
  /** Of the cases that have the activity, those that have it more than once. */
  readonly repeated: Share;
  /** Events beyond the first of their case. */
  readonly extraEvents: number;
  /** Of these, straight after itself. */
  readonly selfLoops: number;
  /** Of these, back after something else: a loop. */
  readonly returns: number;
}

/** Work done twice. */
export interface Rework {
  /** Of all cases, those in which any activity happens more than once. */
  readonly cases: Share;
  /** Activities with the most extra events first. */
  readonly activities: readonly ActivityRework[];
}

/** Repeats by activity. That something happens twice may be right (two replies): it says where to look, not what is waste. */
export function rework({ activities, offsets, activity }: EventLog): Rework {
  const columns = repeatColumns(activities.length);
  let reworked = 0;
  for (let c = 0; c + 1 < offsets.length; c++) {
    let repeats = 0;
    const [from, to] = [offsets[c] as number, offsets[c + 1] as number];
    for (let i = from; i < to; i++) repeats += columns.count(c, activity[i] as number, i > from && activity[i - 1] === activity[i]);
    if (repeats > 0) reworked++;
  }
  const { withIt, repeated, extra, selfLoops } = columns;
  const found = activities.map((name, what) => ({
    activity: name,
    repeated: shareOf(repeated[what] ?? 0, withIt[what] ?? 0),
    extraEvents: extra[what] ?? 0,
    selfLoops: selfLoops[what] ?? 0,
    returns: (extra[what] ?? 0) - (selfLoops[what] ?? 0),
  }));
  return { cases: shareOf(reworked, offsets.length - 1), activities: found.sort((a, b) => b.extraEvents - a.extraEvents) };
}

function repeatColumns(size: number) {
  const [withIt, repeated, extra, selfLoops] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const [lastCase, lastRepeat] = [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)];
  /** 1 where the case had the activity before. */
  const count = (c: number, what: number, isSelfLoop: boolean) => {
    if (lastCase[what] !== c) {
      lastCase[what] = c;
      withIt[what] = (withIt[what] as number) + 1;
      return 0;
    }
    extra[what] = (extra[what] as number) + 1;
    if (isSelfLoop) selfLoops[what] = (selfLoops[what] as number) + 1;
    if (lastRepeat[what] !== c) repeated[what] = (repeated[what] as number) + 1;
    lastRepeat[what] = c;
    return 1;
  };
  return { withIt, repeated, extra, selfLoops, count };
}
