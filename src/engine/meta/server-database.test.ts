import { afterAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../../test/postgres-server.ts';
import { metaContract } from './meta.contract.ts';
import { openMeta } from './open-meta.ts';

const server = await startPostgres();
if (typeof server === 'string') console.warn(server);

describe.skipIf(typeof server === 'string')('settings on a PostgreSQL server', () => {
  const running = typeof server === 'string' ? null : server;

  async function emptyPlace() {
    if (!running) throw new Error('left out');
    return { url: await running.emptyDatabase() };
  }

  afterAll(() => running?.stop());

  metaContract(emptyPlace);

  test('two servers that start at the same time migrate once', async () => {
    const place = await emptyPlace();
    const both = await Promise.all([openMeta(place), openMeta(place)]);
    await both[0].settings.set('zone', 'UTC');
    expect((await both[1].settings.get('zone'))?.value).toBe('UTC');
    await Promise.all(both.map((meta) => meta.close()));
  });

  test('outlive a restart of the server', async () => {
    const meta = await openMeta(await emptyPlace());
    await meta.settings.set('zone', 'UTC');
    await running?.restart();
    expect((await meta.settings.get('zone'))?.value).toBe('UTC');
    await meta.close();
  });

  test('say in one sentence that a database is not there', async () => {
    const { url } = await emptyPlace();
    await expect(openMeta({ url: `${url}-none` })).rejects.toThrow(
      /^PostgreSQL at 127\.0\.0\.1:\d+\/d\d+-none cannot be used: database "d\d+-none" does not exist\.$/,
    );
  });
});

test('a server that cannot be reached is named without its password', async () => {
  const opening = openMeta({ url: 'postgres://earshot:secret@127.0.0.1:1/earshot' });
  await expect(opening).rejects.toThrow('PostgreSQL at 127.0.0.1:1/earshot cannot be used: connect ECONNREFUSED 127.0.0.1:1.');
});
