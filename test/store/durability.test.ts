import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../../src/core/entities/messages.ts';
import { bind, sql } from '../../src/core/sql/sql.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { table } from '../../src/engine/store/workspace.ts';
import { bundleScript, firstLine, type Script } from './run-script.ts';

const rounds = Number(process.env.EARSHOT_KILL_ROUNDS ?? 10);

let directory: string;
let script: Script;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'earshot-durability-'));
  script = await bundleScript('test/store/insert-forever.ts');
});

afterAll(async () => {
  await script.remove();
  await rm(directory, { recursive: true, force: true });
});

/** Lets the process insert for a while, kills it, and gives back how many rows it had been told are durable. */
async function killed(child: ChildProcess, afterMs: number): Promise<number> {
  let output = `${await firstLine(child)}\n`;
  child.removeAllListeners('exit');
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await wait(afterMs);
  const end = new Promise((done) => child.stdout?.once('close', done));
  child.kill('SIGKILL');
  await end;
  const whole = output.slice(0, output.lastIndexOf('\n'));
  return Number(whole.slice(whole.lastIndexOf('\n') + 1));
}

it(
  `keeps every acknowledged row exactly once over ${rounds} kills`,
  async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      acknowledged.set(`r${round}`, await killed(script.start([directory, `r${round}`]), 20 + Math.random() * 400));
    }
    const store = await openEmbeddedStore({ directory });
    for (const [round, count] of acknowledged) {
      const answer = await store.query(sql`
SELECT countIf(sequence < ${bind('Int64', count)}) AS kept, count() - uniqExact(id) AS doubled
FROM ${table('w1', messages)}
WHERE import_id = ${bind('String', round)}`);
      expect({ round, ...answer.rows[0] }).toEqual({ round, kept: count, doubled: 0 });
    }
    expect([...acknowledged.values()].every((count) => count > 0)).toBe(true);
    await store.close();
  },
  30_000 + rounds * 10_000,
);
