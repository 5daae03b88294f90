import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Audit, auditDirectory } from './audit.ts';
import { type Ending, startServer } from './earshot-process.ts';
import { ImportLoad } from './import-load.ts';
import { IngestLoad } from './ingest-load.ts';
import { Receipts } from './receipts.ts';

const lives = [400, 1_500, 3_000];
const receipts = new Receipts();
const ingest = new IngestLoad(receipts);
const endings: Ending[] = [];

let folder: string;
let directory: string;
let imports: ImportLoad;
let audit: Audit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-stop-'));
  directory = join(folder, 'data');
  imports = new ImportLoad({ directory: folder, rows: 70_000 });
  for (const lifeMs of lives) endings.push(await liveAndStop(lifeMs));
  audit = await auditDirectory(directory, receipts, imports.files);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function liveAndStop(lifeMs: number): Promise<Ending> {
  const server = await startServer(directory);
  const stop = new AbortController();
  const running = Promise.all([ingest.run(server.address, stop.signal), imports.run(server.address, stop.signal)]);
  await wait(lifeMs);
  const ending = await server.stop('SIGTERM');
  stop.abort();
  await running;
  return ending;
}

it('ends with 0 and without an error when it is asked to stop in the middle of work', () => {
  for (const { code, signal, stderr } of endings) expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
});

it('has answered every request that it took, and refused only by being busy', () => {
  expect(ingest.surprises).toEqual([]);
});

it('keeps every acknowledged row, and the facts of its ticket', () => {
  expect(audit.events.acknowledged).toBeGreaterThan(0);
  for (const table of [audit.events, audit.messages, audit.tickets]) expect(table).toMatchObject({ missing: 0, doubled: 0 });
  expect(audit.stale).toBe(0);
});

it('takes back what an import that did not end had written', () => {
  expect(audit.files.length).toBeGreaterThan(0);
  for (const file of audit.files) {
    const rows = file.finished ? file.expected : 0;
    expect(file).toMatchObject({ records: rows, tickets: rows, doubled: 0 });
    if (imports.finished.has(file.path)) expect(file.finished).toBe(true);
  }
  expect(audit.leftOver).toEqual([]);
});

it('notes that nothing is left to do at the next start', () => {
  expect(existsSync(join(directory, 'settled'))).toBe(true);
  expect(existsSync(join(directory, 'server.json'))).toBe(false);
});
