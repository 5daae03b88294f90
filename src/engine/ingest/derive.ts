import { contacts } from '../../core/entities/contacts.ts';
import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { type CustomField, customFieldColumn } from '../../core/model/custom-field.ts';
import { bind, integer, type Sql, sql } from '../../core/sql/sql.ts';
import type { FoldContext } from '../../core/tickets/fold-context.ts';
import { usualRules } from '../../core/tickets/fold-rules.ts';
import { readCustomFields } from '../store/custom-fields.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { deriveFromRecords } from './derive-records.ts';
import { foldTickets } from './fold-tickets.ts';
import { hasRows } from './has-rows.ts';
import { linkIdentities } from './link-identities.ts';
import type { Revisions } from './revision.ts';
import { emptyWorkingSlice, fillWorkingSlice, type WorkingSlice } from './working-slice.ts';

const ticketsPerSlice = 200_000;
/** A slice that is folded stands in the memory of this process with all of its events. */
const eventsPerSlice = 1_000_000;
/** So few have no more events than that. */
const fewTickets = 2_000;
const patient = { maxSeconds: 3600 };

/** What is derived, and by what. `touched` selects one column `ticket_id`. */
export interface DeriveRequest {
  readonly context: FoldContext;
  readonly revisions: Revisions;
  readonly importId: string;
  readonly touched: Sql;
}

/**
 * Makes the facts of tickets anew: folded where events or messages are known, taken from the record of the source otherwise, removed where nothing is left.
 * Works slice by slice, so that memory does not grow with the number of tickets.
 */
export async function deriveTickets(workspace: Workspace, request: DeriveRequest): Promise<void> {
  const { context, revisions, importId, touched } = request;
  const count = await countOf(workspace, touched);
  if (count === 0) return;
  const again = await hasRows(workspace, tickets);
  const folds = (await hasRows(workspace, ticketEvents)) || (await hasRows(workspace, messages));
  const events = folds && count > fewTickets ? await countEvents(workspace, touched) : 0;
  const fields = await readCustomFields(workspace);
  const slices = Math.max(Math.ceil(count / ticketsPerSlice), Math.ceil(events / eventsPerSlice));
  for (let index = 0; index < slices; index += 1) {
    const slice =
      slices === 1 ? touched : sql`SELECT ticket_id FROM (${touched}) WHERE cityHash64(ticket_id) % ${integer(slices)} = ${integer(index)}`;
    await deriveSlice(workspace, slice, { importId, context, revision: revisions.next(), again, folds, fields });
  }
}

interface Derivation {
  readonly importId: string;
  readonly context: FoldContext;
  readonly revision: number;
  readonly again: boolean;
  readonly folds: boolean;
  readonly fields: readonly CustomField[];
}

async function deriveSlice(workspace: Workspace, touched: Sql, derivation: Derivation): Promise<void> {
  const { importId, context, revision, folds, fields } = derivation;
  const slice = await fillWorkingSlice(workspace, touched);
  if (slice.hasTraces) await linkIdentities(workspace, slice.traces, importId);
  const folded = folds ? await foldTickets(workspace, slice, { importId, context, revision, fields }) : 0;
  if (folded < slice.count) await deriveWithoutEvents(workspace, slice, derivation);
  await emptyWorkingSlice(workspace);
}

async function deriveWithoutEvents(workspace: Workspace, slice: WorkingSlice, derivation: Derivation): Promise<void> {
  const { context, revision, again, folds, fields } = derivation;
  const eventful = eventfulTickets(workspace.database, slice.tickets);
  const plain = folds ? sql`SELECT ticket_id FROM (${slice.tickets}) WHERE ticket_id NOT IN (${eventful})` : slice.tickets;
  await deriveFromRecords(workspace, plain, {
    revision,
    again,
    traces: slice.hasTraces ? slice.traces : null,
    defaultScheduleId: context.defaultScheduleId,
    teamSchedules: context.teamSchedules,
    rules: context.rules ?? usualRules,
    customColumns: fields.map(({ name }) => customFieldColumn(name)),
  });
  if (again) await removeForsaken(workspace, plain);
}

function eventfulTickets(database: string, slice: Sql): Sql {
  return sql`SELECT ticket_id FROM ${table(database, ticketEvents)} WHERE ticket_id IN (${slice})
UNION DISTINCT
SELECT ticket_id FROM ${table(database, messages)} WHERE ticket_id IN (${slice})`;
}

/** Removes tickets of which neither event nor record is left. */
async function removeForsaken(workspace: Workspace, plain: Sql): Promise<void> {
  const { store, database } = workspace;
  const forsaken = sql`SELECT ticket_id FROM (${plain}) WHERE ticket_id NOT IN (SELECT id FROM ${table(database, ticketRecords)} WHERE id IN (${plain}))`;
  const { rows } = await store.query<{ id: string }>(sql`SELECT id FROM ${table(database, tickets)} WHERE id IN (${forsaken})`, patient);
  for (let start = 0; start < rows.length; start += ticketsPerSlice) {
    const ids = bind(
      'Array(String)',
      rows.slice(start, start + ticketsPerSlice).map((row) => row.id),
    );
    for (const entity of [tickets, contacts])
      await store.command(sql`ALTER TABLE ${table(database, entity)} DELETE WHERE id IN ${ids}`, patient);
  }
}

async function countOf({ store }: Workspace, touched: Sql): Promise<number> {
  const { rows } = await store.query<{ count: number }>(sql`SELECT uniqExact(ticket_id) AS count FROM (${touched})`, patient);
  return Number(rows[0]?.count ?? 0);
}

async function countEvents({ store, database }: Workspace, touched: Sql): Promise<number> {
  const { rows } = await store.query<{ count: number }>(
    sql`SELECT count() AS count
FROM (
  SELECT ticket_id FROM ${table(database, ticketEvents)}
  UNION ALL
  SELECT ticket_id FROM ${table(database, messages)}
)
WHERE ticket_id IN (${touched})`,
    patient,
  );
  return Number(rows[0]?.count ?? 0);
}
