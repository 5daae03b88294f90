import { addWorking } from '../time/working-time.ts';
import { matchTarget } from './sla-policy.ts';
import { businessSince, calendarSince, type Mark, markNow } from './ticket-clock.ts';
import type { AppliedTarget, SlaRun, TicketFold } from './ticket-fold.ts';

/** In this order; the last three run from creation or reopening to the solve. */
export const slaMetrics = ['first_response', 'next_response', 'resolution', 'requester_wait', 'agent_work'] as const;
type SlaMetric = (typeof slaMetrics)[number];

const never: readonly string[] = [];
const pausedIn: Readonly<Record<SlaMetric, readonly string[]>> = {
  first_response: never,
  next_response: never,
  resolution: never,
  requester_wait: ['pending'],
  agent_work: ['pending', 'hold'],
};

/** One idle clock for each metric. */
export function startSlas(created: Mark): SlaRun[] {
  return slaMetrics.map((metric) => ({
    metric,
    pausedIn: pausedIn[metric],
    active: false,
    activatedAt: created.ms,
    running: false,
    since: created,
    elapsed: { calendarMs: 0, businessMs: 0 },
    applied: null,
    dueAt: null,
  }));
}

function runOf(fold: TicketFold, metric: SlaMetric): SlaRun | undefined {
  return fold.slas?.[slaMetrics.indexOf(metric)];
}

/** At creation: the targets of the whole ticket begin, and that of the first response where creation is the question and messages are known. */
export function slaCreated(fold: TicketFold): void {
  if (!fold.slas) return;
  if (fold.responses.asked && fold.knowsResponses) activate(fold, runOf(fold, 'first_response'));
  if (fold.knowsResolution) activate(fold, runOf(fold, 'resolution'));
  if (fold.coverage.created || fold.coverage.statuses) activateWaits(fold);
}

/** A reopening begins targets of its own. */
export function slaReopened(fold: TicketFold): void {
  if (!fold.slas) return;
  activate(fold, runOf(fold, 'resolution'));
  activateWaits(fold);
}

function activateWaits(fold: TicketFold): void {
  activate(fold, runOf(fold, 'requester_wait'));
  activate(fold, runOf(fold, 'agent_work'));
}

/** The customer asked: the first response is due, or after it the next one. */
export function slaAsked(fold: TicketFold): void {
  if (!fold.slas) return;
  const { facts, statuses } = fold;
  const isFirst = facts.first_response_at === null && facts.reopens === 0 && !statuses.done;
  activate(fold, runOf(fold, isFirst ? 'first_response' : 'next_response'));
}

/** The bot handed over: what waits for a reply is counted from here. */
export function slaHandedOff(fold: TicketFold): void {
  for (const metric of ['first_response', 'next_response'] as const) {
    const run = runOf(fold, metric);
    if (run?.active) activate(fold, run);
  }
}

/** A person replied. */
export function slaReplied(fold: TicketFold): void {
  end(fold, runOf(fold, 'first_response'), 'fulfilled');
  end(fold, runOf(fold, 'next_response'), 'fulfilled');
}

/** A solve ends every clock, also that of a question without a reply: it would run for ever. */
export function slaSolved(fold: TicketFold): void {
  for (const run of fold.slas ?? []) end(fold, run, 'fulfilled');
}

/** Deleted or merged away. */
export function slaCancelled(fold: TicketFold): void {
  for (const run of fold.slas ?? []) end(fold, run, 'cancelled');
}

/** Pauses and resumes. */
export function slaStatusChanged(fold: TicketFold): void {
  for (const run of fold.slas ?? []) {
    if (!run.active || run.running !== run.pausedIn.includes(fold.facts.status)) continue;
    run.elapsed = elapsedNow(fold, run);
    run.since = markNow(fold.clock);
    run.running = !run.running;
    setDue(fold, run);
  }
}

/**
 * Priority, team, channel, category or schedule changed: targets are matched again. A target that is another one now is cancelled and the new one goes on
 * with the time that has passed; one that was breached already stays breached and ends, so that a question has one outcome.
 */
export function slaMatchAgain(fold: TicketFold): void {
  for (const run of fold.slas ?? []) {
    if (run.active) retarget(fold, run);
  }
}

function retarget(fold: TicketFold, run: SlaRun): void {
  const next = findTarget(fold, run);
  if (!isSameTarget(run.applied, next)) {
    if (run.applied) record(fold, run, 'cancelled');
    if (isOverdue(fold, run)) {
      run.active = false;
      return;
    }
    run.applied = next;
    run.dueAt = null;
  }
  setDue(fold, run);
}

