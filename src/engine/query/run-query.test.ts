import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tickets } from '../../core/entities/tickets.ts';
import { type QueryInput, querySchema, rowsQuerySchema } from '../../core/model/query.ts';
import type { Result } from '../../core/model/result.ts';
import { render } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase } from '../store/workspace.ts';
import { type AggregatePlan, aggregatePlan, aggregateStatement } from './aggregate.ts';
import { askStore } from './ask.ts';
import { distributionStatement } from './distribution.ts';
import { emptyRow } from './example-row.ts';
import { resolveMetric } from './metric-call.ts';
import { resolveQuery } from './resolve-query.ts';
import { resultCsv } from './result-csv.ts';
import { readRows } from './rows.ts';
import { questionOf, runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-query-'));
const database = 'query';
const nowMs = Date.parse('2026-05-01T00:00:00Z');
const calendar = { zone: 'UTC', weekStart: 1, nowMs, dataFromMs: Date.parse('2026-01-01T00:00:00Z'), dataUntilMs: nowMs } as const;
let store: Store;

const channels = ['email', 'chat', 'form', ''];
const categories = ['shipping', 'returns', 'technical', 'sales', 'billing', 'other'];
const rows = Array.from({ length: 600 }, (_, index) => {
  const createdMs = Date.UTC(2026, 0, 1) + index * 4.7 * 3_600_000;
  const solved = index % 5 !== 0;
  return emptyRow(tickets, {
    id: `t:${index}`,
    partition_month: `${new Date(createdMs).toISOString().slice(0, 7)}-01`,
    created_at: createdMs,
    channel: channels[index % 4],
    category: categories[Math.floor(Math.sqrt(index * 1.4)) % 6],
    tags: index % 3 === 0 ? ['vip', 'late'] : index % 3 === 1 ? ['late'] : [],
    first_solved_at: solved ? createdMs + 3_600_000 : null,
    last_solved_at: solved ? createdMs + (index % 7) * 3_600_000 : null,
    full_resolution_calendar_ms: solved ? (index % 7) * 3_600_000 : null,
    resolution_provenance: solved ? (index % 2 ? 'computed' : 'reported') : '',
    reopens: index % 11 === 0 ? 1 : 0,
    unsolved_spans: [{ from: createdMs, until: solved ? createdMs + (index % 7) * 3_600_000 : null }],
  });
});

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, database);
  await createTables(store, database, { entities: [tickets] });
  await store.insert(database, tickets, rows);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const ask = (query: QueryInput): Promise<Omit<Result, 'names'>> =>
  runQuery(askStore(store), database, querySchema.parse({ period: 'all', ...query }), calendar);
const total = (result: Omit<Result, 'names'>, key = Object.keys(result.totals.values)[0] ?? ''): number | null | undefined =>
  result.totals.values[key]?.value;

describe('statements', () => {
  test('an aggregate is one readable statement with bound values', () => {
    const resolved = resolveQuery(
      querySchema.parse({
        metrics: ['reopen_rate'],
        by: ['channel'],
        grain: 'week',
        period: { from: '2026-03-01', until: '2026-03-31' },
        filters: [{ dimension: 'category', operator: 'any of', values: ["o'clock"] }],
      }),
      calendar,
    );
    const question = questionOf(resolved, database, resolved.period, null);
    const plans = resolved.calls.map((call) => aggregatePlan(call as never, question)) as AggregatePlan[];
    expect(render(aggregateStatement(plans, question))).toMatchInlineSnapshot(`
      {
        "parameters": {
          "p0": "UTC",
          "p1": "query",
          "p2": 1772323200000,
          "p3": 1775001600000,
          "p4": [
            "o'clock",
          ],
        },
        "text": "SELECT toDate(coalesce(first_solved_at, last_solved_at), {p0:String}) - (toDayOfWeek(toDate(coalesce(first_solved_at, last_solved_at), {p0:String})) + 7 - 1) % 7 AS \`bucket\`, channel AS \`group_0\`, countIf(reopens > 0) AS \`input_0_reopened\`, count() AS \`input_0_solved\`
      FROM {p1:Identifier}.\`tickets\`
      WHERE (counted) AND (coalesce(first_solved_at, last_solved_at) >= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AND (coalesce(first_solved_at, last_solved_at) < fromUnixTimestamp64Milli({p3:Int64}, 'UTC')) AND (has({p4:Array(String)}, category))
      GROUP BY \`bucket\`, \`group_0\`",
      }
    `);
  });

  test('a distribution asks for exact quantiles', () => {
    const [call] = resolveMetric('full_resolution_p90(clock=business)');
    const resolved = resolveQuery(
      querySchema.parse({ metrics: ['full_resolution_p90(clock=business)'], period: { from: '2026-03-01', until: '2026-03-31' } }),
      calendar,
    );
    expect(
      render(distributionStatement([call as never], questionOf(resolved, database, resolved.period, null))).text,
    ).toMatchInlineSnapshot(`
      "SELECT count() AS n, quantileExactInclusive(0.9)(assumeNotNull(\`full_resolution_business_ms\`)) AS p90, countIf(resolution_provenance = 'computed') AS \`computed\`, countIf(resolution_provenance = 'reported') AS \`reported\`
      FROM {p0:Identifier}.\`tickets\`
      WHERE (counted) AND (last_solved_at >= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')) AND (last_solved_at < fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AND (\`full_resolution_business_ms\` IS NOT NULL)"
    `);
  });
});

