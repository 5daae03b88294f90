import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { metaContract } from './meta.contract.ts';
import { openMeta } from './open-meta.ts';

const temporary: string[] = [];

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-meta-'));
  temporary.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of temporary) await rm(folder, { recursive: true, force: true });
});

describe('settings inside the process', () => {
  metaContract(async () => ({ directory: await temporaryFolder() }));
});

/** A folder that was closed in order, with one setting in two versions. */
let sound: string;

beforeAll(async () => {
  sound = await temporaryFolder();
  const meta = await openMeta({ directory: sound });
  await meta.settings.set('zone', 'Europe/London');
  await meta.settings.set('zone', 'Asia/Shanghai');
  await meta.close();
});

async function copyOfSound(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(sound, folder, { recursive: true });
  return folder;
}

describe('a broken folder', () => {
  async function zoneAfterOpening(directory: string): Promise<{ zone: unknown; notices: string[] }> {
    const notices: string[] = [];
    const meta = await openMeta({ directory }, { onNotice: (sentence) => notices.push(sentence) });
    const zone = (await meta.settings.get('zone'))?.value;
    await meta.close();
    return { zone, notices };
  }

  test.each<[string, (postgres: string) => Promise<void>]>([
    ['whose control file is cut', (postgres) => truncate(join(postgres, 'global/pg_control'))],
    ['whose version file is gone', (postgres) => rm(join(postgres, 'PG_VERSION'))],
  ])('%s is restored from the newest dump, with a notice', async (_, spoil) => {
    const folder = await copyOfSound();
    await spoil(join(folder, 'postgres'));
    const { zone, notices } = await zoneAfterOpening(folder);
    expect(zone).toBe('Asia/Shanghai');
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^The settings could not be opened \(.+\) and were restored from .+dump-\d{6}\.json\.$/);
  });

  test('whose tables hold noise and whose newest dump is cut takes the dump before, is set aside, and opens in silence the next time', async () => {
    const folder = await copyOfSound();
    await spoilTables(join(folder, 'postgres'));
    const dumps = (await readdir(join(folder, 'dumps'))).sort();
    await truncate(join(folder, 'dumps', dumps.at(-1) ?? ''), 100);
    expect((await zoneAfterOpening(folder)).zone).toBe('Europe/London');
    expect(existsSync(join(folder, 'broken/PG_VERSION'))).toBe(true);
    expect(await zoneAfterOpening(folder)).toEqual({ zone: 'Europe/London', notices: [] });
  });

  test('without any dump is refused with one sentence and left as it is', async () => {
    const folder = await copyOfSound();
    await spoilTables(join(folder, 'postgres'));
    await rm(join(folder, 'dumps'), { recursive: true });
    await expect(openMeta({ directory: folder })).rejects.toThrow(
      /^The settings in .+ cannot be opened \(.+\) and there is no dump to restore them from; /,
    );
    expect(existsSync(join(folder, 'postgres/PG_VERSION'))).toBe(true);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

describe('the folder of the settings', () => {
  test('while it is open is refused to a second one, and keeps three dumps that come by change and by the clock', async () => {
    const directory = await copyOfSound();
    const dumps = async () => (await readdir(join(directory, 'dumps'))).sort();
    const meta = await openMeta({ directory }, { dumpEveryMs: 20 });
    await expect(openMeta({ directory })).rejects.toThrow(`are in use by process ${process.pid}; stop it, or choose another data folder.`);
    for (const value of [1, 2, 3, 4, 5]) await meta.settings.set('count', value);
    expect(await dumps()).toHaveLength(3);
    expect(await readFile(join(directory, 'dumps', (await dumps()).at(-1) ?? ''), 'utf8')).toContain('"version":5,"value":"5"');
    for (const name of await dumps()) await rm(join(directory, 'dumps', name));
    await expect.poll(dumps, { timeout: 10_000 }).toEqual(['dump-000001.json']);
    await meta.close();
  });

  test('is taken over from a process that died', async () => {
    const directory = await copyOfSound();
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.on('exit', resolve));
    await writeFile(join(directory, 'lock'), `${child.pid} 1`);
    const meta = await openMeta({ directory });
    await meta.close();
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });

  test('is refused when a newer Earshot wrote it, and its dumps do not replace it', async () => {
    const directory = await copyOfSound();
    const options = { directory, now: Date.now, onNotice: () => undefined, dumpEveryMs: 1e9 };
    const database = await openEmbeddedDatabase(options);
    await database.write((transaction) => transaction.execute(sql`INSERT INTO earshot.migrations VALUES (999, now())`));
    await database.close();
    await expect(openMeta({ directory })).rejects.toThrow(/^The settings are from a newer Earshot \(schema 999/);
  });
});

async function spoilTables(postgres: string): Promise<void> {
  const base = join(postgres, 'base/5');
  for (const name of await readdir(base))
    if (/^\d+$/.test(name) && Number(name) >= 16_384) await writeFile(join(base, name), Buffer.alloc(8192, 0x5a));
}
