import type { messages } from '../../core/entities/messages.ts';
import type { ticketEvents } from '../../core/entities/ticket-events.ts';
import type { Row } from '../../core/model/entity.ts';
import { sourceOf } from './setup/source-columns.ts';
import type { TicketDraft } from './ticket-draft.ts';

export type TicketEvent = Row<typeof ticketEvents>;
export type Message = Row<typeof messages>;

/** Who acts on a ticket. */
export interface Actor {
  readonly kind: 'human' | 'bot' | 'customer' | 'system';
  readonly id: string;
  readonly role: string;
}

/** Automations of the help desk. */
export const automation: Actor = { kind: 'system', id: '', role: 'automation' };

/** What an event can set in the demo company. */
export type EventFields = Partial<
  Pick<
    TicketEvent,
    | 'status'
    | 'priority'
    | 'assignee_id'
    | 'team_id'
    | 'channel'
    | 'category'
    | 'subject'
    | 'language'
    | 'region'
    | 'country'
    | 'product'
    | 'carrier'
    | 'is_test'
    | 'is_complaint'
    | 'merged_into'
    | 'tags_added'
  >
>;

const noTags: string[] = [];

/** Where the rows of all tickets go; what lies after the end of the data is not written. */
export interface RowSink {
  readonly events: TicketEvent[];
  readonly messages: Message[];
  readonly until: number;
  readonly importId: string;
}

/** Writes what happens to one ticket, in order of time. */
export class TicketLog {
  readonly ticketId: string;
  readonly draft: TicketDraft;
  readonly #source: string;
  readonly #sink: RowSink;
  #sequence = 0;

  constructor(ticketId: string, draft: TicketDraft, sink: RowSink) {
    this.ticketId = ticketId;
    this.draft = draft;
    this.#source = sourceOf(draft.channel);
    this.#sink = sink;
  }

  /** Whether an instant lies within the data. */
  covers(at: number): boolean {
    return at < this.#sink.until;
  }

  /** An event that sets some fields of the ticket. */
  event(kind: TicketEvent['kind'], at: number, actor: Actor, fields: EventFields): void {
    if (!this.covers(at)) return;
    const { customer } = this.draft;
    const sequence = this.#sequence++;
    const instant = Math.round(at);
    const row: TicketEvent = {
      id: `${this.ticketId}-e${sequence}`,
      source: this.#source,
      version: instant,
      import_id: this.#sink.importId,
      ticket_id: this.ticketId,
      at: instant,
      sequence,
      kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_role: actor.role,
      requester_external_id: customer.externalId,
      requester_email: customer.email,
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
      tags_added: noTags,
      tags_removed: noTags,
      is_test: null,
      is_complaint: null,
      merged_into: null,
      sla_metric: null,
      sla_outcome: null,
    };
    this.#sink.events.push(Object.assign(row, fields));
  }

  /** Something said; internal notes are not public. */
  message(at: number, actor: Actor, text: string, isPublic = true): void {
    if (!this.covers(at)) return;
    const { channel, desk, customer } = this.draft;
    const sequence = this.#sequence++;
    const instant = Math.round(at);
    this.#sink.messages.push({
      id: `${this.ticketId}-m${sequence}`,
      source: this.#source,
      version: instant,
      import_id: this.#sink.importId,
      ticket_id: this.ticketId,
      at: instant,
      sequence,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_role: actor.role,
      requester_external_id: customer.externalId,
      requester_email: customer.email,
      requester_phone: '',
      public: isPublic,
      channel,
      language: desk.language,
      text,
    });
  }
}
