import { cannotAnswer } from '../stats/column.ts';
import { activityNumber } from './activity-number.ts';
import type { EventLog } from './event-log.ts';
import { type DurationSummary, type Share, shareOf, summariseDurations } from './summarise-durations.ts';

export interface FunnelOptions {
  /** All steps happen within this time of the first; without a limit by default. */
  readonly windowMs?: number;
  /** `between`, the default: other activities may lie between the steps. `strict`: each step comes right after the one before. */
  readonly steps?: 'between' | 'strict';
}

/** One step of a funnel. */
export interface FunnelStep {
  readonly activity: string;
  /** Of the cases that reached the step before. */
  readonly ofPrevious: Share;
  /** Of the cases that reached the first step. */
  readonly ofFirst: Share;
  /** From the first step, in the cases that reached this one. */
  readonly sinceFirst: DurationSummary;
}

/**
 * How far cases come through ordered steps. A case may start at any of its first steps: the start that comes furthest counts, of those the one
 * that is through first, from its latest start, as in ClickHouse's windowFunnel. Steps of the same instant count in the order of the log. The shares are of cases that had the whole window, or not: leave out those too young to convert.
 * @throws UserError for fewer than two steps, an unknown activity, a window that is not above 0
 */
export function funnel(log: EventLog, activities: readonly string[], options: FunnelOptions = {}): FunnelStep[] {
  const { windowMs = Number.POSITIVE_INFINITY, steps: mode = 'between' } = options;
  if (activities.length < 2) throw cannotAnswer(`a funnel has at least two steps, not ${activities.length}`);
  if (!(windowMs > 0)) throw cannotAnswer(`a funnel's window is above 0 milliseconds, not ${windowMs}`);
  const steps = activities.map((name) => activityNumber(log, name));
  const reached = steps.map(() => [] as number[]);
  for (let c = 0; c + 1 < log.offsets.length; c++) {
    const best = furthest(log, c, { steps, windowMs, mode });
    best.forEach((at, step) => {
      reached[step]?.push(at - (best[0] ?? 0));
    });
  }
  const cases = log.offsets.length - 1;
  const first = reached[0]?.length ?? 0;
  return activities.map((activity, step) => {
    const [n, before] = [reached[step]?.length ?? 0, step === 0 ? cases : (reached[step - 1]?.length ?? 0)];
    return {
      activity,
      ofPrevious: shareOf(n, before),
      ofFirst: shareOf(n, first),
      sinceFirst: summariseDurations(Float64Array.from(reached[step] ?? [])),
    };
  });
}

interface Path {
  readonly steps: readonly number[];
  readonly windowMs: number;
  readonly mode: 'between' | 'strict';
}

/** Times of the steps that the case reached. Each step keeps the latest start that came so far. */
function furthest(log: EventLog, c: number, path: Path): readonly number[] {
  const chains: Chain[] = path.steps.map(() => none);
  let best: readonly number[] = [];
  for (let i = log.offsets[c] as number; i < (log.offsets[c + 1] as number) && best.length < path.steps.length; i++) {
    const longest = extend(log, i, path, chains);
    if (longest.length > best.length) best = longest;
  }
  return best;
}

/** Takes one event into the chains, later steps first so that it counts once in each; the times of the longest that it came into. */
function extend({ activity, atMs }: EventLog, event: number, { steps, windowMs, mode }: Path, chains: Chain[]): readonly number[] {
  const at = atMs[event] as number;
  let longest: readonly number[] = [];
  for (let step = steps.length - 1; step >= 0; step--) {
    const before = step === 0 ? none : (chains[step - 1] ?? none);
    if (activity[event] !== steps[step] || (step > 0 && !isExtended(before, at, event, windowMs, mode))) continue;
    const chain = { times: [...before.times, at], last: event };
    chains[step] = chain;
    if (longest.length === 0) longest = chain.times;
  }
  return longest;
}

interface Chain {
  readonly times: readonly number[];
  /** Its last event. */
  readonly last: number;
}

const none: Chain = { times: [], last: -1 };

function isExtended({ times, last }: Chain, at: number, event: number, windowMs: number, mode: 'between' | 'strict'): boolean {
  const [first] = times;
  return first !== undefined && at - first <= windowMs && (mode === 'between' || last === event - 1);
}
