import type { FoldContext, TicketRecord } from './fold-context.ts';
import { foldTicket } from './fold-ticket.ts';
import { type TicketEvent, untouchedEvent } from './ticket-event.ts';
import type { TicketFacts } from './ticket-facts.ts';

/** What one line of a story sets; the rest is untouched. */
export type StoryFields = Partial<Omit<TicketEvent, 'id' | 'ticket_id' | 'at'>>;

/** When something happened, in epoch milliseconds or ISO text, and what. */
export type Story = readonly (readonly [at: number | string, fields: StoryFields])[];

/**
 * Writes the events of a ticket as a story, for examples and tests.
 * Ids count up in the order of telling.
 */
export function tellStory(lines: Story, ticketId = 'demo:1'): TicketEvent[] {
  return lines.map(([at, fields], index) => {
    const atMs = typeof at === 'number' ? at : Date.parse(at);
    return Object.assign(untouchedEvent(ticketId, `${ticketId}-${String(index).padStart(4, '0')}`, atMs), { source: 'demo' }, fields);
  });
}

/** Folds a story; what the context does not give is absent: schedules, policies, record. */
export function foldStory(lines: Story, context: Partial<FoldContext> = {}): TicketFacts {
  return foldTicket(tellStory(lines), {
    clocks: new Map(),
    defaultScheduleId: null,
    teamSchedules: new Map(),
    policies: [],
    now: 0,
    ...context,
  });
}

/** A record that reports nothing but the creation. */
export function tellRecord(createdAt: number): TicketRecord {
  return {
    id: 'demo:1',
    source: 'demo',
    version: 0,
    created_at: createdAt,
    subject: '',
    status: '',
    priority: '',
    channel: '',
    category: '',
    language: '',
    region: '',
    country: '',
    product: '',
    carrier: '',
    tags: [],
    team_id: '',
    assignee_id: '',
    requester_external_id: '',
    requester_email: '',
    requester_phone: '',
    is_spam: false,
    is_test: false,
    is_deleted: false,
    is_complaint: false,
    merged_into: '',
    first_response_at: null,
    first_response_ms: null,
    solved_at: null,
    resolution_ms: null,
    closed_at: null,
    reopens: null,
    replies: null,
    handoffs: null,
    first_response_sla: '',
    resolution_sla: '',
    csat_score: null,
  };
}

/** Lines that stories repeat. */
export const told = {
  created: { kind: 'created', actor_kind: 'customer', status: 'new' },
  question: { kind: 'message', actor_kind: 'customer', public: true },
  thanks: { kind: 'message', actor_kind: 'customer', public: true, courtesy: true },
  reply: { kind: 'message', actor_kind: 'human', actor_id: 'demo:anna', public: true },
  note: { kind: 'message', actor_kind: 'human', actor_id: 'demo:anna', public: false },
  botReply: { kind: 'message', actor_kind: 'bot', actor_id: 'demo:bot', public: true },
  systemMessage: { kind: 'message', actor_kind: 'system', public: true },
  opened: { status: 'open' },
  pended: { status: 'pending' },
  held: { status: 'hold' },
  solved: { status: 'solved', actor_kind: 'human', actor_id: 'demo:anna' },
  closed: { status: 'closed', actor_kind: 'system' },
  assigned: { assignee_id: 'demo:anna' },
} as const satisfies Record<string, StoryFields>;
