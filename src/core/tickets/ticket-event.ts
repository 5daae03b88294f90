import type { messages } from '../entities/messages.ts';
import type { ticketEvents } from '../entities/ticket-events.ts';
import type { Row } from '../model/entity.ts';
import { isCourtesy } from '../text/courtesy.ts';

/** An event of a ticket as the fold reads it: a row of `ticket_events`, or a message as an event of kind `message`. */
export interface TicketEvent extends Omit<Row<typeof ticketEvents>, 'import_id' | 'received_at'> {
  /** A message that only says thanks. */
  courtesy: boolean;
}

/** Every field that an event does not touch. */
export const untouchedFields = {
  sequence: 0,
  version: 0,
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
} as const satisfies Partial<Record<keyof TicketEvent, unknown>>;

/** A row of `messages`, its text not needed when `courtesy` is known. */
export type MessageRow = Omit<Row<typeof messages>, 'import_id' | 'received_at'>;

/** The event that a message is. Its channel and, of a customer, its language and traces tell of the ticket where no other event does. */
export function eventOfMessage(message: MessageRow, courtesy = message.actor_kind === 'customer' && isCourtesy(message.text)): TicketEvent {
  const byCustomer = message.actor_kind === 'customer';
  return {
    ...untouchedFields,
    tags_added: [],
    tags_removed: [],
    id: message.id,
    source: message.source,
    version: message.version,
    ticket_id: message.ticket_id,
    at: message.at,
    sequence: message.sequence,
    kind: 'message',
    actor_kind: message.actor_kind,
    actor_id: message.actor_id,
    actor_role: message.actor_role,
    requester_external_id: message.requester_external_id,
    requester_email: message.requester_email,
    requester_phone: message.requester_phone,
    public: message.public,
    channel: message.channel || null,
    language: byCustomer ? message.language || null : null,
    courtesy,
  };
}
