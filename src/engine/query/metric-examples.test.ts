import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../catalog/metrics/index.ts';
import { querySchema } from '../../core/model/query.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { createDatabase, dropDatabase } from '../store/workspace.ts';
import { askStore } from './answer.ts';
import { emptyRow } from './example-row.ts';
import { runQuery } from './run-query.ts';

const directory = mkdtempSync(join(tmpdir(), 'earshot-examples-'));
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ directory });
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

describe.each(metrics.filter((metric) => metric.kind !== 'composed'))('$name', (metric) => {
  test.each(metric.examples)('$name', async (example) => {
    await createDatabase(store, 'example');
    await createTables(store, 'example', { entities: [metric.dataset.entity] });
    await store.insert(
      'example',
      metric.dataset.entity,
      example.rows.map((row) => emptyRow(metric.dataset.entity, row)),
    );
    const query = querySchema.parse({ metrics: [example.ask ?? metric.name], period: { from: '2026-03-01', until: '2026-03-31' } });
    const nowMs = Date.parse('2026-04-01T00:00:00Z');
    const result = await runQuery(askStore(store), 'example', query, {
      zone: 'UTC',
      weekStart: 1,
      nowMs,
      dataFromMs: 0,
      dataUntilMs: nowMs,
    });
    const [estimate] = Object.values(result.totals.values);
    if (example.value === null) expect(estimate?.value).toBeNull();
    else expect(estimate?.value).toBeCloseTo(example.value, 9);
    if (example.n !== undefined) expect(estimate?.n).toBe(example.n);
    await dropDatabase(store, 'example');
  });
});

test('every metric that is not composed has an example', () => {
  expect(metrics.filter((metric) => metric.kind !== 'composed' && metric.examples.length === 0)).toEqual([]);
});
