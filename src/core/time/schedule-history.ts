import type { ScheduleVersion } from './schedule.ts';

/** From an instant on somebody works by a schedule; '' is the default one. */
export interface ScheduleAssignment {
  readonly fromMs: number;
  readonly scheduleId: string;
}

/** One state of a schedule with what says whether it is in use. */
export interface ScheduleState extends ScheduleVersion {
  readonly id: string;
  readonly is_default: boolean;
  /** Nobody works by it any more, except tickets on which the source put it. */
  readonly removed: boolean;
}

type History = readonly ScheduleState[];

/** The states by schedule, each in order of time; of two from the same instant the newer one. */
export function statesBySchedule(states: History): ReadonlyMap<string, History> {
  const byId = new Map<string, ScheduleState[]>();
  for (const state of [...states].sort((a, b) => a.valid_from - b.valid_from || a.version - b.version)) {
    const known = byId.get(state.id) ?? [];
    if (known.at(-1)?.valid_from === state.valid_from) known.pop();
    byId.set(state.id, [...known, state]);
  }
  return byId;
}

/** The state in force at an instant; before the first one that is the first. */
export function stateAt<S extends { readonly valid_from: number }>(history: readonly S[], instantMs: number): S | undefined {
  return history.findLast((state) => state.valid_from <= instantMs) ?? history[0];
}

/** Which schedule was the default one, and since when. Empty when none ever was. */
export function defaultAssignments(states: ReadonlyMap<string, History>): readonly ScheduleAssignment[] {
  const instants = [...new Set([...states.values()].flat().map((state) => state.valid_from))].sort((a, b) => a - b);
  const found: ScheduleAssignment[] = [];
  for (const instant of instants) {
    const scheduleId = defaultAt(states, instant);
    if (scheduleId !== null && scheduleId !== found.at(-1)?.scheduleId)
      found.push({ fromMs: found.length === 0 ? 0 : instant, scheduleId });
  }
  return found;
}

/** A schedule that had begun goes before one of which only the later beginning is known. */
function defaultAt(states: ReadonlyMap<string, History>, instantMs: number): string | null {
  const candidates = [...states].filter(([, history]) => {
    const state = stateAt(history, instantMs);
    return state?.is_default === true && !state.removed;
  });
  const begun = candidates.filter(([, history]) => (history[0]?.valid_from ?? 0) <= instantMs);
  return (begun.length > 0 ? begun : candidates).at(-1)?.[0] ?? null;
}

/** The schedules of a team over time, with the default one where it has none of its own. */
export function withDefault(own: readonly ScheduleAssignment[], defaults: readonly ScheduleAssignment[]): readonly ScheduleAssignment[] {
  const ordered = [...own].sort((a, b) => a.fromMs - b.fromMs);
  return ordered.flatMap((assignment, index) => {
    if (assignment.scheduleId !== '') return [assignment];
    const untilMs = ordered[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    return defaults
      .map(({ fromMs, scheduleId }, place) => ({
        fromMs: Math.max(fromMs, assignment.fromMs),
        scheduleId,
        untilMs: defaults[place + 1]?.fromMs,
      }))
      .filter(({ fromMs, untilMs: end }) => fromMs < untilMs && (end === undefined || end > assignment.fromMs))
      .map(({ fromMs, scheduleId }) => ({ fromMs, scheduleId }));
  });
}

/** One history of working hours for somebody who worked by one schedule after another, to be compiled as one. */
export function followAssignments(
  assignments: readonly ScheduleAssignment[],
  states: ReadonlyMap<string, History>,
): readonly ScheduleVersion[] {
  return assignments.flatMap(({ fromMs, scheduleId }, index) => {
    const untilMs = assignments[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const history = (states.get(scheduleId) ?? []).filter((state) => !state.removed);
    const first = stateAt(history, fromMs);
    const later = history.filter((state) => state.valid_from > fromMs && state.valid_from < untilMs && state !== first);
    return first ? [{ ...first, valid_from: fromMs }, ...later] : [];
  });
}
