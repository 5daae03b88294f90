import { identities } from '../../core/entities/people.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { type CustomField, customFieldColumn, withCustomFields } from '../../core/model/custom-field.ts';
import type { Entity } from '../../core/model/entity.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import type { FoldContext, TicketRecord } from '../../core/tickets/fold-context.ts';
import { foldTicket } from '../../core/tickets/fold-ticket.ts';
import type { TicketEvent } from '../../core/tickets/ticket-event.ts';
import type { TicketFacts } from '../../core/tickets/ticket-facts.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { instantOf } from './instant-of.ts';
import { readEvents } from './read-events.ts';
import type { WorkingSlice } from './working-slice.ts';

/** What is fixed at the first fold of a ticket and read back at every later one. */
interface FirstFold {
  readonly id: string;
  readonly partition_month: string;
  readonly home_customer_key: string;
  readonly import_id: string;
}

const batchSize = 20_000;

/** What tickets are folded with. */
export interface Folding {
  readonly importId: string;
  readonly context: FoldContext;
  readonly revision: number;
  /** Fields of the house's own, which the record tells. */
  readonly fields: readonly CustomField[];
}

/** Folds the tickets of a slice from their events and messages, with the record of the source where there is one; resolves to how many had any. */
export async function foldTickets(workspace: Workspace, slice: WorkingSlice, folding: Folding): Promise<number> {
  const { context, fields } = folding;
  const [events, records, firstFolds, customers] = await Promise.all([
    readEvents(workspace, slice.tickets, context.rules),
    readRecords(workspace, slice.tickets, withCustomFields(ticketRecords, fields)),
    readFirstFolds(workspace, slice.tickets),
    readCustomers(workspace, slice.traces),
  ]);
  const facts = new TicketWriter(workspace, withCustomFields(tickets, fields));
  const columns = fields.map(({ name }) => customFieldColumn(name));
  for (const [id, list] of events) {
    const record = records.get(id);
    const known = { ...folding, context: record ? { ...context, record } : context, first: firstFolds.get(id), customers };
    const row = ticketRow(id, list, known);
    if (record) copyColumns(record as unknown as Record<string, unknown>, row, columns);
    await facts.add(row);
  }
  await facts.finish();
  return events.tickets;
}

/** Writes tickets in batches; while one is written, the next is folded. They come in order of time, because every month that an insert touches costs it a part on disk. */
class TicketWriter {
  readonly #workspace: Workspace;
  readonly #entity: Entity;
  #rows: Record<string, unknown>[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, entity: Entity) {
    this.#workspace = workspace;
    this.#entity = entity;
  }

  async add(row: Record<string, unknown>): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length >= batchSize) await this.#write();
  }

  async finish(): Promise<void> {
    if (this.#rows.length > 0) await this.#write();
    await this.#writing;
  }

  async #write(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    await this.#writing;
    this.#writing = this.#workspace.store.insert(this.#workspace.database, this.#entity, rows);
    this.#writing.catch(() => undefined);
  }
}

function copyColumns(from: Readonly<Record<string, unknown>>, to: Record<string, unknown>, columns: readonly string[]): void {
  for (const name of columns) to[name] = from[name];
}

interface Known extends Folding {
  readonly first: FirstFold | undefined;
  readonly customers: ReadonlyMap<string, bigint>;
}

function ticketRow(id: string, events: readonly TicketEvent[], known: Known): Record<string, unknown> {
  const facts = foldTicket(events, known.context);
  const customerKey = customerKeyOf(facts, known.customers);
  return Object.assign(facts, {
    id,
    revision: known.revision,
    import_id: known.first?.import_id ?? known.importId,
    partition_month: known.first?.partition_month ?? `${new Date(facts.created_at).toISOString().slice(0, 7)}-01`,
    home_customer_key: known.first?.home_customer_key ?? customerKey,
    customer_key: customerKey,
  });
}

function customerKeyOf(facts: TicketFacts, customers: ReadonlyMap<string, bigint>): bigint {
  return (
    customers.get(`external:${facts.requester_external_id}`) ??
    customers.get(`email:${facts.requester_email}`) ??
    customers.get(`phone:${facts.requester_phone}`) ??
    0n
  );
}

async function readCustomers({ store, database }: Workspace, traces: Sql): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await store.query<{ trace: string; key: string }>(
    sql`SELECT concat(kind, ':', value) AS trace, toString(customer_key) AS key
FROM ${table(database, identities)}
WHERE value IN (SELECT arrayJoin([external, email, phone]) FROM (${traces}))`,
    { maxSeconds: 3600 },
  );
  return new Map(rows.map((row) => [row.trace, BigInt(row.key)]));
}

async function readFirstFolds({ store, database }: Workspace, slice: Sql): Promise<ReadonlyMap<string, FirstFold>> {
  const { rows } = await store.query<FirstFold>(
    sql`SELECT id, partition_month, toString(home_customer_key) AS home_customer_key, import_id FROM ${table(database, tickets)} WHERE id IN (${slice})`,
    { maxSeconds: 3600 },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the sources report of the tickets of a slice, by id. */
export async function readRecords({ store, database }: Workspace, slice: Sql, entity: Entity): Promise<ReadonlyMap<string, TicketRecord>> {
  const { rows } = await store.query<Record<string, unknown> & { id: string }>(
    sql`SELECT * EXCEPT (import_id, received_at) FROM ${table(database, ticketRecords)} WHERE id IN (${slice})`,
    { maxSeconds: 3600 },
  );
  const instants = Object.entries(entity.columns)
    .filter(([, column]) => column.kind === 'instant')
    .map(([name]) => name);
  return new Map(
    rows.map((row) => {
      for (const name of instants) row[name] = instantOf(row[name]);
      return [row.id, row as unknown as TicketRecord];
    }),
  );
}
