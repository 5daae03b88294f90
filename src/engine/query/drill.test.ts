import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tickets } from '../../core/entities/tickets.ts';
import { type QueryInput, querySchema, rowsQuerySchema } from '../../core/model/query.ts';
import type { Result, ResultRow } from '../../core/model/result.ts';
import { sql } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase, table } from '../store/workspace.ts';
import { askStore } from './ask.ts';
import { emptyRow } from './example-row.ts';
import { readRows } from './rows.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-drill-'));
const database = 'drill';
const hourMs = 3_600_000;
const fromMs = Date.parse('2026-03-01T00:00:00Z');
const nowMs = Date.parse('2026-05-01T00:00:00Z');
const calendar = { zone: 'America/St_Johns', weekStart: 7, nowMs, dataFromMs: fromMs, dataUntilMs: nowMs } as const;
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const ticket = fc.record({
  hour: fc.integer({ min: 0, max: 60 * 24 }),
  hours: fc.option(fc.integer({ min: 0, max: 400 })),
  customer: fc.integer({ min: 0, max: 8 }),
  channel: fc.constantFrom('email', 'chat', ''),
  category: fc.constantFrom('shipping', 'returns', ''),
  tags: fc.subarray(['vip', 'late']),
  spam: fc.boolean(),
  reopens: fc.integer({ min: 0, max: 2 }),
});

type Drawn = typeof ticket extends fc.Arbitrary<infer T> ? T : never;

function row(drawn: Drawn, index: number): Record<string, unknown> {
  const createdMs = fromMs + drawn.hour * hourMs;
  const solvedMs = drawn.hours === null ? null : createdMs + drawn.hours * hourMs;
  return emptyRow(tickets, {
    id: `t:${index}`,
    revision: index,
    customer_key: String(drawn.customer),
    home_customer_key: String(drawn.customer),
    created_at: createdMs,
    updated_at: solvedMs ?? createdMs,
    channel: drawn.channel,
    category: drawn.category,
    tags: drawn.tags,
    is_spam: drawn.spam && index % 5 === 0,
    is_complaint: index % 4 === 0,
    reopens: drawn.reopens,
    customer_messages: drawn.reopens,
    agent_replies: 1,
    first_solved_at: solvedMs,
    last_solved_at: solvedMs,
    full_resolution_calendar_ms: drawn.hours === null ? null : drawn.hours * hourMs,
    unsolved_spans: [{ from: createdMs, until: solvedMs }],
  });
}

async function fill(drawn: readonly Drawn[]): Promise<void> {
  for (const name of ['tickets', 'contacts']) await store.command(sql`TRUNCATE TABLE ${table(database, { name })}`);
  await store.insert(database, tickets, drawn.map(row));
}

const ask = (query: QueryInput): Promise<Omit<Result, 'names'>> =>
  runQuery(askStore(store), database, querySchema.parse({ period: 'all', ...query }), calendar);

/** One of each way to count: rows, medians, shares, open spans, ages, customers, matters, parts. */
const kinds = [
  ['created', 'tag'],
  ['full_resolution_median', 'category'],
  ['category_mix', 'category'],
  ['backlog', 'channel'],
  ['backlog', 'age'],
  ['backlog_age_median', 'age'],
  ['repeat_contact_rate', 'category'],
  ['repeat_contact_rate(variant=article)', 'category'],
  ['preferred_channel', 'channel'],
  ['channel_switch_rate', 'category'],
  ['resolution_rate', 'channel'],
  ['backlog_days', 'channel'],
] as const;

const additive = ['created', 'category_mix', 'backlog', 'complaints', 'channel_switch_rate', 'interactions_per_ticket'] as const;

async function expectDrillsToN(metric: string, dimension: string, cell: ResultRow, asked: QueryInput): Promise<void> {
  const query = querySchema.parse({ period: 'all', ...asked });
  const request = { query, metric, group: { [dimension]: cell.group[0] ?? '' }, ...(cell.bucket ? { bucket: cell.bucket } : {}) };
  const drilled = await readRows(askStore(store), database, rowsQuerySchema.parse({ ...request, limit: 1000 }), calendar);
  const [estimate] = Object.values(cell.values);
  expect([drilled.count, drilled.rows.length], `${metric} of ${dimension} ${cell.group} in ${cell.bucket}`).toEqual([
    estimate?.n,
    estimate?.n,
  ]);
}

