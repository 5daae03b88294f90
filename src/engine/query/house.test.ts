import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customFieldDimension } from '../../catalog/dimensions/custom-field-dimension.ts';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { type QueryInput, querySchema, type RowsQuery, rowsQuerySchema } from '../../core/model/query.ts';
import type { Result, RowsResult } from '../../core/model/result.ts';
import { simpleLinearFit } from '../../core/stats/simple-linear-fit.ts';
import { ensureCustomFields } from '../store/custom-fields.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { askStore } from './ask.ts';
import { emptyRow } from './example-row.ts';
import { resolveMetric } from './metric-call.ts';
import type { WorkspaceCalendar } from './resolve-query.ts';
import { readRows } from './rows.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-house-'));
const database = 'house';
const nowMs = Date.parse('2026-01-01T00:00:00Z');
const plain: WorkspaceCalendar = { zone: 'UTC', weekStart: 1, nowMs, dataFromMs: Date.parse('2025-01-01T00:00:00Z'), dataUntilMs: nowMs };
let store: Store;

/** Article 001: satisfaction and complaints of four quarters. */
const quarters = [
  { at: '2025-02-10T09:00:00Z', scores: [4, 4, 4, 4, 5], complaints: 150 },
  { at: '2025-05-10T09:00:00Z', scores: [4, 5, 4, 5], complaints: 120 },
  { at: '2025-08-10T09:00:00Z', scores: [4, 4, 4, 5, 5, 5, 5, 5, 5, 5], complaints: 100 },
  { at: '2025-11-10T09:00:00Z', scores: [4, 5, 5, 5, 5], complaints: 90 },
];

const categories = ['returns', 'refund', 'shipping', ''];

const complaintRows = quarters.flatMap(({ at, complaints }, quarter) =>
  Array.from({ length: complaints }, (_, index) =>
    emptyRow(tickets, {
      id: `t:${quarter}-${String(index).padStart(3, '0')}`,
      subject: index === 7 ? 'Wrong Größe' : 'A parcel',
      created_at: at,
      is_complaint: true,
      is_spam: false,
      category: categories[index % 4],
      full_resolution_calendar_ms: 1,
    }),
  ),
);
const leftOutRows = [
  { is_spam: true },
  { is_test: true },
  { is_deleted: true },
  { merged_into: 't:0-000' },
  { is_spam: true, is_test: true },
].map((flags, index) => emptyRow(tickets, { id: `x:${index}`, created_at: '2025-02-10T09:00:00Z', ...flags }));

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database);
  await store.insert(database, tickets, [...complaintRows, ...leftOutRows]);
  await store.insert(
    database,
    surveyResponses,
    quarters.flatMap(({ at, scores }, quarter) =>
      scores.map((score, index) =>
        emptyRow(surveyResponses, {
          id: `r:${quarter}-${index}`,
          kind: 'csat',
          score,
          scale_min: 1,
          scale_max: 5,
          direction: 'up',
          answered_at: at,
        }),
      ),
    ),
  );
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const ask = (query: QueryInput, calendar = plain): Promise<Omit<Result, 'names'>> =>
  runQuery(askStore(store), database, querySchema.parse({ period: 'all', ...query }), calendar);
const list = (request: Partial<RowsQuery> & Pick<RowsQuery, 'metric'>, calendar = plain): Promise<RowsResult> => {
  const query = querySchema.parse({ metrics: [request.metric], period: 'all' });
  return readRows(askStore(store), database, rowsQuerySchema.parse({ query, ...request }), calendar);
};

describe('the definition of the house', () => {
  const definitions = { first_response: 'first_response(clock=calendar)', csat: 'csat(variant=article)', fcr: 'fcr(window=14)' };
  const resolved = (text: string) => resolveMetric(text, definitions)[0]?.resolved;

  test('is what a bare name stands for, and what is left open takes from it', () => {
    expect(resolved('first_response_median')).toMatchObject({
      key: 'first_response_median',
      options: { clock: 'calendar' },
      unit: 'durationMs',
      house: true,
    });
    expect(resolved('first_response_median(actor=any)')).toMatchObject({
      key: 'first_response_median(actor=any)',
      options: { clock: 'calendar', actor: 'any' },
      house: false,
    });
    expect(resolved('csat')).toMatchObject({ key: 'csat', variant: 'article', unit: 'score', house: true });
    expect(resolved('fcr')).toMatchObject({ parameters: { window: 14 }, house: true });
  });

  test('is departed from by saying so, also back to the usual', () => {
    expect(resolved('first_response_median(clock=business)')).toMatchObject({
      key: 'first_response_median(clock=business)',
      options: { clock: 'business' },
      unit: 'businessMs',
      house: false,
    });
    expect(resolved('csat(variant=industry)')).toMatchObject({ key: 'csat(variant=industry)', unit: 'percent', house: false });
  });

  test('every key says the same when it is asked again', () => {
    for (const text of ['first_response(clock=business)', 'csat(variant=industry)', 'fcr(window=7)', 'resolution_rate(reading=period)'])
      for (const call of resolveMetric(text, definitions)) expect(resolveMetric(call.resolved.key, definitions)).toEqual([call]);
  });

  test('reaches the parts of composed metrics', () => {
    const [call] = resolveMetric('created_to_solved', { solved: 'solved(variant=events)' });
    expect(call?.parts.solved?.resolved).toMatchObject({ key: 'solved', variant: 'events' });
    expect(call?.resolved.parts).toEqual({ created: 'created', solved: 'solved' });
  });
});

