import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../catalog/metrics/index.ts';
import type { Entity } from '../../core/model/entity.ts';
import type { Example } from '../../core/model/metric.ts';
import { querySchema } from '../../core/model/query.ts';
import { sql } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase, table } from '../store/workspace.ts';
import { askStore } from './ask.ts';
import { emptyRow } from './example-row.ts';
import { type MetricCall, resolveMetric } from './metric-call.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-examples-'));
const nowMs = Date.parse('2026-04-01T00:00:00Z');
const calendar = { zone: 'UTC', weekStart: 1, nowMs, dataFromMs: 0, dataUntilMs: nowMs } as const;
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
  await createDatabase(store, 'example');
  await createTables(store, 'example');
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

function entitiesOf({ metric, parts }: MetricCall): readonly Entity[] {
  return metric.kind === 'composed' ? Object.values(parts).flatMap(entitiesOf) : [metric.dataset.entity];
}

async function fill(call: string, example: Example): Promise<void> {
  const read = new Map(
    resolveMetric(call)
      .flatMap(entitiesOf)
      .map((entity) => [entity.name, entity]),
  );
  const [first] = read.keys();
  for (const [name, entity] of read) {
    await store.command(sql`TRUNCATE TABLE ${table('example', entity)}`);
    const rows = (name === first ? example.rows : (example.beside?.[name] ?? [])).map((row) => emptyRow(entity, row));
    if (rows.length > 0) await store.insert('example', entity, rows);
  }
}

describe.each(metrics.filter((metric) => metric.examples.length > 0))('$name', (metric) => {
  test.each(metric.examples)('$name', async (example) => {
    const call = example.ask ?? metric.name;
    await fill(call, example);
    const query = querySchema.parse({ metrics: [call], period: { from: '2026-03-01', until: '2026-03-31' } });
    const { totals } = await runQuery(askStore(store), 'example', query, calendar);
    const [estimate] = Object.values(totals.values);
    expect(estimate?.n).toBe(example.n ?? estimate?.n);
    if (example.value === null) expect(estimate?.value).toBeNull();
    else expect(estimate?.value).toBeCloseTo(example.value, 9);
  });
});

test('every metric has an example', () => {
  expect(metrics.filter((metric) => metric.examples.length === 0).map(({ name }) => name)).toEqual([]);
});
