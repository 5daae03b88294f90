import type { TicketRecord } from './fold-context.ts';
import { isDone } from './status.ts';
import { type TicketEvent, untouchedEvent } from './ticket-event.ts';
import type { Coverage } from './ticket-fold.ts';

/** Which concepts of a ticket are taken from the record of its source, because its events do not tell them. */
export interface ReportedHistory {
  /** The events, and those that stand for what is only reported; still to be ordered. */
  readonly events: readonly TicketEvent[];
  readonly response: boolean;
  readonly resolution: boolean;
}

/**
 * Completes the events of a ticket by what its source reports: creation, fields that no event touches, first reply, solve and closing.
 * What is reported before creation cannot be and is left out.
 */
export function completeHistory(events: readonly TicketEvent[], coverage: Coverage, record: TicketRecord | null): ReportedHistory {
  if (!record) return { events, response: false, resolution: false };
  const replyAt = coverage.replies ? null : firstReplyAt(record);
  const solvedAt = mayReportSolve(coverage, record) ? lastSolveAt(record) : null;
  const added = [seedEvent(events, coverage, record)];
  if (replyAt !== null) added.push(standIn(record, 'reply', replyAt, { kind: 'message', actor_kind: 'human', public: true }));
  if (solvedAt !== null) added.push(standIn(record, 'solve', solvedAt, { status: 'solved' }));
  if (solvedAt !== null && record.closed_at !== null && record.closed_at >= solvedAt) {
    added.push(standIn(record, 'close', record.closed_at, { status: 'closed' }));
  }
  return { events: [...added, ...events], response: replyAt !== null, resolution: solvedAt !== null };
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

/** The last of several events at one instant: what stands in for a report comes after what the events tell. */
const lastOfInstant = Number.MAX_SAFE_INTEGER;

function standIn(record: TicketRecord, name: string, at: number, fields: Partial<TicketEvent>): TicketEvent {
  const event = Object.assign(untouchedEvent(record.id, `${record.id} reported ${name}`, at), fields);
  event.source = record.source;
  event.version = record.version;
  event.sequence = lastOfInstant;
  return event;
}

const seededFields = [
  'subject',
  'priority',
  'channel',
  'category',
  'language',
  'region',
  'country',
  'product',
  'carrier',
  'team_id',
  'assignee_id',
  'is_test',
  'is_complaint',
] as const;

/** The first event of all: creation where no event tells of it, and the record's value of every field that no event touches. */
function seedEvent(events: readonly TicketEvent[], coverage: Coverage, record: TicketRecord): TicketEvent {
  const first = events.reduce((earliest, event) => Math.min(earliest, event.at), Number.POSITIVE_INFINITY);
  const known = events.some((event) => event.requester_external_id || event.requester_email || event.requester_phone);
  const tagged = events.some((event) => event.tags_added.length > 0 || event.tags_removed.length > 0);
  const seed: TicketEvent = standIn(record, 'record', coverage.created ? first : Math.min(record.created_at, first), {
    kind: coverage.created ? 'update' : 'created',
    tags_added: tagged ? [] : record.tags,
    requester_external_id: known ? '' : record.requester_external_id,
    requester_email: known ? '' : record.requester_email,
    requester_phone: known ? '' : record.requester_phone,
    status: coverage.statuses || isDone(record.status) ? null : record.status || null,
  });
  seed.sequence = Number.MIN_SAFE_INTEGER;
  const set = seed as unknown as Record<string, unknown>;
  for (const name of seededFields) {
    if (events.every((event) => event[name] === null)) set[name] = record[name];
  }
  return seed;
}
