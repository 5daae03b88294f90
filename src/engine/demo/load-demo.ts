import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoBatch } from '../../catalog/demo/demo-batch.ts';
import { type DemoCompany, demoCompany } from '../../catalog/demo/demo-company.ts';
import type { LedgerEntry } from '../../catalog/demo/ledger.ts';
import { demoSource } from '../../catalog/demo/setup/source-columns.ts';
import { imports } from '../../core/entities/imports.ts';
import { messages } from '../../core/entities/messages.ts';
import { agents, customers, teams } from '../../core/entities/people.ts';
import { qualityReviews } from '../../core/entities/quality-reviews.ts';
import { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { calendarEvents, schedules, slaPolicies } from '../../core/entities/working-time.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import type { Derive } from '../import/import-options.ts';
import { type ImportState, readImportState, writeImportState } from '../import/import-state.ts';
import { touchedTickets } from '../import/touched-tickets.ts';
import { table, type Workspace } from '../store/workspace.ts';

/** Raised when the same tickets and seed give other rows than before. */
const generatorVersion = 3;
const ledgerFile = 'truths.json';
const patient = { maxSeconds: 3600 };

export interface DemoProgress {
  readonly phase: 'writing' | 'deriving' | 'finished';
  /** Tickets that the company will have, in the mean. */
  readonly tickets: number;
  readonly ticketsDone: number;
}

export interface DemoLoadOptions {
  readonly workspace: Workspace;
  /** Size of the company: tickets that count, in the mean. */
  readonly tickets: number;
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where the ledger of what was planted is written as `truths.json`; it never enters the store. */
  readonly directory: string;
  readonly derive: Derive;
  readonly onProgress?: (progress: DemoProgress) => void;
}

export interface DemoSummary {
  readonly importId: string;
  /** Tickets that count. */
  readonly tickets: number;
  /** Rows of all tables. */
  readonly rows: number;
  readonly elapsedMs: number;
}

/** The import that a demo company of this size and seed is. */
export function demoImportId(tickets: number, seed: number): string {
  return createHash('sha256').update(`demo company ${generatorVersion} ${tickets} ${seed}`).digest('hex').slice(0, 32);
}

/**
 * Loads the sample company as one import, marked as sample data: setup, tickets, messages and surveys, and derives the facts of its tickets.
 * A load that was cut short is done again, without doubles; one that is finished is not.
 * @throws UserError when a demo company of another size or seed is loaded
 */
export async function loadDemo(options: DemoLoadOptions): Promise<DemoSummary> {
  const { workspace, tickets, seed, now } = options;
  const startedMs = performance.now();
  const importId = demoImportId(tickets, seed);
  const known = await readImportState(workspace, importId);
  if (known?.state === 'finished') return { importId, tickets: known.chunks_done, rows: known.rows_accepted, elapsedMs: 0 };
  await refuseSecond(workspace, importId);
  const begun = await writeImportState(workspace, known ? { ...known, state: 'running' } : startState(options, importId), now);
  const company = demoCompany({ tickets, seed, importId });
  await writeSetup(workspace, company);
  const written = await writeBatches(options, company);
  await writeCustomerKeys(workspace, importId);
  await writeLedger(options.directory, company.truths());
  options.onProgress?.({ phase: 'deriving', tickets, ticketsDone: written.tickets });
  await options.derive(importId, touchedTickets(workspace.database, importId));
  await writeImportState(
    workspace,
    { ...begun, state: 'finished', chunks_done: written.tickets, rows_read: written.rows, rows_accepted: written.rows },
    now,
  );
  options.onProgress?.({ phase: 'finished', tickets, ticketsDone: written.tickets });
  return { importId, ...written, elapsedMs: performance.now() - startedMs };
}

/** Ticket ids of two companies are the same, so only one can be there. */
async function refuseSecond({ store, database }: Workspace, importId: string): Promise<void> {
  const { rows } = await store.query(sql`SELECT id
FROM ${table(database, imports)}
WHERE sample AND source = ${bind('String', demoSource)} AND state != 'undone' AND id != ${bind('String', importId)}`);
  if (rows.length > 0) throw new UserError('demo_exists', 'Another demo company is loaded; remove it first.', 409);
}

function startState({ tickets, seed, now }: DemoLoadOptions, importId: string): ImportState {
  return {
    id: importId,
    revision: 0,
    source: demoSource,
    target: 'demo',
    file_name: 'Lumen & Oak',
    bytes: 0,
    mapping: JSON.stringify({ tickets, seed }),
    state: 'running',
    started_at: now,
    updated_at: now,
    chunks_done: 0,
    bytes_done: 0,
    rows_read: 0,
    rows_accepted: 0,
    rows_rejected: 0,
    rows_unchanged: 0,
    message: '',
    code: '',
    sample: true,
  };
}

async function writeSetup({ store, database }: Workspace, { setup }: DemoCompany): Promise<void> {
  await store.insert(database, schedules, setup.schedules);
  await store.insert(database, teams, setup.teams);
  await store.insert(database, agents, setup.agents);
  await store.insert(database, slaPolicies, setup.slaPolicies);
  await store.insert(database, calendarEvents, setup.calendarEvents);
}

/** While one batch is written, the next one is made. */
async function writeBatches({ workspace, tickets, onProgress }: DemoLoadOptions, company: DemoCompany) {
  const written = { tickets: 0, rows: 0 };
  let writing = Promise.resolve();
  for (const batch of company.batches()) {
    await writing;
    writing = writeBatch(workspace, batch);
    written.tickets += batch.tickets;
    written.rows += rowsOf(batch);
    onProgress?.({ phase: 'writing', tickets, ticketsDone: written.tickets });
  }
  await writing;
  return written;
}

function rowsOf(batch: DemoBatch): number {
  return (
    batch.customers.length +
    batch.events.length +
    batch.messages.length +
    batch.invitations.length +
    batch.responses.length +
    batch.reviews.length
  );
}

async function writeBatch({ store, database }: Workspace, batch: DemoBatch): Promise<void> {
  await Promise.all([
    store.insert(database, ticketEvents, batch.events),
    store.insert(database, messages, batch.messages),
    store.insert(database, customers, batch.customers),
    store.insert(database, surveyInvitations, batch.invitations),
    store.insert(database, surveyResponses, batch.responses),
    store.insert(database, qualityReviews, batch.reviews),
  ]);
}

/** The key that identities give a customer: the hash of the external id. */
async function writeCustomerKeys({ store, database }: Workspace, importId: string): Promise<void> {
  const ours = sql`import_id = ${bind('String', importId)}`;
  for (const entity of [surveyInvitations, surveyResponses])
    await store.command(
      sql`ALTER TABLE ${table(database, entity)} UPDATE customer_key = cityHash64('external', requester_external_id) WHERE ${ours}`,
      patient,
    );
  await store.command(
    sql`ALTER TABLE ${table(database, customers)} UPDATE customer_key = cityHash64('external', id) WHERE ${ours}`,
    patient,
  );
}

async function writeLedger(directory: string, ledger: readonly LedgerEntry[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, ledgerFile), `${JSON.stringify(ledger, null, 1)}\n`);
}
