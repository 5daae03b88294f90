import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejects } from '../../core/entities/imports.ts';
import { entities } from '../../core/entities/index.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { type Entity, entity, integer, nullable, text } from '../../core/model/entity.ts';
import { render, sql } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { createTables } from './schema.ts';
import type { Store } from './store.ts';
import { tableDefinition } from './table-definition.ts';
import { createDatabase, dropDatabase, listDatabases, table } from './workspace.ts';

const before = entity({
  name: 'notes',
  doc: 'notes',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: { id: text('id'), version: integer('version'), body: text('body') },
});
const after: Entity = { ...before, columns: { ...before.columns, words: nullable(integer('words')) } };
const changed: Entity = { ...before, columns: { ...before.columns, body: integer('body') } };

describe('the schema of a workspace', () => {
  let directory: string;
  let store: Store;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-schema-'));
    store = await openEmbeddedStore({ directory });
  });

  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('makes a table for every entity, and changes nothing the second time', async () => {
    await createDatabase(store, 'w1');
    await createTables(store, 'w1');
    await createTables(store, 'w1');
    const answer = await store.query<{ name: string }>(sql`SELECT name FROM system.tables WHERE database = 'w1' ORDER BY name`);
    const expected = [...entities.map((declared) => declared.name), 'contacts_from_tickets', 'schema_version'].sort();
    expect(answer.rows.map((row) => row.name)).toEqual(expected);
  });

  it('computes a column that an insert leaves out', async () => {
    await store.insert('w1', tickets, [ticket('a', 1, {}), ticket('b', 1, { merged_into: 'a' }), ticket('c', 1, { is_spam: true })]);
    const answer = await store.query(sql`SELECT id, counted FROM ${table('w1', tickets)} ORDER BY id`);
    expect(answer.rows).toEqual([
      { id: 'a', counted: true },
      { id: 'b', counted: false },
      { id: 'c', counted: false },
    ]);
  });

  it('fills contacts from tickets, and a newer revision replaces the contact too', async () => {
    await store.insert('w1', tickets, [ticket('d', 1, { status: 'open' })]);
    await store.insert('w1', tickets, [ticket('d', 2, { status: 'solved' })]);
    const answer = await store.query(sql`SELECT id, status, created_at FROM ${table('w1', { name: 'contacts' })} WHERE id = 'd'`);
    expect(answer.rows).toEqual([{ id: 'd', status: 'solved', created_at: '2024-03-01 10:00:00.000' }]);
  });

  it('adds a new column by itself and leaves the rows that stand there', async () => {
    await createDatabase(store, 'w2');
    await createTables(store, 'w2', { entities: [before] });
    await store.insert('w2', before, [{ id: 'a', version: 1, body: 'x' }]);
    await createTables(store, 'w2', { entities: [after] });
    const answer = await store.query(sql`SELECT * FROM ${table('w2', before)}`);
    expect(answer.rows).toEqual([{ id: 'a', version: 1, body: 'x', words: null }]);
  });

  it('refuses a changed type and names the column', async () => {
    await expect(createTables(store, 'w2', { entities: [changed] })).rejects.toThrow(
      'The column notes.body is stored as String and declared as Int64; a changed type needs a numbered migration.',
    );
  });

  it('runs a migration once, and refuses a database that a newer version wrote', async () => {
    const runs: number[] = [];
    const migration = { number: 99, why: 'a test', run: async () => void runs.push(1) };
    await createTables(store, 'w2', { entities: [after], migrations: [migration] });
    await createTables(store, 'w2', { entities: [after], migrations: [migration] });
    expect(runs).toEqual([1]);
    await expect(createTables(store, 'w2', { entities: [after] })).rejects.toThrow(
      'written by a newer version of Earshot (schema 99; this version knows 1)',
    );
  });

  it('tells refused rows of two tables of one archive apart in a workspace of before', async () => {
    const { member: _member, ...columns } = rejects.columns;
    const old: Entity = { ...rejects, key: ['import_id', 'line', 'reason'], columns };
    await createDatabase(store, 'w3');
    await createTables(store, 'w3', { entities: [old], migrations: [] });
    const row = { import_id: 'i', revision: 1, source: 's', at: 0, line: 7, reason: 'missing', column: '', value: '', raw: 'x' };
    await store.insert('w3', old, [row]);
    await createTables(store, 'w3', { entities: [rejects] });
    await store.insert('w3', rejects, [{ ...row, member: 'b.csv' }]);
    const { rows } = await store.query(sql`SELECT member, line FROM ${table('w3', rejects)} ORDER BY member`);
    expect(rows).toEqual([
      { member: '', line: 7 },
      { member: 'b.csv', line: 7 },
    ]);
    await dropDatabase(store, 'w3');
  });

  it('lists workspaces and drops one with everything in it', async () => {
    expect(await listDatabases(store)).toEqual(['w1', 'w2']);
    await dropDatabase(store, 'w2');
    expect(await listDatabases(store)).toEqual(['w1']);
  });

  it('writes replicated tables with a distributed one over them for a cluster', () => {
    const notes: Entity = { ...before, indexes: ['body'] };
    const texts = tableDefinition('w1', notes, 'main').map((statement) => render(statement).text);
    expect(texts).toEqual([
      `CREATE TABLE IF NOT EXISTS {p0:Identifier}.\`notes_local\` ON CLUSTER \`main\` (
  \`id\` String,
  \`version\` Int64,
  \`body\` String,
  INDEX \`by_body\` \`body\` TYPE minmax GRANULARITY 1
)
ENGINE = ReplicatedReplacingMergeTree(\`version\`)
ORDER BY (\`id\`)`,
      `CREATE TABLE IF NOT EXISTS {p0:Identifier}.\`notes\` ON CLUSTER \`main\` (
  \`id\` String,
  \`version\` Int64,
  \`body\` String
)
ENGINE = Distributed(\`main\`, {p0:Identifier}, \`notes_local\`, cityHash64(\`id\`))`,
    ]);
  });
});

function ticket(id: string, revision: number, over: Record<string, unknown>): Record<string, unknown> {
  const empty: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(tickets.columns)) {
    if (column.computed !== undefined) continue;
    empty[name] = column.nullable ? null : ({ list: [], labels: [], flag: false, text: '', label: '' }[column.kind as 'text'] ?? 0);
  }
  return { ...empty, id, revision, partition_month: '2024-03-01', created_at: Date.UTC(2024, 2, 1, 10), ...over };
}