describe('filters', () => {
  test.each(['channel', 'category', 'tag', 'hour', 'weekday'])('%s: any of, and none of, together are all', async (dimension) => {
    const values =
      dimension === 'tag' ? ['vip'] : dimension === 'channel' ? ['email', 'chat'] : dimension === 'category' ? ['returns'] : ['3', '4'];
    const [all, inside, outside] = await Promise.all([
      ask({ metrics: ['created'] }),
      ask({ metrics: ['created'], filters: [{ dimension, operator: 'any of', values }] }),
      ask({ metrics: ['created'], filters: [{ dimension, operator: 'none of', values }] }),
    ]);
    expect(total(all)).toBe(600);
    expect((total(inside) ?? 0) + (total(outside) ?? 0)).toBe(600);
    expect(total(inside)).toBeGreaterThan(0);
  });

  test('a value that a closed list does not have is refused with the values that it has', async () => {
    const of = (dimension: string, value: string) =>
      ask({ metrics: ['created'], filters: [{ dimension, operator: 'any of', values: [value] }] });
    await expect(of('channel', 'e-mail')).rejects.toThrow(
      '"e-mail" is no value of channel, did you mean "email"?; allowed are email, chat, form,',
    );
    await expect(of('weekday', '8')).rejects.toThrow('"8" is no value of weekday');
    expect(total(await of('channel', ''))).toBe(150);
  });

  test('all of, is empty and is not empty', async () => {
    const count = async (operator: 'all of' | 'is empty' | 'is not empty', values: string[] = []): Promise<unknown> =>
      total(await ask({ metrics: ['created'], filters: [{ dimension: 'tag', operator, values }] }));
    expect([await count('all of', ['vip', 'late']), await count('is empty'), await count('is not empty')]).toEqual([200, 200, 400]);
  });
});

describe('totals, groups and others', () => {
  test('groups of one dimension sum to the total; overlapping ones do not and the total stays right', async () => {
    const byChannel = await ask({ metrics: ['created'], by: ['channel'] });
    expect(byChannel.rows.reduce((sum, row) => sum + (row.values.created?.value ?? 0), 0)).toBe(600);
    const byTag = await ask({ metrics: ['created'], by: ['tag'] });
    expect(Object.fromEntries(byTag.rows.map((row) => [row.group[0], row.values.created?.value]))).toEqual({
      late: 400,
      vip: 200,
      '': 200,
    });
    expect(total(byTag)).toBe(600);
  });

  test('the top two and honest others, for counts, rates and medians', async () => {
    const metrics = ['created', 'reopen_rate', 'full_resolution_median'];
    const all = await ask({ metrics, by: ['category'] });
    const top = await ask({ metrics, by: ['category'], top: 2 });
    expect(top.othersCount).toBe(4);
    expect(top.rows.map((row) => row.others)).toEqual([false, false, true]);
    expect(top.rows.slice(0, 2)).toEqual(all.rows.slice(0, 2));
    expect(top.rows.reduce((sum, row) => sum + (row.values.created?.value ?? 0), 0)).toBe(600);
    const others = await ask({
      metrics,
      filters: [{ dimension: 'category', operator: 'none of', values: top.rows.slice(0, 2).map((row) => row.group[0] ?? '') }],
    });
    expect(top.rows[2]?.values).toEqual(others.totals.values);
  });

  test('a distribution says how many of its rows are computed and how many reported', async () => {
    const { totals } = await ask({ metrics: ['full_resolution_mean'] });
    const solved = rows.filter((row) => row.full_resolution_calendar_ms !== null);
    expect(totals.values.full_resolution_mean).toMatchObject({ n: solved.length, provenance: { computed: 240, reported: 240 } });
    expect(totals.values.full_resolution_mean?.value).toBeCloseTo(
      solved.reduce((sum, row) => sum + Number(row.full_resolution_calendar_ms), 0) / solved.length,
      6,
    );
  });
});

