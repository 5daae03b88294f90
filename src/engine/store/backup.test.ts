import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { sql } from '../../core/sql/sql.ts';
import { backup, restore } from './backup.ts';
import { writeChdbConfig } from './chdb-config.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { createTables } from './schema.ts';
import type { Store } from './store.ts';
import { createDatabase, listDatabases, table } from './workspace.ts';

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'earshot-backup-'));
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function open(name: string): Promise<{ store: Store; directory: DataDirectory }> {
  const directory = await openDataDirectory(join(base, name));
  return { directory, store: await openEmbeddedStore({ directory: directory.chdb, configFile: await writeChdbConfig(directory) }) };
}

const events = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `t:${from + index}`,
    source: 't',
    version: from + index,
    import_id: 'i',
    ticket_id: `t:${index % 100}`,
    at: 1_700_000_000_000 + index,
    sequence: index,
    kind: 'message',
    status: index % 2 === 0 ? 'open' : null,
  }));

const summary = sql`
SELECT count() AS rows, sum(version) AS versions, uniqExact(ticket_id) AS tickets, countIf(status IS NULL) AS without
FROM ${table('w1', ticketEvents)}`;

it('restores equal aggregates into an empty data directory', async () => {
  const source = await open('source');
  await createDatabase(source.store, 'w1');
  await createTables(source.store, 'w1');
  await source.store.insert('w1', ticketEvents, events(0, 5000));
  await source.store.insert('w1', ticketEvents, events(2500, 5000));
  const expected = (await source.store.query(summary)).rows;
  const writing = source.store.insert('w1', ticketEvents, events(100_000, 10));
  const target = join(base, 'the backup');
  await backup(source.store, ['w1'], { directory: source.directory, target, now: 1_700_000_000_000 });
  await writing;
  await expect(backup(source.store, ['w1'], { directory: source.directory, target, now: 0 })).rejects.toThrow('is not empty');
  await expect(restore(source.store, { directory: source.directory, source: target })).rejects.toThrow('There is data already (w1)');
  expect(await readdir(source.directory.backups)).toEqual([]);
  await source.store.close();

  const copy = await open('copy');
  expect(await restore(copy.store, { directory: copy.directory, source: target })).toEqual({
    format: 1,
    databases: ['w1'],
    takenAt: 1_700_000_000_000,
  });
  expect(await listDatabases(copy.store)).toEqual(['w1']);
  await createTables(copy.store, 'w1');
  const restored = (await copy.store.query<{ rows: number }>(sql`${summary} WHERE version < 100000`)).rows;
  expect(restored).toEqual(expected);
  expect(restored[0]?.rows).toBe(7500);
  await copy.store.insert('w1', ticketEvents, events(0, 10));
  expect((await copy.store.query(sql`${summary} WHERE version < 100000`)).rows).toEqual(expected);
  expect(await readdir(copy.directory.backups)).toEqual([]);
  await copy.store.close();
});

it('refuses what is no backup, or only a part of one', async () => {
  const { store, directory } = await open('data');
  await expect(restore(store, { directory, source: base })).rejects.toThrow(`${base} holds no whole backup`);
  await writeFile(join(base, 'backup.json'), '{"format": 2}');
  await expect(restore(store, { directory, source: base })).rejects.toThrow('was not written by this version of Earshot');
  await store.close();
});
