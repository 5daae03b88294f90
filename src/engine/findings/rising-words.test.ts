import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tickets } from '../../core/entities/tickets.ts';
import { rowsQuerySchema } from '../../core/model/query.ts';
import { askStore } from '../query/ask.ts';
import { emptyRow } from '../query/example-row.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import { readRows } from '../query/rows.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { risingWords } from './rising-words.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-words-'));
const database = 'words';
const day = 86_400_000;
const startMs = Date.parse('2026-01-01T12:00:00Z');
const calendar: WorkspaceCalendar = {
  zone: 'UTC',
  weekStart: 1,
  nowMs: startMs + 56 * day,
  dataFromMs: startMs,
  dataUntilMs: startMs + 56 * day,
};
const period = { from: '2026-01-29', until: '2026-02-25' };
let store: Store;

/** Ten tickets a day; in the second four weeks some of each language speak of a strike. The source has a word of theirs in its name. */
const rows = Array.from({ length: 560 }, (_, index) => {
  const strikes = index >= 280 && index % 4 === 0;
  const plain = ['Where is my parcel', '包裹没有收到', 'Где моя посылка'][index % 3] ?? '';
  const struck = ['Strike at the carrier', '快递罢工', 'Забастовка перевозчика'][index % 3] ?? '';
  return emptyRow(tickets, {
    id: `strike-desk:${index}`,
    subject: strikes ? struck : plain,
    channel: index % 2 === 0 ? 'email' : 'chat',
    created_at: new Date(startMs + Math.floor(index / 10) * day).toISOString(),
    is_spam: false,
  });
});

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  await store.insert(database, tickets, rows);
});

afterAll(async () => {
  await store?.close();
  rmSync(directory, { recursive: true, force: true });
});

const ask = () => ({ ask: askStore(store), database, calendar });

test('words that rise are named in each language, with the tickets of both periods', async () => {
  const { words, tickets: n, ticketsBefore, comparisonPeriod } = await risingWords(ask(), { period, compare: 'previous', filters: [] });
  expect([n, ticketsBefore, comparisonPeriod]).toEqual([280, 280, { from: '2026-01-01', until: '2026-01-28' }]);
  expect(words.map(({ language }) => language)).toEqual(expect.arrayContaining(['en', 'zh', 'ru']));
  expect(words.map(({ word }) => word).join()).toMatch(/strike/);
  expect(words.map(({ word }) => word).join()).toMatch(/罢工/);
  for (const { count, countBefore } of words) expect([count >= 20, countBefore]).toEqual([true, 0]);
});

test('the list of tickets that holds a word has exactly as many rows as are told, whatever the source is called', async () => {
  const filters = [{ dimension: 'channel', operator: 'any of' as const, values: ['email'] }];
  const { words } = await risingWords(ask(), { period, compare: 'none', filters });
  expect(words.length).toBeGreaterThan(0);
  for (const { word, count } of words) {
    const request = rowsQuerySchema.parse({
      query: { metrics: ['created'], period, filters },
      metric: 'created',
      search: word,
      limit: 1000,
    });
    expect((await readRows(askStore(store), database, request, calendar)).rows).toHaveLength(count);
  }
});

test('nothing rises where there is nothing to hold it against', async () => {
  const before = { from: '2026-01-01', until: '2026-01-14' };
  expect((await risingWords(ask(), { period: before, compare: 'previous', filters: [] })).words).toEqual([]);
});
