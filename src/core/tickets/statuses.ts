import { slaCancelled, slaReopened, slaSolved, slaStatusChanged } from './sla-clock.ts';
import { isDone } from './status.ts';
import { businessSince, calendarSince, type Mark, markNow } from './ticket-clock.ts';
import type { Cycle } from './ticket-facts.ts';
import type { StatusState, Sum, TicketFold } from './ticket-fold.ts';

export function startStatuses(created: Mark): StatusState {
  return {
    done: false,
    suspended: false,
    stretch: created,
    cycleStart: created,
    touchesAtSolve: 0,
    requesterWait: { calendarMs: 0, businessMs: 0 },
    agentWait: { calendarMs: 0, businessMs: 0 },
    onHold: { calendarMs: 0, businessMs: 0 },
    unassigned: { calendarMs: 0, businessMs: 0 },
  };
}

/** The ticket begins to wait, in its first status. */
export function beginLife(fold: TicketFold, status: string): void {
  fold.facts.status = status;
  fold.facts.status_spans.push({ status, from: fold.created.ms, until: null });
  fold.facts.unsolved_spans.push({ from: fold.created.ms, until: null });
  fold.facts.cycles.push(newCycle(fold.created.ms));
}

/** Adds the time since status or assignee last changed to what it was spent on. Must come before either changes. */
export function closeStretch(fold: TicketFold): void {
  const { statuses, facts, clock } = fold;
  if (!statuses.done && !statuses.suspended && clock.ms > statuses.stretch.ms) {
    const calendarMs = calendarSince(clock, statuses.stretch);
    const businessMs = businessSince(clock, statuses.stretch) ?? Number.NaN;
    add(facts.status === 'pending' ? statuses.agentWait : statuses.requesterWait, calendarMs, businessMs);
    if (facts.status === 'hold') add(statuses.onHold, calendarMs, businessMs);
    if (facts.assignee_id === '') add(statuses.unassigned, calendarMs, businessMs);
  }
  statuses.stretch = markNow(clock);
}

function add(sum: Sum, calendarMs: number, businessMs: number): void {
  sum.calendarMs += calendarMs;
  sum.businessMs += businessMs;
}

/** The status has become another one, by the event at this position. */
export function noteStatus(fold: TicketFold, status: string, position: number): void {
  const { facts, statuses, clock } = fold;
  const wasDone = isDone(facts.status);
  const last = facts.status_spans.at(-1);
  if (last) last.until = clock.ms;
  facts.status = status;
  facts.status_spans.push({ status, from: clock.ms, until: null });
  facts.closed_at = status === 'closed' ? clock.ms : null;
  if (wasDone && !isDone(status)) noteReopening(fold, position);
  else if (!wasDone && isDone(status) && !statuses.done) noteSolve(fold);
  else slaStatusChanged(fold);
}

function noteReopening(fold: TicketFold, position: number): void {
  const { facts, statuses, clock } = fold;
  facts.reopens_raw++;
  if (fold.courtesyReopens?.has(position)) return;
  facts.reopens++;
  statuses.done = false;
  statuses.cycleStart = markNow(clock);
  facts.cycles.push(newCycle(clock.ms));
  if (!statuses.suspended) facts.unsolved_spans.push({ from: clock.ms, until: null });
  slaReopened(fold);
}

function noteSolve(fold: TicketFold): void {
  const { facts, statuses, clock, created } = fold;
  statuses.done = true;
  statuses.touchesAtSolve = fold.responses.touches;
  facts.solves++;
  facts.last_solved_at = clock.ms;
  facts.handler_id = facts.assignee_id;
  facts.handler_team_id = facts.team_id;
  if (fold.complete) {
    facts.full_resolution_calendar_ms = calendarSince(clock, created);
    facts.full_resolution_business_ms = businessSince(clock, created);
  }
  if (facts.first_solved_at === null) {
    facts.first_solved_at = clock.ms;
    facts.first_resolution_calendar_ms = facts.full_resolution_calendar_ms;
    facts.first_resolution_business_ms = facts.full_resolution_business_ms;
  }
  closeCycle(fold);
  endUnsolvedSpan(fold);
  slaSolved(fold);
}

function newCycle(startMs: number): Cycle {
  return {
    started_at: startMs,
    solved_at: null,
    solved_by: '',
    response_calendar_ms: null,
    response_business_ms: null,
    resolution_calendar_ms: null,
    resolution_business_ms: null,
  };
}

function closeCycle(fold: TicketFold): void {
  const cycle = fold.facts.cycles.at(-1);
  if (!cycle) return;
  cycle.solved_at = fold.clock.ms;
  cycle.solved_by = fold.facts.assignee_id;
  if (!fold.complete && fold.facts.cycles.length === 1) return;
  cycle.resolution_calendar_ms = calendarSince(fold.clock, fold.statuses.cycleStart);
  cycle.resolution_business_ms = businessSince(fold.clock, fold.statuses.cycleStart);
}

/** Ends the running span of the backlog; one that had no length never was. */
function endUnsolvedSpan(fold: TicketFold): void {
  const spans = fold.facts.unsolved_spans;
  const span = spans.at(-1);
  if (!span || span.until !== null) return;
  if (span.from === fold.clock.ms) spans.pop();
  else span.until = fold.clock.ms;
}

/** The ticket was deleted or merged away (out of the backlog, its targets cancelled), or came back. */
export function noteSuspension(fold: TicketFold, suspended: boolean): void {
  const { statuses, facts, clock } = fold;
  if (statuses.suspended === suspended) return;
  closeStretch(fold);
  statuses.suspended = suspended;
  if (suspended) {
    endUnsolvedSpan(fold);
    slaCancelled(fold);
  } else if (!statuses.done) {
    facts.unsolved_spans.push({ from: clock.ms, until: null });
  }
}

/** Writes what is only known of a ticket that is solved now: waits, last solve, full resolution, handler. Of an open ticket they are null. */
export function settleStatuses(fold: TicketFold): void {
  const { facts, statuses } = fold;
  facts.touches = statuses.done ? statuses.touchesAtSolve : fold.responses.touches;
  if (!fold.knowsResolution) forgetStatuses(fold);
  if (!statuses.done) {
    facts.last_solved_at = null;
    facts.full_resolution_calendar_ms = null;
    facts.full_resolution_business_ms = null;
    facts.handler_id = '';
    facts.handler_team_id = '';
    return;
  }
  if (!fold.complete || !fold.coverage.statuses) return;
  facts.requester_wait_calendar_ms = statuses.requesterWait.calendarMs;
  facts.requester_wait_business_ms = businessOf(fold, statuses.requesterWait);
  facts.agent_wait_calendar_ms = statuses.agentWait.calendarMs;
  facts.agent_wait_business_ms = businessOf(fold, statuses.agentWait);
  facts.on_hold_calendar_ms = statuses.onHold.calendarMs;
  facts.on_hold_business_ms = businessOf(fold, statuses.onHold);
  if (!fold.coverage.assignments) return;
  facts.unassigned_calendar_ms = statuses.unassigned.calendarMs;
  facts.unassigned_business_ms = businessOf(fold, statuses.unassigned);
}

/** Where nothing tells of statuses the ticket is in none, and in no backlog. */
function forgetStatuses({ facts }: TicketFold): void {
  facts.status = '';
  facts.status_spans = [];
  facts.unsolved_spans = [];
}

/** Null without a schedule, also where nothing was added up. */
function businessOf(fold: TicketFold, sum: Sum): number | null {
  return fold.facts.full_resolution_business_ms === null || Number.isNaN(sum.businessMs) ? null : sum.businessMs;
}
