import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWhenChanged } from '../../../bin/build-when-changed.mjs';
import { openMeta } from './open-meta.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let directory: string;

beforeAll(async () => {
  await buildWhenChanged(root, 'server');
  directory = await mkdtemp(join(tmpdir(), 'earshot-meta-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Sets one setting to 1, 2, 3 …, each printed once it is acknowledged. */
const writer = `
  const { openMeta } = await import(process.argv[1]);
  const meta = await openMeta({ directory: process.argv[2] });
  for (;;) {
    const { version } = await meta.settings.set('count', Math.random());
    console.log(version);
  }
`;

async function killAfter(acknowledged: number): Promise<number> {
  const module = join(root, 'dist/engine/meta/open-meta.js');
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, module, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let last = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    count += 1;
    if (count === acknowledged) child.kill('SIGKILL');
  }
  await ended;
  return last;
}

test('a process killed while it writes loses no change that it acknowledged, and the next one opens without help', async () => {
  for (const acknowledged of [3, 20]) {
    const last = await killAfter(acknowledged);
    const notices: string[] = [];
    const meta = await openMeta({ directory }, { onNotice: (sentence) => notices.push(sentence) });
    const versions = (await meta.settings.history('count')).map(({ version }) => version).reverse();
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(versions.length).toBeGreaterThanOrEqual(last);
    expect(notices).toEqual([]);
    await meta.close();
  }
}, 300_000);
