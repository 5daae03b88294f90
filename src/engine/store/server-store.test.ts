import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleScript, firstLine } from '../../../test/store/run-script.ts';
import { storeContract } from '../../../test/store/store-contract.ts';
import { entity, integer, text } from '../../core/model/entity.ts';
import { sql } from '../../core/sql/sql.ts';
import { createTables } from './schema.ts';
import { openServerStore } from './server-store.ts';
import { createDatabase, table } from './workspace.ts';

const notes = entity({
  name: 'notes',
  doc: 'notes',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: { id: text('id'), version: integer('version') },
});

async function startFront(): Promise<{ url: string; stop: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'earshot-server-'));
  const script = await bundleScript('test/store/clickhouse-http-front.ts');
  const child = script.start([directory]);
  const port = await firstLine(child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await ended(child);
      await Promise.all([script.remove(), rm(directory, { recursive: true, force: true })]);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

const front = await startFront();
const options = { url: front.url, user: 'default', password: '' };

it('repeats an insert whose connection broke before or after it was carried out, and every row is there once', async () => {
  const store = await openServerStore(options);
  await createDatabase(store, 'faults');
  await createTables(store, 'faults', { entities: [notes] });
  for (const [round, fault] of ['reset-before=2', 'reset-after=2', 'reset-before=1&reset-after=1'].entries()) {
    await fetch(`${front.url}/fault?${fault}`);
    await store.insert('faults', notes, [
      { id: `a${round}`, version: 1 },
      { id: `b${round}`, version: 1 },
    ]);
  }
  const answer = await store.query(sql`SELECT count() AS n, uniqExact(id) AS ids FROM ${table('faults', notes)}`);
  expect(answer.rows).toEqual([{ n: 6, ids: 6 }]);
  await store.close();
});

it('says that a server cannot be reached', async () => {
  await expect(openServerStore({ url: 'http://127.0.0.1:9', user: 'default', password: '' })).rejects.toThrow(
    'the database cannot be reached',
  );
});

it('waits on close for what runs', async () => {
  const store = await openServerStore(options);
  const running = store.query<{ n: number }>(sql`SELECT count() AS n FROM numbers(300000000) WHERE cityHash64(number) = 0`);
  await store.close();
  expect((await running).rows).toHaveLength(1);
});

storeContract('the server store', () => openServerStore(options), front.stop);
