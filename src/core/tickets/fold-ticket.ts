import { noAssignments, noteAssignment, settleAssignments, startAssignments } from './assignments.ts';
import { findCourtesyReopens } from './courtesy-reopens.ts';
import { surveyEvents } from './coverage.ts';
import { withdrawDefaultTargets } from './default-targets.ts';
import { noteEscalation } from './escalations.ts';
import { orderEvents } from './event-order.ts';
import type { FoldContext } from './fold-context.ts';
import { isComplaint, usualRules } from './fold-rules.ts';
import { applyReport } from './reported-facts.ts';
import { completeHistory, type ReportedHistory } from './reported-history.ts';
import { settleReportedOutcomes } from './reported-outcomes.ts';
import { noteMessage, settleResponses, startResponses } from './responses.ts';
import { settleSlas, slaCreated, slaMatchAgain, startSlas } from './sla-clock.ts';
import { isDone } from './status.ts';
import { beginLife, closeStretch, noteStatus, noteSuspension, settleStatuses, startStatuses } from './statuses.ts';
import { advanceClock, markNow, scheduleOf, startClock, switchSchedule } from './ticket-clock.ts';
import type { TicketEvent } from './ticket-event.ts';
import { BlankFacts, type TicketFacts } from './ticket-facts.ts';
import { applyFields } from './ticket-fields.ts';
import type { Coverage, TicketFold } from './ticket-fold.ts';

/**
 * Folds the events of one ticket into its facts. Any order of arrival gives the same facts; an event may be given several times. Durations are in
 * milliseconds of calendar and of business time (null without a schedule); what has not happened is null.
 *
 * Creation is the first event, or the record's creation where no `created` event is given. Where neither is known, times from creation are null,
 * unless the ticket begins with a message.
 *
 * First response: from the customer's first message (from creation, where the ticket was not opened by an agent and no message comes before the reply) to
 * the first public message of a person, within the first cycle; of a person from the hand-off, if a bot replied and then handed over before it. What the
 * system sends is no answer. A ticket opened by an agent has no first response until the customer asks: then the opening message is no reply, and the next
 * public message of a person is the first. If the customer never asks, it is outbound (`is_outbound`), out of the population of first response.
 *
 * Solves: becoming solved, or closed without having been solved. A reopening that only brought thanks and was solved again without a reply counts in
 * `reopens_raw` alone: no cycle, no span in the backlog, no time, and the last solve stays where it was.
 *
 * Where nothing tells of statuses, not even a `created` event, the status is empty and the ticket is in no backlog.
 *
 * Targets: one instance a question (first and next response), and one a cycle (resolution, requester wait, agent work). See sla-clock.
 * Metrics that no policy covers take over what the source reports.
 *
 * Escalations: see `noteEscalation`.
 *
 * Figures of the record are used for a concept (response, resolution) of which the events tell nothing; the provenance says so.
 * @throws RangeError when there is neither an event nor a record.
 */
export function foldTicket(events: readonly TicketEvent[], context: FoldContext): TicketFacts {
  const told = orderEvents(events);
  const coverage = surveyEvents(told);
  const history = completeHistory(told, coverage, context.record ?? null);
  const ordered = history.events;
  const fold = startFold(ordered, context, coverage, history);
  beginLife(fold, firstStatus(ordered));
  for (let i = 0; i < ordered.length; i++) foldEvent(fold, ordered[i] as TicketEvent, i);
  return finishFold(fold, ordered, history);
}

/** The first status told at the instant of creation; a ticket that begins solved was new before. */
function firstStatus(ordered: readonly TicketEvent[]): string {
  for (const event of ordered) {
    if (event.at !== ordered[0]?.at) break;
    if (event.status) return isDone(event.status) ? 'new' : event.status;
  }
  return 'new';
}

function startFold(ordered: readonly TicketEvent[], context: FoldContext, coverage: Coverage, history: ReportedHistory): TicketFold {
  const first = ordered[0];
  if (!first) throw new RangeError('A ticket is folded from its events or its record; neither is given.');
  const clock = startClock(first.at, scheduleOf(context, '', ''), context.businessTime !== 'last schedule');
  const created = markNow(clock);
  const opener = openerOf(ordered, coverage);
  const fold: TicketFold = {
    facts: startFacts(first, ordered.at(-1) ?? first, opener),
    context,
    coverage,
    clock,
    created,
    complete: coverage.created || context.record != null || first.kind === 'message',
    knowsResponses: coverage.messages || history.response,
    knowsResolution: coverage.created || coverage.statuses || history.resolution || isReportedOpen(context),
    scheduleId: '',
    responses: startResponses(created, opener === 'human' || (opener === 'system' && coverage.messages)),
    statuses: startStatuses(created),
    assigned: noAssignments(),
    slas: context.policies.length > 0 ? startSlas(created) : null,
    courtesyReopens: coverage.courtesies ? findCourtesyReopens(ordered) : null,
  };
  startAssignments(fold, created);
  return fold;
}

