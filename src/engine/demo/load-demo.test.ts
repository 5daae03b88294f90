import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoCompany } from '../../catalog/demo/demo-company.ts';
import type { LedgerEntry } from '../../catalog/demo/ledger.ts';
import { entities } from '../../core/entities/index.ts';
import { sql } from '../../core/sql/sql.ts';
import { fileCheckpoint } from '../ingest/checkpoint.ts';
import { type Deriver, openDeriver } from '../ingest/deriver.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import { createDatabase, table, type Workspace } from '../store/workspace.ts';
import { type DemoProgress, type DemoSummary, loadDemo } from './load-demo.ts';
import { removeDemo } from './remove-demo.ts';

const size = { tickets: 2000, seed: 5 };
const now = Date.UTC(2026, 10, 1, 8);
const directory = mkdtempSync(join(tmpdir(), 'earshot-demo-'));
const steps: DemoProgress[] = [];
let workspace: Workspace;
let deriver: Deriver;
let summary: DemoSummary;

beforeAll(async () => {
  const store = await openEmbeddedStore({ directory: join(directory, 'chdb') });
  workspace = { store, database: 'demo' };
  await createDatabase(store, workspace.database);
  await createTables(store, workspace.database);
  deriver = await openDeriver({
    workspace,
    checkpoint: fileCheckpoint(join(directory, 'derived')),
    onDerived: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  summary = await load();
});

afterAll(async () => {
  await deriver.idle();
  await workspace.store.close();
  rmSync(directory, { recursive: true, force: true });
});

function load(company = size): Promise<DemoSummary> {
  return loadDemo({
    workspace,
    ...company,
    now,
    directory: join(directory, 'ledger'),
    derive: (importId, touched) => deriver.derive(importId, touched),
    onProgress: (step) => steps.push(step),
  });
}

async function countOf(name: string): Promise<number> {
  const { rows } = await workspace.store.query<{ count: number }>(sql`SELECT count() AS count FROM ${table(workspace.database, { name })}`);
  return Number(rows[0]?.count);
}

test('every row of the generator is in the store, and the tickets have facts', async () => {
  const made = { tickets: 0, customers: 0, ticket_events: 0, messages: 0, survey_invitations: 0, survey_responses: 0, quality_reviews: 0 };
  for (const batch of demoCompany(size).batches()) {
    made.tickets += new Set(batch.events.map((event) => event.ticket_id)).size;
    made.customers += batch.customers.length;
    made.ticket_events += batch.events.length;
    made.messages += batch.messages.length;
    made.survey_invitations += batch.invitations.length;
    made.survey_responses += batch.responses.length;
    made.quality_reviews += batch.reviews.length;
  }
  for (const [name, count] of Object.entries(made)) expect([name, await countOf(name)]).toEqual([name, count]);
  expect(await countOf('contacts')).toBe(made.tickets);
});

test('the import is marked as sample data and finished', async () => {
  const { rows } = await workspace.store.query(
    sql`SELECT id, state, sample, source FROM ${table(workspace.database, { name: 'imports' })}`,
  );
  expect(rows).toEqual([{ id: summary.importId, state: 'finished', sample: true, source: 'demo' }]);
});

test('progress ends with everything written, derived and finished', () => {
  expect([...new Set(steps.map((step) => step.phase))]).toEqual(['writing', 'deriving', 'finished']);
  expect(steps.at(-1)?.ticketsDone).toBe(summary.tickets);
});

test('the ledger lies beside the data, and its tickets are in the store', async () => {
  const ledger = JSON.parse(await readFile(join(directory, 'ledger', 'truths.json'), 'utf8')) as LedgerEntry[];
  expect(ledger.map((entry) => entry.id)).toEqual([1, 3, 4, 5, 6, 7, 14, 15, 18, 19, 20]);
  const { rows } = await workspace.store.query<{ id: string }>(sql`SELECT id FROM ${table(workspace.database, { name: 'tickets' })}`);
  const known = new Set(rows.map((row) => row.id));
  expect(ledger.flatMap((entry) => entry.tickets).filter((id) => !known.has(id))).toEqual([]);
});

test('survey answers and customers carry the key of the customer that their tickets carry', async () => {
  const { rows } = await workspace.store.query<{ answers: number; same: number }>(sql`SELECT
  count() AS answers,
  countIf(answer.customer_key = ticket.customer_key AND customer.customer_key = ticket.customer_key) AS same
FROM ${table(workspace.database, { name: 'survey_responses' })} AS answer
INNER JOIN ${table(workspace.database, { name: 'tickets' })} AS ticket ON ticket.id = answer.ticket_id
INNER JOIN ${table(workspace.database, { name: 'customers' })} AS customer ON customer.id = answer.requester_external_id`);
  expect(rows[0]?.same).toBe(rows[0]?.answers);
  expect(Number(rows[0]?.answers)).toBeGreaterThan(200);
});

test('loading it again changes nothing', async () => {
  const before = await countOf('ticket_events');
  const again = await load();
  expect(again).toMatchObject({ importId: summary.importId, tickets: summary.tickets, rows: summary.rows });
  expect(await countOf('ticket_events')).toBe(before);
});

test('a company of another size is refused while one is there', async () => {
  await expect(load({ tickets: 1000, seed: 5 })).rejects.toThrow('Another demo company is loaded; remove it first.');
});

test('removing it leaves nothing of it, and it can be loaded again', async () => {
  expect(await removeDemo({ workspace, now: now + 1000, derive: (importId, touched) => deriver.derive(importId, touched) })).toBe(1);
  for (const entity of entities) {
    if (entity.name !== 'imports') expect([entity.name, await countOf(entity.name)]).toEqual([entity.name, 0]);
  }
  expect(await removeDemo({ workspace, now: now + 2000, derive: (importId, touched) => deriver.derive(importId, touched) })).toBe(0);
  expect((await load()).rows).toBe(summary.rows);
});
