import type { TicketRecord } from './fold-context.ts';
import { isDone } from './status.ts';
import { type TicketEvent, untouchedEvent } from './ticket-event.ts';
import type { Coverage } from './ticket-fold.ts';

/** Which concepts of a ticket are taken from the record of its source, because its events do not tell them. */
export interface ReportedHistory {
  /** The events, and those that stand for what is only reported, in order. */
  readonly events: readonly TicketEvent[];
  readonly response: boolean;
  readonly resolution: boolean;
}

/**
 * Completes the ordered events of a ticket by what its source reports: creation, fields that no event touches, first reply, solve and closing.
 * What is reported before creation cannot be and is left out.
 */
export function completeHistory(ordered: readonly TicketEvent[], coverage: Coverage, record: TicketRecord | null): ReportedHistory {
  if (!record) return { events: ordered, response: false, resolution: false };
  const events = [seedEvent(ordered, coverage, record), ...ordered];
  const replyAt = coverage.replies ? null : firstReplyAt(record);
  const solvedAt = mayReportSolve(coverage, record) ? lastSolveAt(record) : null;
  if (replyAt !== null) insert(events, reportedReply(record, replyAt));
  if (solvedAt !== null) insert(events, reportedStatus(record, solvedAt, 'solved'));
  if (solvedAt !== null && record.closed_at !== null && record.closed_at >= solvedAt) {
    insert(events, reportedStatus(record, record.closed_at, 'closed'));
  }
  return { events, response: replyAt !== null, resolution: solvedAt !== null };
}

/** What stands in for a report comes after what the events tell of the same instant. */
function insert(events: TicketEvent[], event: TicketEvent): void {
  let position = events.length;
  while (position > 0 && (events[position - 1]?.at ?? event.at) > event.at) position--;
  events.splice(position, 0, event);
}

function firstReplyAt(record: TicketRecord): number | null {
  return notBefore(record, record.first_response_at ?? after(record, record.first_response_ms));
}

function lastSolveAt(record: TicketRecord): number | null {
  return notBefore(record, record.solved_at ?? after(record, record.resolution_ms) ?? record.closed_at);
}

function after(record: TicketRecord, durationMs: number | null): number | null {
  return durationMs === null ? null : record.created_at + durationMs;
}

function notBefore(record: TicketRecord, instant: number | null): number | null {
  return instant !== null && instant >= record.created_at ? instant : null;
}

/** A reported solve counts where the events have none, unless the source says that the ticket is open now. */
function mayReportSolve(coverage: Coverage, record: TicketRecord): boolean {
  return !coverage.solves && (record.status === '' || isDone(record.status));
}

function standIn(record: TicketRecord, at: number): TicketEvent {
  const event = untouchedEvent(record.id, '', at);
  event.source = record.source;
  return event;
}

function reportedReply(record: TicketRecord, at: number): TicketEvent {
  const reply = standIn(record, at);
  reply.kind = 'message';
  reply.actor_kind = 'human';
  reply.public = true;
  return reply;
}

function reportedStatus(record: TicketRecord, at: number, status: string): TicketEvent {
  const event = standIn(record, at);
  event.status = status;
  return event;
}

/** The first event of all: creation where no event tells of it, and the record's value of every field that no event touches. */
function seedEvent(ordered: readonly TicketEvent[], coverage: Coverage, record: TicketRecord): TicketEvent {
  const firstAt = ordered[0]?.at ?? record.created_at;
  const seed = standIn(record, coverage.created ? firstAt : Math.min(record.created_at, firstAt));
  if (!coverage.created) seed.kind = 'created';
  if (!coverage.statuses && !isDone(record.status)) seed.status = record.status || null;
  fillSeed(seed, record);
  for (const event of ordered) {
    clearMatched(seed, event);
    clearDescribed(seed, event);
    clearTraces(seed, event);
  }
  return seed;
}

function fillSeed(seed: TicketEvent, record: TicketRecord): void {
  seed.priority = record.priority;
  seed.channel = record.channel;
  seed.category = record.category;
  seed.team_id = record.team_id;
  seed.assignee_id = record.assignee_id;
  seed.subject = record.subject;
  seed.language = record.language;
  seed.region = record.region;
  seed.country = record.country;
  seed.product = record.product;
  seed.carrier = record.carrier;
  seed.is_test = record.is_test;
  seed.is_complaint = record.is_complaint;
  seed.tags_added = record.tags;
  seed.requester_external_id = record.requester_external_id;
  seed.requester_email = record.requester_email;
  seed.requester_phone = record.requester_phone;
}

function clearMatched(seed: TicketEvent, event: TicketEvent): void {
  if (event.priority !== null) seed.priority = null;
  if (event.channel !== null) seed.channel = null;
  if (event.category !== null) seed.category = null;
  if (event.team_id !== null) seed.team_id = null;
  if (event.assignee_id !== null) seed.assignee_id = null;
  if (event.is_test !== null) seed.is_test = null;
  if (event.is_complaint !== null) seed.is_complaint = null;
}

function clearDescribed(seed: TicketEvent, event: TicketEvent): void {
  if (event.subject !== null) seed.subject = null;
  if (event.language !== null) seed.language = null;
  if (event.region !== null) seed.region = null;
  if (event.country !== null) seed.country = null;
  if (event.product !== null) seed.product = null;
  if (event.carrier !== null) seed.carrier = null;
  if (event.tags_added.length > 0 || event.tags_removed.length > 0) seed.tags_added = [];
}

function clearTraces(seed: TicketEvent, event: TicketEvent): void {
  if (!event.requester_external_id && !event.requester_email && !event.requester_phone) return;
  seed.requester_external_id = '';
  seed.requester_email = '';
  seed.requester_phone = '';
}
