import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imports } from '../../core/entities/imports.ts';
import { messages } from '../../core/entities/messages.ts';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { emptyRow } from '../query/example-row.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { readSources, type SourceState } from './source-register.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-sources-'));
const database = 'sources';
const hourMs = 3_600_000;
const newest = Date.UTC(2026, 9, 31, 12);
let store: Store;

/** Twenty tickets, one an hour, that tell everything, changed by their number. */
function ticketsOf(source: string, change: (index: number) => Record<string, unknown>): Record<string, unknown>[] {
  return Array.from({ length: 20 }, (_, index) => {
    const createdAt = new Date(newest - (19 - index) * hourMs).toISOString();
    const full = { requester_email: `${index}@example.org`, channel: 'email', category: 'billing', team_id: 'one', status: 'open' };
    return {
      ...full,
      id: `${source}:${index}`,
      source,
      subject: `about ${index}`,
      created_at: createdAt,
      updated_at: createdAt,
      ...change(index),
    };
  });
}

function importOf(source: string, bytes: number, accepted: number, rejected: number): Record<string, unknown> {
  return { id: source, source, bytes, rows_accepted: accepted, rows_rejected: rejected, state: 'finished' };
}

async function register(nowMs: number): Promise<ReadonlyMap<string, SourceState>> {
  return new Map((await readSources({ store, database }, nowMs)).map((state) => [state.source, state]));
}

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database, { entities: [tickets, messages, surveyResponses, imports] });
  const half = (index: number) => (index % 2 === 0 ? {} : { requester_email: '', channel: '', category: '', team_id: '', status: '' });
  const rows = [
    ...ticketsOf('crm', half),
    ...ticketsOf('shop', half),
    ...ticketsOf('forum', half),
    ...ticketsOf('messy', (index) => ({
      ...(index < 5 ? { last_solved_at: '2026-01-01T00:00:00Z' } : {}),
      ...(index > 17
        ? { requester_email: '17@example.org', subject: 'about 17', created_at: new Date(newest - 2 * hourMs).toISOString() }
        : {}),
    })),
  ];
  await store.insert(
    database,
    tickets,
    rows.map((row) => emptyRow(tickets, row)),
  );
  const files = [importOf('crm', 100e9, 1000, 0), importOf('shop', 50e9, 750, 250), importOf('forum', 20e9, 500, 500)];
  await store.insert(
    database,
    imports,
    files.map((row) => emptyRow(imports, row)),
  );
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('the register of sources', () => {
  test('gives bytes and a score of 0 to 100 for each, as the table of article 001 does: 100 GB 90, 50 GB 85, 20 GB 80', async () => {
    const states = await register(newest + hourMs);
    expect(['crm', 'shop', 'forum'].map((name) => [states.get(name)?.bytes, states.get(name)?.score])).toEqual([
      [100e9, 90],
      [50e9, 85],
      [20e9, 80],
    ]);
  });

  test('names what is missing, what contradicts itself and what stands twice', async () => {
    const parts = (await register(newest + hourMs)).get('messy')?.parts ?? [];
    expect(parts.map(({ part, score }) => [part, score])).toEqual([
      ['complete', 100],
      ['unique', 90],
      ['consistent', 75],
      ['fresh', 100],
    ]);
    expect(parts.flatMap(({ faults }) => faults)).toEqual([
      { kind: 'doubled', count: 2 },
      { kind: 'contradictory', count: 5 },
    ]);
  });

  test('calls a source late, then silent, by the longest silence that is usual for it', async () => {
    const stateAfter = async (hours: number) => (await register(newest + hours * hourMs)).get('crm')?.freshness.state;
    expect([await stateAfter(1), await stateAfter(2), await stateAfter(4)]).toEqual(['on time', 'late', 'silent']);
  });
});
