import { type WorkingClock, workingAt } from '../time/working-time.ts';
import type { FoldContext } from './fold-context.ts';

/** An instant on both clocks of a ticket. */
export interface Mark {
  readonly ms: number;
  /** Business milliseconds since an origin of the ticket; only differences mean something. */
  readonly business: number;
}

/** Both clocks of one ticket while its events are read. Over several schedules business time goes on from one to the next. */
export interface TicketClock {
  readonly perSegment: boolean;
  ms: number;
  business: number;
  /** Schedule in force; null where none is known. */
  working: WorkingClock | null;
  /** Business time is this plus the working time of the schedule in force. */
  offset: number;
  sinceMs: number;
}

/** What business time leaps by over a stretch without a schedule, so that no span across it passes for known. */
const unknownStretchMs = 2 ** 46;

export function startClock(ms: number, working: WorkingClock | null, perSegment: boolean): TicketClock {
  const business = working ? workingAt(working, ms) : 0;
  return { perSegment, ms, business, working, offset: 0, sinceMs: ms };
}

/** Moves both clocks on to an instant. */
export function advanceClock(clock: TicketClock, ms: number): void {
  if (ms === clock.ms) return;
  clock.ms = ms;
  if (clock.working) clock.business = clock.offset + workingAt(clock.working, ms);
}

/** Puts another schedule in force from now on. */
export function switchSchedule(clock: TicketClock, working: WorkingClock | null): void {
  if (working === clock.working) return;
  if (clock.working === null && clock.ms > clock.sinceMs) clock.business += unknownStretchMs;
  clock.working = working;
  clock.offset = working ? clock.business - workingAt(working, clock.ms) : 0;
  clock.sinceMs = clock.ms;
}

export function markNow(clock: TicketClock): Mark {
  return { ms: clock.ms, business: clock.business };
}

/** Calendar milliseconds since a mark. */
export function calendarSince(clock: TicketClock, mark: Mark): number {
  return clock.ms - mark.ms;
}

/** Business milliseconds since a mark; null when a part of that span has no schedule. */
export function businessSince(clock: TicketClock, mark: Mark): number | null {
  if (!clock.working) return null;
  const business = clock.perSegment
    ? clock.business - mark.business
    : workingAt(clock.working, clock.ms) - workingAt(clock.working, mark.ms);
  return business >= 0 && business < unknownStretchMs ? business : null;
}

/** The schedule of a ticket: its own, else its team's, else the default one; null when that is unknown or never opens. */
export function scheduleOf(context: FoldContext, ticketScheduleId: string, teamId: string): WorkingClock | null {
  const id = ticketScheduleId || context.teamSchedules.get(teamId) || context.defaultScheduleId;
  return id ? (context.clocks.get(id) ?? null) : null;
}
