import { type Column, cannotAnswer, checkColumn } from '../stats/column.ts';

/** What happened, one element an event. */
export interface Events {
  /** Whose event it is: a ticket, a customer, a visit. */
  readonly cases: ArrayLike<string | number>;
  /** What happened. */
  readonly activities: ArrayLike<string>;
  /** When, in milliseconds. */
  readonly atMs: Column;
}

export interface EventLogOptions {
  /** `time`, the default: by time within a case, events of the same instant in the order given. `given`: in the order given, whatever the times say. */
  readonly order?: 'time' | 'given';
}

/** Events by case, in columns. The events of case c are those from `offsets[c]` to before `offsets[c + 1]`. */
export interface EventLog {
  /** In the order of their first events. */
  readonly cases: readonly (string | number)[];
  /** In the order of their first events; `activity` holds positions in this list. */
  readonly activities: readonly string[];
  readonly offsets: Int32Array;
  readonly activity: Int32Array;
  readonly atMs: Float64Array;
  /** How events within a case are ordered; ties are in the order given. */
  readonly order: 'time' | 'given';
}

/**
 * Gathers events by case. @throws UserError for columns of different lengths and times that are no dates
 */
export function eventLog({ cases, activities, atMs }: Events, { order = 'time' }: EventLogOptions = {}): EventLog {
  const n = atMs.length;
  if (cases.length !== n || activities.length !== n)
    throw cannotAnswer(`${cases.length} cases, ${activities.length} activities and ${n} times; all three are of the same events`);
  checkColumn(atMs, 'atMs', 0);
  checkTimes(atMs);
  const [caseNumbers, caseNames] = numbered(cases);
  const [activityNumbers, activityNames] = numbered(activities);
  const offsets = new Int32Array(caseNames.length + 1);
  for (let i = 0; i < n; i++) offsets[(caseNumbers[i] as number) + 1] = (offsets[(caseNumbers[i] as number) + 1] as number) + 1;
  for (let c = 0; c < caseNames.length; c++) offsets[c + 1] = (offsets[c + 1] as number) + (offsets[c] as number);
  const next = offsets.slice();
  const log = { activity: new Int32Array(n), atMs: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    const of = caseNumbers[i] as number;
    const at = next[of] as number;
    next[of] = at + 1;
    log.activity[at] = activityNumbers[i] as number;
    log.atMs[at] = atMs[i] as number;
  }
  if (order === 'time') sortWithinCases(offsets, log.activity, log.atMs);
  return { cases: caseNames, activities: activityNames, offsets, ...log, order };
}

/** The farthest that a date can be from 1970. */
const farthestMs = 8.64e15;

function checkTimes(atMs: Column): void {
  for (let i = 0; i < atMs.length; i++) {
    if (Math.abs(atMs[i] as number) > farthestMs)
      throw cannotAnswer(
        `"atMs" has ${atMs[i]} at position ${i}, which is no date; give milliseconds from -${farthestMs} to ${farthestMs}`,
      );
  }
}

function numbered<Name extends string | number>(names: ArrayLike<Name>): [Int32Array, Name[]] {
  const numbers = new Map<Name, number>();
  const of = new Int32Array(names.length);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as Name;
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
    }
    of[i] = number;
  }
  return [of, [...numbers.keys()]];
}

/** Most cases come in order, so insertion is quick; a long case in disorder is sorted by index. */
function sortWithinCases(offsets: Int32Array, activity: Int32Array, atMs: Float64Array): void {
  for (let c = 0; c + 1 < offsets.length; c++) {
    const [from, to] = [offsets[c] as number, offsets[c + 1] as number];
    if (to - from > 64) sortLong(activity.subarray(from, to), atMs.subarray(from, to));
    else insertInOrder(activity, atMs, from, to);
  }
}

function insertInOrder(activity: Int32Array, atMs: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const [time, what] = [atMs[i] as number, activity[i] as number];
    let at = i;
    for (; at > from && (atMs[at - 1] as number) > time; at--) {
      atMs[at] = atMs[at - 1] as number;
      activity[at] = activity[at - 1] as number;
    }
    atMs[at] = time;
    activity[at] = what;
  }
}

function sortLong(activity: Int32Array, atMs: Float64Array): void {
  const order = Array.from(atMs, (_, i) => i).sort((a, b) => (atMs[a] as number) - (atMs[b] as number) || a - b);
  const [sortedActivity, sortedTimes] = [order.map((i) => activity[i] as number), order.map((i) => atMs[i] as number)];
  activity.set(sortedActivity);
  atMs.set(sortedTimes);
}

/** How many events there are of each activity, most frequent first, and in how many cases. */
export interface ActivityCount {
  readonly activity: string;
  readonly events: number;
  readonly cases: number;
}

/** Counts events and cases by activity. */
export function activityCounts({ activities, offsets, activity }: EventLog): ActivityCount[] {
  const events = new Int32Array(activities.length);
  const cases = new Int32Array(activities.length);
  const lastCase = new Int32Array(activities.length).fill(-1);
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let i = offsets[c] as number; i < (offsets[c + 1] as number); i++) {
      const what = activity[i] as number;
      events[what] = (events[what] as number) + 1;
      if (lastCase[what] !== c) cases[what] = (cases[what] as number) + 1;
      lastCase[what] = c;
    }
  }
  return activities
    .map((name, what) => ({ activity: name, events: events[what] ?? 0, cases: cases[what] ?? 0 }))
    .sort((a, b) => b.events - a.events);
}