function startFacts(first: TicketEvent, last: TicketEvent, opener: string): TicketFacts {
  const facts = new BlankFacts();
  facts.id = first.ticket_id;
  facts.source = first.source;
  facts.created_at = first.at;
  facts.opened_by = opener;
  facts.updated_at = last.at;
  return facts;
}

function isReportedOpen({ record }: FoldContext): boolean {
  return record != null && record.status !== '' && !isDone(record.status);
}

/** The kind of actor of the `created` event; or nobody tells of creation, and the ticket begins with that actor's public message. Empty when unknown. */
function openerOf(ordered: readonly TicketEvent[], coverage: Coverage): string {
  if (coverage.created) return ordered.find((event) => event.kind === 'created')?.actor_kind ?? '';
  const message = coverage.messages ? ordered.find((event) => event.kind === 'message') : undefined;
  return message && message.at === ordered[0]?.at && message.public !== false ? message.actor_kind : '';
}

function foldEvent(fold: TicketFold, event: TicketEvent, position: number): void {
  const { facts } = fold;
  advanceClock(fold.clock, event.at);
  const agentId = event.assignee_id ?? facts.assignee_id;
  const teamId = event.team_id ?? facts.team_id;
  const status = event.status || facts.status;
  const reassigned = agentId !== facts.assignee_id || teamId !== facts.team_id;
  if (reassigned || status !== facts.status) closeStretch(fold);
  noteEscalation(fold, event, position);
  const refiled = applyFields(facts, event);
  if (reassigned) noteAssignment(fold, agentId, teamId);
  const rescheduled = (reassigned || position === 0 || event.schedule_id !== null) && noteSchedule(fold, event);
  noteTargets(fold, position, refiled || reassigned || rescheduled);
  if (event.kind === 'message') noteMessage(fold, event);
  if (status !== facts.status) noteStatus(fold, status, position);
  notePopulation(fold, event);
}

function noteTargets(fold: TicketFold, position: number, changed: boolean): void {
  if (position === 0) slaCreated(fold);
  else if (changed) slaMatchAgain(fold);
}

/** True when another schedule is in force from now on. */
function noteSchedule(fold: TicketFold, event: TicketEvent): boolean {
  fold.scheduleId = event.schedule_id ?? fold.scheduleId;
  const working = scheduleOf(fold.context, fold.scheduleId, fold.facts.team_id);
  if (working === fold.clock.working) return false;
  switchSchedule(fold.clock, working);
  return true;
}

function notePopulation(fold: TicketFold, event: TicketEvent): void {
  const { facts } = fold;
  if (event.kind === 'spam') facts.is_spam = true;
  if (event.kind === 'delete') facts.is_deleted = true;
  if (event.kind === 'restore') {
    facts.is_spam = false;
    facts.is_deleted = false;
  }
  if (event.merged_into !== null) facts.merged_into = event.merged_into;
  noteSuspension(fold, facts.is_deleted || facts.merged_into !== '');
}

function finishFold(fold: TicketFold, ordered: readonly TicketEvent[], history: ReportedHistory): TicketFacts {
  const { facts, coverage, context } = fold;
  settleResponses(fold);
  settleStatuses(fold);
  settleAssignments(fold);
  settleSlas(fold);
  withdrawDefaultTargets(facts, ordered, context.record ?? null);
  facts.response_provenance = responseProvenance(coverage, history);
  facts.resolution_provenance = resolutionProvenance(fold, history);
  if (coverage.outcomes) settleReportedOutcomes(facts, ordered);
  if (context.record) applyReport(facts, context.record, coverage, history);
  facts.is_complaint = isComplaint(facts, context.rules?.complaint ?? usualRules.complaint);
  facts.counted = !facts.is_spam && !facts.is_test && !facts.is_deleted && facts.merged_into === '';
  return facts;
}

function responseProvenance(coverage: Coverage, history: ReportedHistory): string {
  if (history.response) return 'reported';
  return coverage.messages ? 'computed' : '';
}

function resolutionProvenance(fold: TicketFold, history: ReportedHistory): string {
  if (history.resolution) return 'reported';
  return fold.complete && fold.coverage.statuses ? 'computed' : '';
}