test('a figure whose newest rows still change says so, until its period is old', async () => {
  const ripens = async (metric: string, period: QueryInput['period']) =>
    (await runQuery(askStore(store), database, querySchema.parse({ metrics: [metric], period }), plain)).metrics[0]?.ripens ?? false;
  expect(await ripens('resolution_rate', 'last 28 days')).toBe(true);
  expect(await ripens('resolution_rate', '2025-01-01..2025-10-31')).toBe(false);
  expect(await ripens('resolution_rate(reading=period)', 'last 28 days')).toBe(false);
  expect(await ripens('created', 'last 28 days')).toBe(false);
});

describe('merged categories', () => {
  const merged = { ...plain, house: { definitions: {}, merges: [{ into: 'returns', from: ['refund', 'exchange'] }] } };

  test('are one group, one filter and one drill, and come apart again', async () => {
    const sizes = async (calendar: WorkspaceCalendar) =>
      Object.fromEntries(
        (await ask({ metrics: ['complaints'], by: ['category'] }, calendar)).rows.map((row) => [row.group[0], row.values.complaints?.n]),
      );
    expect(await sizes(plain)).toEqual({ returns: 116, refund: 116, shipping: 114, '': 114 });
    expect(await sizes(merged)).toEqual({ returns: 232, shipping: 114, '': 114 });
    const filters: QueryInput['filters'] = [{ dimension: 'category', operator: 'any of', values: ['returns'] }];
    expect((await ask({ metrics: ['complaints'], filters }, merged)).totals.values.complaints?.n).toBe(232);
    expect((await list({ metric: 'complaints', group: { category: 'returns' } }, merged)).count).toBe(232);
    expect((await list({ metric: 'complaints', group: { category: 'returns' } })).count).toBe(116);
  });
});

test('a field of the house’s own is a dimension', async () => {
  await ensureCustomFields({ store, database }, [{ name: 'tier', label: 'Tarif', kind: 'label' }]);
  const fields = [customFieldDimension({ name: 'tier', label: 'Tarif', kind: 'label' })];
  const { rows } = await ask({ metrics: ['created'], by: ['field_tier'] }, { ...plain, fields });
  expect(rows.map((row) => [row.group[0], row.values.created?.n])).toEqual([['', 460]]);
  await expect(ask({ metrics: ['created'], by: ['field_tier'] })).rejects.toThrow('"field_tier" is no dimension');
});

test('spam, tests, deleted and merged tickets count when a question includes them', async () => {
  const count = async (include: QueryInput['include']): Promise<unknown> =>
    (await ask({ metrics: ['created'], include })).totals.values.created?.value;
  expect([await count([]), await count(['spam']), await count(['merged']), await count(['spam', 'test'])]).toEqual([460, 461, 461, 463]);
  expect(await count(['spam', 'test', 'deleted', 'merged'])).toBe(465);
});

describe('the list of rows', () => {
  test('has the columns that are asked for, dimensions among them, in the order that is asked for', async () => {
    const listed = await list({
      metric: 'complaints',
      columns: ['id', 'category', 'weekday'],
      order: { column: 'id', descending: true },
      limit: 2,
    });
    expect(listed.columns).toEqual(['id', 'category', 'weekday']);
    expect(listed.rows).toEqual([
      { id: 't:3-089', category: 'refund', weekday: '1' },
      { id: 't:3-088', category: 'returns', weekday: '1' },
    ]);
  });

  test('is searched by id and subject, whatever the case', async () => {
    expect((await list({ metric: 'complaints', search: 'WRONG GRÖ' })).count).toBe(4);
    expect((await list({ metric: 'complaints', search: 't:1-00' })).count).toBe(10);
    expect((await list({ metric: 'complaints', search: '%' })).count).toBe(0);
  });

  test('shows each part of a composed metric', async () => {
    expect((await list({ metric: 'created_to_solved' })).count).toBe(460);
    expect((await list({ metric: 'created_to_solved', part: 'solved' })).count).toBe(0);
    await expect(list({ metric: 'created_to_solved', part: 'sold' })).rejects.toThrow('"sold" is no part of created_to_solved');
  });

  test('refuses a column that is none', async () => {
    await expect(list({ metric: 'complaints', columns: ['subjekt'] })).rejects.toThrow('"subjekt" is no column, did you mean "subject"?');
  });
});

test('satisfaction and complaints by quarter lie exactly on 570 − 100 · x', async () => {
  const { rows } = await ask({
    metrics: ['csat(variant=article)', 'complaints'],
    grain: 'quarter',
    period: { from: '2025-01-01', until: '2025-12-31' },
  });
  const pairs = rows.map(({ values }) => ({
    x: values['csat(variant=article)']?.value ?? Number.NaN,
    y: values.complaints?.value ?? Number.NaN,
  }));
  const fit = simpleLinearFit(pairs);
  expect(pairs).toEqual([4.2, 4.5, 4.7, 4.8].map((x, index) => ({ x, y: quarters[index]?.complaints })));
  expect([fit?.slope, fit?.intercept, fit?.r]).toEqual([expect.closeTo(-100, 9), expect.closeTo(570, 9), expect.closeTo(-1, 12)]);
});
