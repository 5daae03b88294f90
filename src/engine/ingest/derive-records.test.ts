import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { schedules } from '../../core/entities/working-time.ts';
import { sql } from '../../core/sql/sql.ts';
import { usualRules } from '../../core/tickets/fold-rules.ts';
import { emptyRow } from '../query/example-row.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase, table } from '../store/workspace.ts';
import { deriveFromRecords } from './derive-records.ts';
import { foldContexts } from './fold-contexts.ts';
import { linkIdentities } from './link-identities.ts';
import { fillWorkingSlice } from './working-slice.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-records-'));
const database = 'records';
const nowMs = Date.parse('2026-04-01T00:00:00Z');
const hours = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from_minute: 540, to_minute: 780 },
  { weekday, from_minute: 840, to_minute: 1080 },
]);
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  await store.insert(database, schedules, [
    emptyRow(schedules, { id: 'office', zone: 'Europe/London', valid_from: 0, is_default: true, hours }),
  ]);
  await foldContexts({ store, database }, { next: () => 1 }).read(nowMs);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

async function derive(rows: readonly Record<string, unknown>[], again = false): Promise<Record<string, unknown>[]> {
  await store.insert(
    database,
    ticketRecords,
    rows.map((row) => emptyRow(ticketRecords, row)),
  );
  const slice = await fillWorkingSlice({ store, database }, sql`SELECT id AS ticket_id FROM ${table(database, ticketRecords)}`);
  await linkIdentities({ store, database }, slice.traces, 'test');
  await deriveFromRecords({ store, database }, slice.tickets, {
    revision: Date.now(),
    traces: slice.traces,
    defaultScheduleId: 'office',
    teamSchedules: new Map(),
    rules: usualRules,
    again,
    customColumns: [],
  });
  return [...(await store.query(sql`SELECT * FROM ${table(database, tickets)} ORDER BY id`)).rows];
}

test('a record becomes a ticket with reported times, and business time leaves out lunch and night', async () => {
  const [lunch, night] = await derive([
    {
      id: 's:1',
      created_at: '2026-03-02T12:50:00Z',
      first_response_at: '2026-03-02T14:10:00Z',
      status: 'open',
      requester_email: 'a@example.org',
    },
    {
      id: 's:2',
      created_at: '2026-03-02T17:00:00Z',
      solved_at: '2026-03-03T10:00:00Z',
      status: 'solved',
      requester_email: 'a@example.org',
      requester_external_id: 's:9',
      resolution_sla: 'met',
    },
  ]);
  expect(lunch).toMatchObject({
    first_response_human_calendar_ms: 4_800_000,
    first_response_human_business_ms: 1_200_000,
    response_provenance: 'reported',
    resolution_provenance: '',
    last_solved_at: null,
  });
  expect(night).toMatchObject({
    full_resolution_calendar_ms: 61_200_000,
    full_resolution_business_ms: 7_200_000,
    resolution_provenance: 'reported',
    status: 'solved',
    partition_month: '2026-03-01',
  });
  expect(night?.slas).toMatchObject([{ metric: 'resolution', outcome: 'met', provenance: 'reported' }]);
});

test('two tickets that share an e-mail address belong to one customer, also where only one names the customer at the source', async () => {
  const rows = await derive([], true);
  expect(new Set(rows.map((row) => row.customer_key)).size).toBe(1);
  expect(rows[0]?.customer_key).not.toBe('0');
});

test('a newer record replaces the ticket in the month of its first fold', async () => {
  const rows = await derive([{ id: 's:1', version: 5, created_at: '2026-01-31T23:00:00Z', status: 'solved', resolution_ms: 60_000 }], true);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    partition_month: '2026-03-01',
    full_resolution_calendar_ms: 60_000,
    full_resolution_business_ms: 60_000,
  });
});
