import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { sql } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase, dropDatabase } from '../store/workspace.ts';
import { type Deriver, openDeriver } from './deriver.ts';

const database = 'derived';

let directory: string;
let store: Store;
let deriver: Deriver;
let failures: unknown[];
let checkpointMs: number[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earshot-deriver-'));
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  failures = [];
  checkpointMs = [];
  deriver = await openDeriver({
    workspace: { store, database },
    checkpoint: { read: () => 0, write: (derivedUntilMs) => checkpointMs.push(derivedUntilMs) },
    onDerived: () => undefined,
    onError: (error) => failures.push(error),
  });
});

afterEach(async () => {
  await dropDatabase(store, database);
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

async function happens(...ticketIds: string[]): Promise<void> {
  const event = { source: 's', version: 1, import_id: 'ingest', at: Date.UTC(2026, 0, 5), kind: 'created' };
  await store.insert(
    database,
    ticketEvents,
    ticketIds.map((ticket_id) => ({ ...event, id: `${ticket_id}-1`, ticket_id })),
  );
  deriver.touch(ticketIds);
}

async function derived(): Promise<unknown[]> {
  return (await store.query<{ id: string }>(sql`SELECT id FROM derived.tickets ORDER BY id`)).rows.map((row) => row.id);
}

it('derives what was touched together, each ticket once', async () => {
  await Promise.all([happens('s:1', 's:2'), happens('s:2', 's:3')]);
  await deriver.idle();
  expect(await derived()).toEqual(['s:1', 's:2', 's:3']);
});

const marginMs = 60_000;

it('keeps tickets that could not be derived for the next time, and its checkpoint before them', async () => {
  await store.command(sql`RENAME TABLE derived.tickets TO derived.away`);
  await happens('s:1');
  const touchedMs = Date.now();
  await deriver.idle();
  expect(failures).toHaveLength(1);
  await store.command(sql`RENAME TABLE derived.away TO derived.tickets`);
  await deriver.derive('other', sql`SELECT 's:none' AS ticket_id`);
  expect(await derived()).toEqual([]);
  expect(checkpointMs.at(-1)).toBeLessThanOrEqual(touchedMs - marginMs);
  await happens('s:2');
  await deriver.idle();
  expect(await derived()).toEqual(['s:1', 's:2']);
  await deriver.derive('other', sql`SELECT 's:none' AS ticket_id`);
  expect(checkpointMs.at(-1)).toBeGreaterThan(touchedMs - marginMs);
});

it('lets no other derivation carry its checkpoint past rows that wait behind it', async () => {
  const slow = sql`SELECT toString(number) AS ticket_id FROM numbers(2) WHERE sleepEachRow(0.4) = 0`;
  const first = deriver.derive('first', slow);
  await happens('s:1');
  const touchedMs = Date.now();
  await wait(400);
  const second = deriver.derive('second', slow);
  await first;
  await second;
  expect(checkpointMs.at(-1)).toBeLessThanOrEqual(touchedMs - marginMs);
  await deriver.idle();
  expect(await derived()).toEqual(['s:1']);
});