describe('time', () => {
  test.each(['Asia/Shanghai', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
    'days of %s sum to the total',
    async (zone) => {
      for (const grain of ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const) {
        const result = await ask({ metrics: ['created'], grain, zone, weekStart: 7 });
        expect(result.rows.reduce((sum, row) => sum + (row.values.created?.value ?? 0), 0)).toBe(600);
      }
    },
  );

  test('the backlog of each day follows from the spans, and the last day is the total', async () => {
    const result = await ask({ metrics: ['backlog'], grain: 'day', by: ['channel'] });
    const day = '2026-02-10';
    const endMs = Date.parse('2026-02-11T00:00:00Z');
    const expected = rows.filter(
      (row) => Number(row.created_at) < endMs && (row.last_solved_at === null || Number(row.last_solved_at) >= endMs),
    ).length;
    expect(result.rows.filter((row) => row.bucket === day).reduce((sum, row) => sum + (row.values.backlog?.value ?? 0), 0)).toBe(expected);
    expect(total(result)).toBe(120);
  });

  test('a day without a ticket is 0 while data flow, and a gap before and after', async () => {
    const result = await ask({ metrics: ['created', 'reopen_rate'], grain: 'month', period: { from: '2025-12-01', until: '2026-06-30' } });
    expect(result.rows.map((row) => row.values.created?.value)).toEqual([null, 159, 143, 158, 140, 0, null]);
    expect(result.rows.at(-2)?.values.reopen_rate?.value).toBeNull();
  });

  test('months compare with the month before and the same month of last year', async () => {
    const march = await ask({ metrics: ['created'], period: 'last month', compare: 'previous' });
    expect([march.period.from, march.comparisonPeriod?.from]).toEqual(['2026-04-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']);
    expect([total(march), march.totals.comparison?.created?.value]).toEqual([140, 158]);
    const year = await ask({ metrics: ['created'], period: 'last month', compare: 'year' });
    expect(year.comparisonPeriod?.from).toBe('2025-04-01T00:00:00.000Z');
  });
});

describe('drill and export', () => {
  test.each([
    ['created', {}],
    ['created', { category: 'returns' }],
    ['created', { tag: 'vip' }],
    ['created', { channel: '' }],
    ['reopen_rate', { channel: 'email' }],
    ['full_resolution_median', { weekday: '3' }],
    ['backlog', { channel: 'form' }],
  ] as const)('%s of %o: the rows are as many as n', async (metric, group) => {
    const query = querySchema.parse({
      metrics: [metric],
      by: Object.keys(group),
      period: { from: '2026-01-10', until: '2026-04-20' },
      grain: 'month',
    });
    const result = await runQuery(askStore(store), database, query, calendar);
    for (const bucket of ['2026-02-01', '2026-04-01']) {
      const cell = result.rows.find((row) => row.bucket === bucket && row.group.join() === Object.values(group).join());
      const drilled = await readRows(
        askStore(store),
        database,
        rowsQuerySchema.parse({ query, metric, group, bucket, limit: 1000 }),
        calendar,
      );
      expect(drilled.count).toBe(cell?.values[metric]?.n);
      expect(drilled.rows).toHaveLength(drilled.count);
      expect(drilled.count).toBeGreaterThan(0);
    }
  });

  test('the file holds what is shown, guarded against formulas', async () => {
    const result = await ask({ metrics: ['created', 'reopen_rate'], by: ['category'], top: 1 });
    const csv = resultCsv({ ...result, rows: result.rows.map((row) => ({ ...row, group: row.others ? row.group : ['=1+1'] })), names: {} });
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFcategory,created,created_low,created_high,created_n,reopen_rate,reopen_rate_low,reopen_rate_high,reopen_rate_n',
    );
    expect(lines[1]).toMatch(/^'=1\+1,\d+,,,\d+,/);
    expect(lines[2]).toMatch(/^others \(5\),/);
    expect(lines[3]).toMatch(/^total,600,,,600,/);
  });
});

describe('what is not known is refused in one sentence', () => {
  test.each([
    [{ metrics: ['creatd'] }, '"creatd" is no metric, did you mean "created"?; the nearest are created, '],
    [{ metrics: ['nps_median'] }, '"nps_median" is no metric'],
    [{ metrics: ['first_response(clock=lunar)'] }, '"lunar" is no value of first_response\'s option clock; allowed are business, calendar'],
    [{ metrics: ['created(window=7)'] }, '"window" is no option of created'],
    [{ metrics: ['fcr(window=99)'] }, 'window=99 is out of range; allowed are 1 to 30 days'],
    [{ metrics: ['csat(variant=ours)'] }, '"ours" is no variant of csat'],
    [{ metrics: ['created'], by: ['chanel'] }, '"chanel" is no dimension, did you mean "channel"?'],
    [{ metrics: ['csat'], by: ['carrier'] }, 'Survey answers carry no carrier'],
    [{ metrics: ['created'], zone: 'Mars/Olympus' }, 'Mars/Olympus'],
    [{ metrics: ['created'], period: { from: '2026-03-02', until: '2026-03-01' } }, 'ends (2026-03-01) before it starts (2026-03-02)'],
    [{ metrics: ['created'], period: 'last blue moon' }, 'Unknown period'],
    [{ metrics: ['created'], filters: [{ dimension: 'channel', operator: 'any of' }] }, 'names no value'],
  ] as const)('%o', async (query, message) => {
    await expect(ask(query as unknown as QueryInput)).rejects.toThrow(message);
  });

  test('an operator outside of the closed set is refused by the schema', () => {
    expect(() => querySchema.parse({ metrics: ['created'], filters: [{ dimension: 'channel', operator: 'like', values: ['%'] }] })).toThrow(
      'any of',
    );
  });
});
