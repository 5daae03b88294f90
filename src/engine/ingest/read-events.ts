import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { bind, identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import { courtesyCondition } from '../../core/text/courtesy.ts';
import { type FoldRules, usualRules } from '../../core/tickets/fold-rules.ts';
import type { TicketEvent } from '../../core/tickets/ticket-event.ts';
import type { ColumnShape, ColumnsOf } from '../store/store.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { isAutomaticAddress } from './automatic-address.ts';

const shape = {
  ticket_id: 'text',
  id: 'text',
  source: 'text',
  version: 'number',
  at: 'instant',
  sequence: 'number',
  kind: 'text',
  actor_kind: 'text',
  actor_id: 'text',
  actor_role: 'text',
  requester_external_id: 'text',
  requester_email: 'text',
  requester_phone: 'text',
  public: 'flag',
  status: 'text',
  priority: 'text',
  assignee_id: 'text',
  team_id: 'text',
  channel: 'text',
  category: 'text',
  subject: 'text',
  language: 'text',
  region: 'text',
  country: 'text',
  product: 'text',
  carrier: 'text',
  schedule_id: 'text',
  tags_added: 'texts',
  tags_removed: 'texts',
  is_test: 'flag',
  is_complaint: 'flag',
  merged_into: 'text',
  sla_metric: 'text',
  sla_outcome: 'text',
  courtesy: 'flag',
} as const satisfies ColumnShape;

type EventColumns = ColumnsOf<typeof shape>;

/** The events and messages of the tickets of a slice. An event becomes an object only when its ticket's turn comes, so that few of them live at a time. */
export class StoredEvents implements Iterable<readonly [ticketId: string, events: TicketEvent[]]> {
  readonly #columns: EventColumns;
  /** The rows of each ticket, in the order in which they were read. */
  readonly #rows: number[][];

  constructor(columns: EventColumns) {
    this.#columns = columns;
    this.#rows = rowsByTicket(columns);
  }

  /** How many tickets have any. */
  get tickets(): number {
    return this.#rows.length;
  }

  /** Ticket by ticket, in order of their first event. */
  *[Symbol.iterator](): Generator<readonly [ticketId: string, events: TicketEvent[]]> {
    const columns = this.#columns;
    const firstAt = new Map(this.#rows.map((rows) => [rows, Math.min(...rows.map((row) => columns.at[row] ?? 0))]));
    for (const rows of this.#rows.toSorted((left, right) => (firstAt.get(left) ?? 0) - (firstAt.get(right) ?? 0))) {
      yield [columns.ticket_id[rows[0] ?? 0] ?? '', rows.map((row) => eventAt(columns, row))];
    }
  }
}

/** Reads the events and messages of the tickets of a slice, actors and thanks as the rules of the house see them. */
export async function readEvents(workspace: Workspace, slice: Sql, rules: FoldRules = usualRules): Promise<StoredEvents> {
  return new StoredEvents(await workspace.store.columns(eventsStatement(workspace.database, slice, rules), shape, { maxSeconds: 3600 }));
}

/** Rows of one ticket mostly come one after the other. */
function rowsByTicket({ ticket_id: ids, length }: EventColumns): number[][] {
  const byTicket = new Map<string, number[]>();
  let last: string | null = null;
  let rows: number[] = [];
  for (let row = 0; row < length; row++) {
    const id = ids[row] ?? '';
    if (id !== last) {
      rows = byTicket.get(id) ?? [];
      byTicket.set(id, rows);
      last = id;
    }
    rows.push(row);
  }
  return [...byTicket.values()];
}

const ofMessage: Readonly<Partial<Record<keyof typeof shape, Sql>>> = {
  kind: sql`'message'`,
  channel: sql`nullIf(channel, '')`,
  language: sql`if(actor_kind = 'customer', nullIf(language, ''), NULL)`,
  tags_added: sql`[]`,
  tags_removed: sql`[]`,
};

function eventsStatement(database: string, slice: Sql, { senders, courtesy }: FoldRules): Sql {
  const names = Object.keys(shape) as (keyof typeof shape)[];
  const actor = actorKind(senders);
  const thanks = courtesy.enabled ? sql`actor_kind = 'customer' AND ${courtesyCondition(sql`text`, courtesy.words)}` : sql`false`;
  const event: Partial<Record<string, Sql>> = { actor_kind: actor, courtesy: sql`false` };
  const message: Partial<Record<string, Sql>> = { ...ofMessage, actor_kind: actor, courtesy: thanks };
  const ofEvents = names.map((name) => sql`${event[name] ?? identifier(name)} AS ${identifier(name)}`);
  const ofMessages = names.map(
    (name) => sql`${message[name] ?? (name in messages.columns ? identifier(name) : sql`NULL`)} AS ${identifier(name)}`,
  );
  return sql`SELECT ${join(ofEvents)}
FROM ${table(database, ticketEvents)} AS told
WHERE ticket_id IN (${slice})
UNION ALL
SELECT ${join(ofMessages)}
FROM ${table(database, messages)} AS told
WHERE ticket_id IN (${slice})`;
}

/** An agent that is a bot is one; what an automatic address sends is the system's: neither a question nor an answer. */
export function actorKind({ agents, addresses }: FoldRules['senders']): Sql {
  const cases = [
    ...(agents.length === 0 ? [] : [sql`told.actor_kind = 'human' AND has(${bind('Array(String)', agents)}, told.actor_id), 'bot'`]),
    ...(addresses.length === 0
      ? []
      : [
          sql`told.actor_kind = 'customer' AND ${isAutomaticAddress(sql`if(told.requester_email = '', told.actor_id, told.requester_email)`, addresses)}, 'system'`,
        ]),
  ];
  return cases.length === 0 ? sql`told.actor_kind` : sql`multiIf(${join(cases)}, told.actor_kind)`;
}

function eventAt(columns: EventColumns, index: number): TicketEvent {
  const text = (column: readonly (string | null)[]): string => column[index] ?? '';
  const maybe = (column: readonly (string | null)[]): string | null => column[index] ?? null;
  const number = (column: Float64Array): number => column[index] ?? 0;
  return {
    ticket_id: text(columns.ticket_id),
    id: text(columns.id),
    source: text(columns.source),
    version: number(columns.version),
    at: number(columns.at),
    sequence: number(columns.sequence),
    kind: text(columns.kind),
    actor_kind: text(columns.actor_kind),
    actor_id: text(columns.actor_id),
    actor_role: text(columns.actor_role),
    requester_external_id: text(columns.requester_external_id),
    requester_email: text(columns.requester_email),
    requester_phone: text(columns.requester_phone),
    public: flagAt(columns.public, index),
    status: maybe(columns.status),
    priority: maybe(columns.priority),
    assignee_id: maybe(columns.assignee_id),
    team_id: maybe(columns.team_id),
    channel: maybe(columns.channel),
    category: maybe(columns.category),
    subject: maybe(columns.subject),
    language: maybe(columns.language),
    region: maybe(columns.region),
    country: maybe(columns.country),
    product: maybe(columns.product),
    carrier: maybe(columns.carrier),
    schedule_id: maybe(columns.schedule_id),
    tags_added: [...(columns.tags_added[index] ?? [])],
    tags_removed: [...(columns.tags_removed[index] ?? [])],
    is_test: flagAt(columns.is_test, index),
    is_complaint: flagAt(columns.is_complaint, index),
    merged_into: maybe(columns.merged_into),
    sla_metric: maybe(columns.sla_metric),
    sla_outcome: maybe(columns.sla_outcome),
    courtesy: columns.courtesy[index] === 1,
  };
}

function flagAt(column: Uint8Array, index: number): boolean | null {
  const value = column[index];
  return value === undefined || value === 255 ? null : value === 1;
}