test('every number is the count of its rows, whatever it counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ticket, { minLength: 20, maxLength: 60 }), async (drawn) => {
      await fill(drawn);
      for (const [metric, dimension] of kinds) {
        const asked: QueryInput = { metrics: [metric], by: [dimension], grain: 'month' };
        const { rows, totals } = await ask(asked);
        if (metric !== 'backlog' && metric !== 'backlog_age_median') expect(Object.values(totals.values)[0]?.n, metric).toBeGreaterThan(0);
        for (const cell of rows.filter(({ values }) => Object.values(values).some(({ n }) => n > 0)))
          await expectDrillsToN(metric, dimension, cell, asked);
      }
    }),
    { numRuns: 2 },
  );
});

test('what has a value, what has another and what has none are everything, and groups add up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ticket, { minLength: 20, maxLength: 80 }), async (drawn) => {
      await fill(drawn);
      for (const metric of additive) {
        const n = async (filters: QueryInput['filters'] = []): Promise<number> =>
          Object.values((await ask({ metrics: [metric], filters })).totals.values)[0]?.n ?? 0;
        const is = await n([{ dimension: 'category', operator: 'any of', values: ['shipping'] }]);
        const isNot = await n([
          { dimension: 'category', operator: 'none of', values: ['shipping'] },
          { dimension: 'category', operator: 'is not empty' },
        ]);
        const unknown = await n([{ dimension: 'category', operator: 'is empty' }]);
        expect([metric, is + isNot + unknown]).toEqual([metric, await n()]);
        const grouped = await ask({ metrics: [metric], by: ['category', 'channel'] });
        expect([metric, grouped.rows.reduce((sum, { values }) => sum + (values[metric]?.n ?? 0), 0)]).toEqual([metric, await n()]);
      }
    }),
    { numRuns: 3 },
  );
});

test('bands of age are the whole backlog of every day, week and month, in a zone that changes its clock', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ticket, { minLength: 40, maxLength: 80 }), async (drawn) => {
      await fill(drawn);
      for (const grain of ['day', 'week', 'month'] as const) {
        const [whole, banded] = await Promise.all([
          ask({ metrics: ['backlog'], grain }),
          ask({ metrics: ['backlog'], grain, by: ['age'] }),
        ]);
        for (const { bucket, values } of whole.rows) {
          const bands = banded.rows.filter((cell) => cell.bucket === bucket).reduce((sum, cell) => sum + (cell.values.backlog?.n ?? 0), 0);
          expect([grain, bucket, bands]).toEqual([grain, bucket, values.backlog?.n]);
        }
        expect(banded.totals.values.backlog).toEqual(whole.totals.values.backlog);
      }
    }),
    { numRuns: 3 },
  );
});

test('shares of groups that do not overlap are 100 % of each month, also with the rest as others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ticket, { minLength: 30, maxLength: 60 }), async (drawn) => {
      await fill(drawn);
      for (const metric of ['category_mix', 'preferred_channel'] as const) {
        const result = await ask({ metrics: [metric], by: [metric === 'category_mix' ? 'category' : 'channel'], grain: 'month', top: 1 });
        for (const bucket of result.buckets) {
          const shares = result.rows.filter((cell) => cell.bucket === bucket.key).map((cell) => cell.values[metric]?.value);
          if (shares.some((value) => value !== null))
            expect(
              shares.reduce<number>((sum, value) => sum + (value ?? 0), 0),
              `${metric} ${bucket.key}`,
            ).toBeCloseTo(100, 9);
        }
      }
    }),
    { numRuns: 3 },
  );
});

test('the same day asked twice is the same to the byte', async () => {
  await fill(fc.sample(ticket, { numRuns: 80, seed: 7 }));
  const query: QueryInput = {
    metrics: ['created', 'full_resolution', 'backlog', 'backlog_age', 'csat(variant=normalised)', 'preferred_channel', 'backlog_days'],
    grain: 'day',
    by: ['channel'],
  };
  expect(JSON.stringify(await ask(query))).toBe(JSON.stringify(await ask(query)));
});
