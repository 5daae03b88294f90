import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostile, plain, things } from '../../../test/store/contract-table.ts';
import { sql } from '../../core/sql/sql.ts';
import { isBulk } from './bulk-batches.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { createTables } from './schema.ts';
import type { Store } from './store.ts';
import { createDatabase } from './workspace.ts';

type Row = Readonly<Record<string, unknown>>;

const many = 2_000;

let directory: string;
let store: Store;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earshot-native-'));
  store = await openEmbeddedStore({ directory });
  for (const name of ['few', 'bulk']) {
    await createDatabase(store, name);
    await createTables(store, name, { entities: [things] });
  }
});

afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

const instant = fc.integer({ min: -2_000_000_000_000, max: 9_000_000_000_000 });
const key = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile), fc.string({ minLength: 40, maxLength: 300 }));
const thing = fc.record(
  {
    version: fc.maxSafeInteger(),
    name: text,
    kind: text,
    amount: fc.double({ noNaN: true, noDefaultInfinity: true }),
    yes: fc.boolean(),
    at: instant,
    day: fc.constantFrom('1970-01-01', '1925-12-31', '2024-02-29', '2261-01-01'),
    took_ms: fc.maxSafeInteger(),
    customer: key,
    tags: fc.array(text, { maxLength: 3 }),
    maybe_name: fc.option(text),
    maybe_kind: fc.option(text),
    maybe_count: fc.option(fc.maxSafeInteger()),
    maybe_amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    maybe_yes: fc.option(fc.boolean()),
    maybe_at: fc.option(instant),
    spans: fc.array(fc.record({ from: instant, until: fc.option(instant), who: text, key, count: fc.option(fc.maxSafeInteger()) }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['version', 'at', 'day'] },
);

it('stores many rows at once exactly as it stores a few', async () => {
  const drawn = fc.sample(thing, { numRuns: 400, seed: 7 });
  const rows = Array.from({ length: many }, (_, index) => ({ id: String(index), ...drawn[index % drawn.length] }));
  await store.insert('bulk', things, rows);
  for (let start = 0; start < rows.length; start += 500) await store.insert('few', things, rows.slice(start, start + 500));
  const stored = async (name: string) => (await store.query(sql`SELECT * FROM ${sqlTable(name)} ORDER BY id`)).rows;
  expect(await stored('bulk')).toEqual(await stored('few'));
});

it.each<[string, unknown, string]>([
  ['took_ms', null, 'the column took_ms may not be null'],
  ['took_ms', 1.5, 'the column took_ms takes a whole number, not 1.5'],
  ['name', 5, 'the column name takes a text, not 5'],
  ['amount', '5', 'the column amount takes a number, not "5"'],
  ['yes', 1, 'the column yes takes true or false, not 1'],
  ['at', Number.NaN, 'the column at takes an instant in whole milliseconds, not null'],
  ['day', 'soon', 'the column day takes a date such as 2024-02-29, not "soon"'],
  ['customer', -1n, 'the column customer takes a key of 64 bits, not -1'],
  ['tags', null, 'the column tags takes a list, not null'],
  ['spans', 'x', 'the column spans takes a list, not "x"'],
])('refuses many rows when the %s of one is %s, and keeps none', async (name, value, sentence) => {
  const before = await count();
  const rows = Array.from({ length: many }, (_, index) => ({
    id: `refused-${index}`,
    ...plain,
    ...(index === 777 ? { [name]: value } : {}),
  }));
  await expect(store.insert('bulk', things, rows)).rejects.toThrow(sentence);
  expect(await count()).toBe(before);
});

it('takes rows apart from each other that give and that leave out a computed column', () => {
  const columns = { id: things.columns.id, made: { ...things.columns.at, computed: 'now64(3)' } };
  const rows: Row[] = Array.from({ length: many }, (_, index) => ({ id: String(index) }));
  expect(isBulk(columns, rows)).toBe(true);
  expect(
    isBulk(
      columns,
      rows.map((row) => ({ ...row, made: 5 })),
    ),
  ).toBe(true);
  expect(isBulk(columns, [{ id: 'a', made: 5 }, ...rows])).toBe(false);
});

async function count(): Promise<number> {
  return Number((await store.query<{ count: number }>(sql`SELECT count() AS count FROM ${sqlTable('bulk')}`)).rows[0]?.count);
}

function sqlTable(name: string) {
  return name === 'bulk' ? sql`bulk.things` : sql`few.things`;
}
