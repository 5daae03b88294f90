import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contacts } from '../../core/entities/contacts.ts';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { type QueryInput, querySchema, rowsQuerySchema } from '../../core/model/query.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { askStore } from './ask.ts';
import { emptyRow } from './example-row.ts';
import type { WorkspaceCalendar } from './resolve-query.ts';
import { readRows } from './rows.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-matters-'));
const database = 'matters';
const nowMs = Date.parse('2026-04-01T00:00:00Z');
const plain: WorkspaceCalendar = { zone: 'UTC', weekStart: 1, nowMs, dataFromMs: Date.parse('2026-03-01T00:00:00Z'), dataUntilMs: nowMs };
const merged: WorkspaceCalendar = { ...plain, house: { definitions: {}, merges: [{ into: 'returns', from: ['refund'] }] } };
let store: Store;

/** Customer 7 goes from mail to chat on one matter, 8 asks on one channel about a return and then a refund, 9 once. */
const contactRows = [
  { id: 'a', customer_key: '7', category: 'shipping', channel: 'email', created_at: '2026-03-02T09:00:00Z' },
  {
    id: 'b',
    customer_key: '7',
    category: 'shipping',
    channel: 'chat',
    created_at: '2026-03-04T09:00:00Z',
    last_solved_at: '2026-03-04T21:00:00Z',
  },
  {
    id: 'c',
    customer_key: '8',
    category: 'returns',
    channel: 'email',
    created_at: '2026-03-03T09:00:00Z',
    last_solved_at: '2026-03-03T10:00:00Z',
  },
  {
    id: 'd',
    customer_key: '8',
    category: 'refund',
    channel: 'email',
    created_at: '2026-03-05T09:00:00Z',
    last_solved_at: '2026-03-05T10:00:00Z',
  },
  {
    id: 'e',
    customer_key: '9',
    category: 'returns',
    channel: 'chat',
    created_at: '2026-03-06T09:00:00Z',
    last_solved_at: '2026-03-06T12:00:00Z',
  },
].map((row) => emptyRow(contacts, { ...row, home_customer_key: row.customer_key, counted: true, status: 'solved' }));

const answer = { kind: 'ces', scale_min: 1, scale_max: 7, direction: 'up', answered_at: '2026-03-10T09:00:00Z' };
const answerRows = [
  { id: '1', ticket_id: 'b', score: 3 },
  { id: '2', ticket_id: 'a', score: 5 },
  { id: '3', ticket_id: 'c', score: 6 },
  { id: '4', ticket_id: 'e', score: 7 },
  { id: '5', ticket_id: 'not kept here', score: 7 },
].map((row) => emptyRow(surveyResponses, { ...answer, ...row }));

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  await store.insert(database, contacts, contactRows);
  await store.insert(database, surveyResponses, answerRows);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

async function ask(
  query: QueryInput,
  calendar = plain,
): Promise<Record<string, readonly [value: number | null | undefined, n: number | undefined]>> {
  const { rows } = await runQuery(askStore(store), database, querySchema.parse({ period: 'all', ...query }), calendar);
  const [metric = ''] = query.metrics;
  return Object.fromEntries(rows.map(({ group, values }) => [group[0] ?? '', [values[metric]?.value, values[metric]?.n]]));
}

test('effort is told apart by whether the customer changed the channel on the matter, on each answer to it', async () => {
  expect(await ask({ metrics: ['ces'], by: ['channel_change'] })).toEqual({ yes: [50, 2], no: [100, 2], '': [100, 1] });
});

test('the rows behind such a group are its answers', async () => {
  const query = querySchema.parse({ metrics: ['ces'], by: ['channel_change'], period: 'all' });
  const { rows, count } = await readRows(
    askStore(store),
    database,
    rowsQuerySchema.parse({ query, metric: 'ces', group: { channel_change: 'yes' } }),
    plain,
  );
  expect([count, rows.map(({ id }) => id).toSorted()]).toEqual([2, ['1', '2']]);
});

test('so is the time from the first raising to the last solve', async () => {
  const hours = await ask({ metrics: ['full_resolution_mean(variant=article)'], by: ['channel_change'] });
  expect(hours).toEqual({ yes: [60 * 3_600_000, 1], no: [(5 / 3) * 3_600_000, 3] });
});

test('categories that the house has merged are one matter', async () => {
  const matters = (calendar: WorkspaceCalendar) => ask({ metrics: ['channels_per_matter'], by: ['category'] }, calendar);
  expect(await matters(plain)).toEqual({ shipping: [2, 1], returns: [1, 2], refund: [1, 1] });
  expect(await matters(merged)).toEqual({ shipping: [2, 1], returns: [1, 2] });
  const repeated = async (calendar: WorkspaceCalendar) => (await ask({ metrics: ['fcr'], by: ['category'] }, calendar)).returns;
  expect([await repeated(plain), await repeated(merged)]).toEqual([
    [100, 2],
    [50, 2],
  ]);
});
