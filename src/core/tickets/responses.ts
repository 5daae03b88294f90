import { isWorking } from '../time/working-time.ts';
import { slaAsked, slaReplied } from './sla-clock.ts';
import { businessSince, calendarSince, type Mark, markNow } from './ticket-clock.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { ResponseState, TicketFold } from './ticket-fold.ts';

/** `opening`: an agent opened the ticket, so creation is no question. */
export function startResponses(created: Mark, opening: boolean): ResponseState {
  return {
    asked: opening ? null : created,
    implied: !opening,
    start: null,
    lastQuestion: null,
    opening,
    answered: false,
    botReplied: false,
    handoff: null,
    touches: 0,
  };
}

/** A message was sent. What the system sends is no answer. */
export function noteMessage(fold: TicketFold, event: TicketEvent): void {
  fold.facts.last_message_at = fold.clock.ms;
  if (event.actor_kind === 'customer') noteCustomer(fold, event.courtesy);
  else if (event.public === false) fold.facts.internal_notes++;
  else if (event.actor_kind === 'human') noteReply(fold, event.actor_id);
  else if (event.actor_kind === 'bot') noteBotReply(fold);
}

function noteCustomer(fold: TicketFold, courtesy: boolean): void {
  const { facts, responses, clock } = fold;
  facts.first_customer_message_at ??= clock.ms;
  if (courtesy && (responses.answered || fold.statuses.done)) {
    facts.courtesy_messages++;
    return;
  }
  facts.customer_messages++;
  responses.lastQuestion = markNow(clock);
  if (responses.asked && !responses.implied) {
    if (!isStale(fold, responses.asked)) return;
    pushUnanswered(fold, responses.asked);
  }
  responses.asked = markNow(clock);
  responses.implied = false;
  responses.opening = false;
  slaAsked(fold);
}

/** A question that was still open when the ticket was solved does not reach into the next cycle. */
function isStale({ statuses, facts }: TicketFold, asked: Mark): boolean {
  return facts.last_solved_at !== null && asked.ms <= facts.last_solved_at && (statuses.done || facts.reopens > 0);
}

function noteReply(fold: TicketFold, agentId: string): void {
  const { facts, responses, clock } = fold;
  facts.agent_replies++;
  facts.first_person_reply_at ??= clock.ms;
  responses.answered = true;
  noteReplyOfAssignee(fold, agentId);
  if (responses.opening) return;
  responses.touches++;
  noteReplyOfCycle(fold);
  if (!responses.asked) return;
  const start = afterHandoff(fold, responses.asked);
  const calendarMs = calendarSince(clock, start);
  const businessMs = businessSince(clock, start);
  if (clock.working && !isWorking(clock.working, clock.ms)) facts.outside_replies.push({ at: clock.ms });
  if (facts.reopens === 0) noteFirstReply(fold, agentId, calendarMs, businessMs);
  facts.replies.push({
    asked_at: responses.asked.ms,
    answered_at: clock.ms,
    answered_by: agentId,
    calendar_ms: calendarMs,
    business_ms: businessMs,
  });
  responses.asked = null;
  slaReplied(fold);
}

/** Where a bot handed over between question and reply, people are measured from the hand-off. */
function afterHandoff({ responses, clock }: TicketFold, asked: Mark): Mark {
  const handoff = responses.handoff;
  return handoff && handoff.ms > asked.ms && handoff.ms < clock.ms ? handoff : asked;
}

function noteFirstReply(fold: TicketFold, agentId: string, calendarMs: number, businessMs: number | null): void {
  const { facts } = fold;
  noteFirstAny(fold);
  if (facts.first_response_at !== null) return;
  facts.first_response_at = fold.clock.ms;
  facts.first_response_by = agentId;
  facts.first_response_human_calendar_ms = calendarMs;
  facts.first_response_human_business_ms = businessMs;
  noteOtherStarts(fold);
  const cycle = facts.cycles[0];
  if (!cycle) return;
  cycle.response_calendar_ms = calendarMs;
  cycle.response_business_ms = businessMs;
}

/** The first response from the other instants that it may be counted from. */
function noteOtherStarts({ facts, responses, clock, created, complete }: TicketFold): void {
  const lastQuestion = responses.lastQuestion ?? responses.asked ?? created;
  facts.first_response_from_last_message_calendar_ms = calendarSince(clock, lastQuestion);
  facts.first_response_from_last_message_business_ms = businessSince(clock, lastQuestion);
  if (!complete) return;
  facts.first_response_from_creation_calendar_ms = calendarSince(clock, created);
  facts.first_response_from_creation_business_ms = businessSince(clock, created);
}

function noteFirstAny({ facts, responses, clock }: TicketFold): void {
  responses.start ??= responses.asked;
  if (facts.first_response_any_calendar_ms !== null || !responses.start) return;
  facts.first_response_any_calendar_ms = calendarSince(clock, responses.start);
  facts.first_response_any_business_ms = businessSince(clock, responses.start);
}

function noteReplyOfCycle({ facts, statuses, clock }: TicketFold): void {
  const cycle = facts.cycles.at(-1);
  if (!cycle || facts.reopens === 0 || cycle.response_calendar_ms !== null) return;
  cycle.response_calendar_ms = calendarSince(clock, statuses.cycleStart);
  cycle.response_business_ms = businessSince(clock, statuses.cycleStart);
}

function noteReplyOfAssignee({ facts, clock }: TicketFold, agentId: string): void {
  const assignment = facts.assignments.at(-1);
  if (!assignment || agentId === '' || assignment.agent_id !== agentId) return;
  assignment.first_reply_calendar_ms ??= clock.ms - assignment.from;
}

function noteBotReply(fold: TicketFold): void {
  const { facts, responses, clock } = fold;
  facts.bot_replies++;
  facts.last_bot_reply_at = clock.ms;
  responses.answered = true;
  responses.botReplied = true;
  if (facts.reopens > 0) return;
  noteFirstAny(fold);
  if (facts.first_response_bot_calendar_ms !== null || !responses.start) return;
  facts.first_response_bot_calendar_ms = calendarSince(clock, responses.start);
  facts.first_response_bot_business_ms = businessSince(clock, responses.start);
}

function pushUnanswered({ facts }: TicketFold, asked: Mark): void {
  facts.replies.push({ asked_at: asked.ms, answered_at: null, answered_by: '', calendar_ms: null, business_ms: null });
}

/** Writes the question that still waits, and whether the customer ever asked. */
export function settleResponses(fold: TicketFold): void {
  const { responses, facts } = fold;
  if (responses.asked && !responses.implied) pushUnanswered(fold, responses.asked);
  facts.is_outbound = responses.opening;
}
