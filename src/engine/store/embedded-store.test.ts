import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeContract } from '../../../test/store/store-contract.ts';
import { sql } from '../../core/sql/sql.ts';
import { openEmbeddedStore } from './embedded-store.ts';

const directory = await mkdtemp(join(tmpdir(), 'earshot-embedded-'));

storeContract(
  'the embedded store',
  () => openEmbeddedStore({ directory }),
  async () => {},
);

it('waits on close for what runs, and then takes nothing more', async () => {
  const store = await openEmbeddedStore({ directory });
  const running = store.query<{ n: number }>(sql`SELECT count() AS n FROM numbers(300000000) WHERE cityHash64(number) = 0`);
  await store.close();
  expect((await running).rows).toHaveLength(1);
  await expect(store.query(sql`SELECT 1`)).rejects.toThrow('the store is closed');
  await rm(directory, { recursive: true, force: true });
});
