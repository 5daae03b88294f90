import type { messages } from '../entities/messages.ts';
import type { ticketEvents } from '../entities/ticket-events.ts';
import type { Row } from '../model/entity.ts';
import { isCourtesy } from '../text/courtesy.ts';

/** An event of a ticket as the fold reads it: a row of `ticket_events`, or a message as an event of kind `message`. */
export interface TicketEvent extends Omit<Row<typeof ticketEvents>, 'import_id' | 'received_at'> {
  /** A message that only says thanks. */
  courtesy: boolean;
}

/** An event that touches nothing, to be filled in. */
export function untouchedEvent(ticketId: string, id: string, at: number): TicketEvent {
  return {
    id,
    source: '',
    version: 0,
    ticket_id: ticketId,
    at,
    sequence: 0,
    kind: 'update',
    actor_kind: '',
    actor_id: '',
    actor_role: '',
    requester_external_id: '',
    requester_email: '',
    requester_phone: '',
    public: null,
    status: null,
    priority: null,
    assignee_id: null,
    team_id: null,
    channel: null,
    category: null,
    subject: null,
    language: null,
    region: null,
    country: null,
    product: null,
    carrier: null,
    schedule_id: null,
    tags_added: [],
    tags_removed: [],
    is_test: null,
    is_complaint: null,
    merged_into: null,
    sla_metric: null,
    sla_outcome: null,
    courtesy: false,
  };
}

/** A row of `messages`, its text not needed when `courtesy` is known. */
export type MessageRow = Omit<Row<typeof messages>, 'import_id'>;

/** The event that a message is. Its channel and, of a customer, its language and traces tell of the ticket where no other event does. */
export function eventOfMessage(message: MessageRow, courtesy = message.actor_kind === 'customer' && isCourtesy(message.text)): TicketEvent {
  const event = untouchedEvent(message.ticket_id, message.id, message.at);
  event.source = message.source;
  event.version = message.version;
  event.sequence = message.sequence;
  event.kind = 'message';
  event.actor_kind = message.actor_kind;
  event.actor_id = message.actor_id;
  event.actor_role = message.actor_role;
  event.requester_external_id = message.requester_external_id;
  event.requester_email = message.requester_email;
  event.requester_phone = message.requester_phone;
  event.public = message.public;
  event.channel = message.channel || null;
  event.language = message.actor_kind === 'customer' ? message.language || null : null;
  event.courtesy = courtesy;
  return event;
}