function isSameTarget(a: AppliedTarget | null, b: AppliedTarget | null): boolean {
  return a === b || (a !== null && b !== null && a.policyId === b.policyId && a.targetMs === b.targetMs && a.clock === b.clock);
}

/** The target that held when it was asked: a later change of the policies judges only what is asked after it. In business time none can be applied where no schedule is known. */
function findTarget(fold: TicketFold, run: SlaRun): AppliedTarget | null {
  const target = matchTarget(fold.context.policies, run.metric, fold.facts, run.activatedAt);
  return target?.clock === 'business' && !fold.clock.working ? null : target;
}

function activate(fold: TicketFold, run: SlaRun | undefined): void {
  if (!run) return;
  run.active = true;
  run.activatedAt = fold.clock.ms;
  run.running = !run.pausedIn.includes(fold.facts.status);
  run.since = markNow(fold.clock);
  run.elapsed = { calendarMs: 0, businessMs: 0 };
  run.applied = findTarget(fold, run);
  run.dueAt = null;
  setDue(fold, run);
}

function elapsedNow({ clock }: TicketFold, { elapsed, since, running }: SlaRun): { calendarMs: number; businessMs: number } {
  if (!running) return elapsed;
  return {
    calendarMs: elapsed.calendarMs + calendarSince(clock, since),
    businessMs: elapsed.businessMs + (businessSince(clock, since) ?? Number.NaN),
  };
}

function elapsedOf(fold: TicketFold, run: SlaRun, target: AppliedTarget): number {
  const elapsed = elapsedNow(fold, run);
  return target.clock === 'business' ? elapsed.businessMs : elapsed.calendarMs;
}

function isOverdue(fold: TicketFold, run: SlaRun): boolean {
  return run.applied !== null && elapsedOf(fold, run, run.applied) > run.applied.targetMs;
}

/** When the target ends if nothing pauses it; null while it is paused in time. An instant that has passed stays. */
function setDue(fold: TicketFold, run: SlaRun): void {
  const { applied } = run;
  if (!applied) return;
  const remainingMs = applied.targetMs - elapsedOf(fold, run, applied);
  if (remainingMs < 0) run.dueAt ??= fold.clock.ms;
  else if (run.running) run.dueAt = dueIn(fold, applied, remainingMs);
  else run.dueAt = null;
}

function dueIn({ clock }: TicketFold, applied: AppliedTarget, remainingMs: number): number | null {
  if (Number.isNaN(remainingMs)) return null;
  if (applied.clock === 'calendar') return clock.ms + remainingMs;
  return clock.working ? addWorking(clock.working, clock.ms, remainingMs) : null;
}

function end(fold: TicketFold, run: SlaRun | undefined, how: 'fulfilled' | 'cancelled'): void {
  if (!run?.active) return;
  if (run.applied) record(fold, run, how);
  run.active = false;
}

/** Time that cannot be measured, because a part of it had no schedule, is cancelled: neither met nor breached. */
function record(fold: TicketFold, run: SlaRun, how: 'fulfilled' | 'cancelled'): void {
  const { applied } = run;
  if (!applied) return;
  const elapsedMs = elapsedOf(fold, run, applied);
  const inTime = how === 'fulfilled' && !Number.isNaN(elapsedMs) ? 'met' : 'cancelled';
  push(fold, run, applied, {
    outcome: elapsedMs > applied.targetMs ? 'breached' : inTime,
    elapsed_ms: Number.isNaN(elapsedMs) ? null : elapsedMs,
    ended_at: fold.clock.ms,
  });
}

function push(
  { facts }: TicketFold,
  run: SlaRun,
  applied: AppliedTarget,
  result: { outcome: string; elapsed_ms: number | null; ended_at: number | null },
): void {
  facts.slas.push({
    metric: run.metric,
    policy_id: applied.policyId,
    priority: applied.priority,
    team_id: facts.team_id,
    agent_id: facts.assignee_id,
    target_ms: applied.targetMs,
    elapsed_ms: result.elapsed_ms,
    outcome: result.outcome,
    activated_at: run.activatedAt,
    due_at: run.dueAt,
    ended_at: result.ended_at,
    provenance: 'computed',
  });
}

/** Writes the targets that still run: breached as soon as their end has passed, though the ticket is open. */
export function settleSlas(fold: TicketFold): void {
  for (const run of fold.slas ?? []) {
    if (!run.active || !run.applied) continue;
    const breached = run.dueAt !== null && run.dueAt < fold.context.now;
    push(fold, run, run.applied, { outcome: breached ? 'breached' : 'active', elapsed_ms: null, ended_at: null });
  }
}
