import { checkpoint, type Progress } from '../stats/progress.ts';
import type { EventLog } from './event-log.ts';
import { type DurationSummary, summariseDurations } from './summarise-durations.ts';

/** One activity that came right after another. */
export interface FollowsEdge {
  readonly from: string;
  readonly to: string;
  /** How often. */
  readonly n: number;
  /** In how many cases. */
  readonly cases: number;
  /** From the one to the other. */
  readonly waiting: DurationSummary;
}

/** Which activity directly follows which: the map of a process. */
export interface DirectFollows {
  /** Most frequent first. */
  readonly edges: readonly FollowsEdge[];
  /** Cases by their first and by their last activity, most frequent first. A case that still runs ends where it stands. */
  readonly start: readonly StartOrEnd[];
  readonly end: readonly StartOrEnd[];
  readonly cases: number;
  readonly events: number;
}

/** Cases that start, or end, with an activity. */
export interface StartOrEnd {
  readonly activity: string;
  readonly n: number;
}

/**
 * The directly-follows graph of a log with waiting times. It shows what came after what, not why: an edge may jump over what the log does not hold, and
 * work done side by side looks like a loop. van der Aalst, Process Mining, 2016, section 6.1.
 */
export function directFollows(log: EventLog, progress?: Progress): DirectFollows {
  const { activities, offsets, activity, atMs } = log;
  const edges = edgeColumns(log);
  checkpoint(progress, 0.3);
  const waits = new Float64Array(edges.total);
  const [next, lastCase] = [edges.starts.slice(), new Int32Array(edges.keys.length).fill(-1)];
  const cases = new Int32Array(edges.keys.length);
  const [start, end] = [new Int32Array(activities.length), new Int32Array(activities.length)];
  for (let c = 0; c + 1 < offsets.length; c++) {
    const from = offsets[c] as number;
    const to = offsets[c + 1] as number;
    start[activity[from] as number] = (start[activity[from] as number] as number) + 1;
    end[activity[to - 1] as number] = (end[activity[to - 1] as number] as number) + 1;
    for (let i = from + 1; i < to; i++) {
      const edge = edges.edgeOf(activity[i - 1] as number, activity[i] as number);
      const at = next[edge] as number;
      next[edge] = at + 1;
      waits[at] = (atMs[i] as number) - (atMs[i - 1] as number);
      if (lastCase[edge] !== c) cases[edge] = (cases[edge] as number) + 1;
      lastCase[edge] = c;
    }
  }
  checkpoint(progress, 0.6);
  const found = edges.keys.map(([from, to], edge) => {
    const waiting = waits.subarray(edges.starts[edge], edges.starts[edge + 1]);
    return {
      from: activities[from] ?? '',
      to: activities[to] ?? '',
      n: waiting.length,
      cases: cases[edge] ?? 0,
      waiting: summariseDurations(waiting),
    };
  });
  found.sort((a, b) => b.n - a.n);
  return {
    edges: found,
    start: counted(activities, start),
    end: counted(activities, end),
    cases: offsets.length - 1,
    events: activity.length,
  };
}

interface EdgeColumns {
  readonly keys: readonly (readonly [number, number])[];
  /** Where the waits of each edge start. */
  readonly starts: Int32Array;
  readonly total: number;
  readonly edgeOf: (from: number, to: number) => number;
}

function edgeColumns({ activities, offsets, activity }: EventLog): EdgeColumns {
  const { edgeOf, number } = edgeNumbers(activities.length);
  const keys: (readonly [number, number])[] = [];
  const counts: number[] = [];
  for (let c = 0; c + 1 < offsets.length; c++) {
    const end = offsets[c + 1] as number;
    for (let i = (offsets[c] as number) + 1; i < end; i++) {
      const from = activity[i - 1] as number;
      const to = activity[i] as number;
      let edge = edgeOf(from, to);
      if (edge < 0) {
        edge = keys.push([from, to]) - 1;
        counts.push(0);
        number(from, to, edge);
      }
      counts[edge] = (counts[edge] as number) + 1;
    }
  }
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, edge) => {
    starts[edge + 1] = (starts[edge] ?? 0) + count;
  });
  return { keys, starts, total: starts[counts.length] ?? 0, edgeOf };
}

/** Numbers of edges, −1 where there is none: in a square table, or in a map where activities are many. */
function edgeNumbers(size: number) {
  if (size <= 2048) {
    const square = new Int32Array(size * size).fill(-1);
    return {
      edgeOf: (from: number, to: number) => square[from * size + to] as number,
      number: (from: number, to: number, edge: number) => {
        square[from * size + to] = edge;
      },
    };
  }
  const map = new Map<number, number>();
  return {
    edgeOf: (from: number, to: number) => map.get(from * size + to) ?? -1,
    number: (from: number, to: number, edge: number) => {
      map.set(from * size + to, edge);
    },
  };
}

function counted(activities: readonly string[], counts: Int32Array): StartOrEnd[] {
  return activities
    .map((activity, what) => ({ activity, n: counts[what] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
}
