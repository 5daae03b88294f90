import type { Agent } from 'node:http';
import { connections, type PostAnswer, postRows } from './post.ts';
import type { Receipts } from './receipts.ts';

type Entity = 'ticket_events' | 'messages';

interface SentRow {
  readonly id: string;
  readonly ticket_id: string;
}

interface Lane {
  readonly entity: Entity;
  readonly rows: (batch: number) => readonly SentRow[];
  /** The batch that is not yet acknowledged: it is sent again after every crash. */
  next: number;
}

const startMs = Date.UTC(2026, 0, 5, 9);
const minuteMs = 60_000;
const ticketsPerBatch = 50;
const busy = [503, 507];

/** Sends events and messages in batches and singles until it is stopped, and notes what was acknowledged. Content follows from the number of the ticket. */
export class IngestLoad {
  readonly #receipts: Receipts;
  readonly #lanes: readonly Lane[] = [
    { entity: 'ticket_events', rows: (batch) => ticketsOf(batch).flatMap((ticket) => eventsOf(`batch-${ticket}`, ticket)), next: 0 },
    { entity: 'messages', rows: (batch) => ticketsOf(batch).flatMap((ticket) => messagesOf(`batch-${ticket}`, ticket)), next: 0 },
    { entity: 'ticket_events', rows: (ticket) => eventsOf(`single-${ticket}`, ticket).slice(0, 1), next: 0 },
  ];
  /** Answers that were neither an acknowledgement nor a plea to wait. */
  readonly surprises: PostAnswer[] = [];

  constructor(receipts: Receipts) {
    this.#receipts = receipts;
  }

  /** Resolves when every connection is broken or the signal is given. */
  async run(address: string, stop: AbortSignal): Promise<void> {
    const agent = connections(this.#lanes.length);
    await Promise.all(this.#lanes.map((lane) => this.#send(lane, agent, address, stop)));
    agent.destroy();
  }

  async #send(lane: Lane, agent: Agent, address: string, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const rows = lane.rows(lane.next);
      const answer = await postRows(agent, address, lane.entity, rows).catch(() => null);
      if (answer === null) return;
      if (answer.status === 200 && accepted(answer) === rows.length) {
        this.#receipts.note(lane.entity, rows);
        lane.next += 1;
      } else if (!busy.includes(answer.status)) this.surprises.push(answer);
    }
  }
}

function accepted(answer: PostAnswer): number {
  return (JSON.parse(answer.body) as { accepted: number }).accepted;
}

function ticketsOf(batch: number): readonly number[] {
  return Array.from({ length: ticketsPerBatch }, (_, index) => batch * ticketsPerBatch + index);
}

/** Opened, assigned, taken on hold and solved. */
function eventsOf(ticket_id: string, ticket: number) {
  const at = startMs + ticket * minuteMs;
  const shared = { source: 'fault', ticket_id };
  const agent = { actor_kind: 'human', actor_id: `fault:agent-${ticket % 7}` };
  return [
    { ...shared, id: `${ticket_id}-1`, at, kind: 'created', actor_kind: 'customer', channel: 'email', subject: `Subject of ${ticket_id}` },
    { ...shared, ...agent, id: `${ticket_id}-2`, at: at + minuteMs, kind: 'update', assignee_id: agent.actor_id, status: 'open' },
    { ...shared, ...agent, id: `${ticket_id}-3`, at: at + 20 * minuteMs, kind: 'update', status: 'hold' },
    { ...shared, ...agent, id: `${ticket_id}-4`, at: at + 60 * minuteMs, kind: 'update', status: 'solved' },
  ];
}

/** A question and its answer. */
function messagesOf(ticket_id: string, ticket: number) {
  const at = startMs + ticket * minuteMs;
  const shared = { source: 'fault', ticket_id, public: true, channel: 'email' };
  return [
    { ...shared, id: `${ticket_id}-q`, at, actor_kind: 'customer', text: `Where is order ${ticket}?` },
    {
      ...shared,
      id: `${ticket_id}-a`,
      at: at + 10 * minuteMs,
      actor_kind: 'human',
      actor_id: `fault:agent-${ticket % 7}`,
      text: 'On its way.',
    },
  ];
}
