/**
 * Working time of a schedule as a step line. Breakpoint i begins at `fromMs[i]`, where `cumulativeMs[i]` of working time have passed since the first one;
 * until the next breakpoint time counts if `open[i]` is 1. The last breakpoint is the end of what was compiled.
 */
export interface WorkingClock {
  readonly fromMs: Float64Array;
  readonly cumulativeMs: Float64Array;
  readonly open: Uint8Array;
  /** Breakpoint in force at the start of each day since the first breakpoint, so that a look-up takes a few steps. */
  readonly byDay: Int32Array;
}

const dayMs = 86_400_000;

/** Builds the clock from the open intervals, which are in order and do not touch. Outside [fromMs, untilMs] nothing is known. */
export function workingClock(openings: readonly (readonly [number, number])[], fromMs: number, untilMs: number): WorkingClock {
  const points: number[] = [fromMs];
  const open: number[] = [0];
  for (const [from, until] of openings) {
    if (from === fromMs) open[0] = 1;
    else pushPoint(points, open, from, 1);
    pushPoint(points, open, until, 0);
  }
  if (points.at(-1) !== untilMs) pushPoint(points, open, untilMs, 0);
  const cumulative = new Float64Array(points.length);
  for (let i = 1; i < points.length; i++) {
    cumulative[i] = at(cumulative, i - 1) + (open[i - 1] ? at(points, i) - at(points, i - 1) : 0);
  }
  const starts = Float64Array.from(points);
  return { fromMs: starts, cumulativeMs: cumulative, open: Uint8Array.from(open), byDay: indexDays(starts) };
}

function pushPoint(points: number[], open: number[], instantMs: number, isOpen: number): void {
  points.push(instantMs);
  open.push(isOpen);
}

function indexDays(points: Float64Array): Int32Array {
  const first = at(points, 0);
  const days = Math.floor((at(points, points.length - 1) - first) / dayMs) + 1;
  const index = new Int32Array(days);
  for (let day = 0, i = 0; day < days; day++) {
    while (i + 1 < points.length && at(points, i + 1) <= first + day * dayMs) i++;
    index[day] = i;
  }
  return index;
}

function at(values: { readonly [index: number]: number }, index: number): number {
  return values[index] as number;
}

function breakpointAt({ fromMs, byDay }: WorkingClock, instantMs: number): number {
  const first = at(fromMs, 0);
  const last = fromMs.length - 1;
  if (!(instantMs >= first && instantMs <= at(fromMs, last))) return -1;
  let i = at(byDay, Math.floor((instantMs - first) / dayMs));
  while (i < last && at(fromMs, i + 1) <= instantMs) i++;
  return i;
}

/** Working milliseconds from the first breakpoint to an instant; NaN outside what was compiled. */
export function workingAt(clock: WorkingClock, instantMs: number): number {
  const i = breakpointAt(clock, instantMs);
  if (i < 0) return Number.NaN;
  return at(clock.cumulativeMs, i) + (clock.open[i] ? instantMs - at(clock.fromMs, i) : 0);
}

/** Whether the schedule is open at an instant; false also outside what was compiled. */
export function isWorking(clock: WorkingClock, instantMs: number): boolean {
  return clock.open[breakpointAt(clock, instantMs)] === 1;
}

/** Working milliseconds in [startMs, endMs): 0 when it is empty or backward, null outside what was compiled. */
export function workingMs(clock: WorkingClock, startMs: number, endMs: number): number | null {
  const duration = workingAt(clock, Math.max(startMs, endMs)) - workingAt(clock, startMs);
  return Number.isNaN(duration) ? null : duration;
}

/** The first instant at which `durationMs` of working time have passed since `startMs`; null when that lies outside what was compiled. */
export function addWorking(clock: WorkingClock, startMs: number, durationMs: number): number | null {
  if (durationMs <= 0) return startMs;
  const target = workingAt(clock, startMs) + durationMs;
  const { fromMs, cumulativeMs } = clock;
  if (!(target <= at(cumulativeMs, cumulativeMs.length - 1))) return null;
  let low = 0;
  let high = cumulativeMs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(cumulativeMs, middle) >= target) high = middle;
    else low = middle + 1;
  }
  return at(fromMs, low) - (at(cumulativeMs, low) - target);
}

/** A row of the entity `working_time`, without its revision. */
export interface WorkingTimeRow {
  schedule_id: string;
  from: number;
  until: number;
  cumulative_ms: number;
  rate: number;
}

/** The breakpoints as rows of `working_time`: working time at t = cumulative_ms + rate × (t − from) for from ≤ t < until. */
export function workingTimeRows(scheduleId: string, { fromMs, cumulativeMs, open }: WorkingClock): WorkingTimeRow[] {
  return Array.from({ length: fromMs.length - 1 }, (_, i) => ({
    schedule_id: scheduleId,
    from: at(fromMs, i),
    until: at(fromMs, i + 1),
    cumulative_ms: at(cumulativeMs, i),
    rate: at(open, i),
  }));
}
