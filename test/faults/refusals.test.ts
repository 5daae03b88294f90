import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/core/sql/sql.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { type EarshotServer, type Ending, runEarshot, startServer } from './earshot-process.ts';

const nobody = 65_534;
const secondServerMs = 2_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-refusals-'));
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function serve(directory: string, ...words: string[]): Promise<Ending> {
  return runEarshot(['serve', '--data', directory, '--port', '0', ...words]);
}

/** Ended with one sentence and nothing else. */
function expectRefusal(ending: Ending, sentence: RegExp): void {
  expect(ending.code).toBe(1);
  expect(ending.stdout).toBe('');
  expect(ending.stderr.trim().split('\n')).toHaveLength(1);
  expect(ending.stderr).toMatch(sentence);
}

describe('a directory that a server holds', () => {
  let directory: string;
  let server: EarshotServer;

  beforeAll(async () => {
    directory = join(folder, 'held');
    server = await startServer(directory);
  });

  afterAll(() => server.stop('SIGTERM'));

  it('refuses a second server within two seconds, and says who holds it', async () => {
    const tries: number[] = [];
    for (let count = 0; count < 3 && !tries.some((ms) => ms <= secondServerMs); count += 1) {
      const ending = await serve(directory);
      expectRefusal(ending, new RegExp(`serves .*held already: ${server.address} \\(process ${server.pid}\\)`));
      tries.push(ending.elapsedMs);
    }
    expect(Math.min(...tries)).toBeLessThanOrEqual(secondServerMs);
  });

  it('refuses a second one also when the note of the first is gone', async () => {
    const note = join(directory, 'server.json');
    const text = await readFile(note, 'utf8');
    await rm(note);
    expectRefusal(await serve(directory), new RegExp(`in use by process ${server.pid}`));
    await writeFile(note, text);
  });

  it('goes on answering', async () => {
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost.evil.example'])(
    'refuses a call under the foreign name %j, to read or to write',
    async (host) => {
      for (const [method, path] of [
        ['GET', '/api/workspace'],
        ['POST', '/api/query'],
        ['GET', '/'],
        ['DELETE', '/api/sample'],
      ] as const) {
        const answer = await call(server, method, path, { host });
        expect([400, 403]).toContain(answer.status);
        if (answer.status === 403) expect(answer.body).toMatch(/Earshot is not called/);
      }
    },
  );

  it.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'https://127.0.0.1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses a change that comes from %j and keeps nothing of it', async (headers) => {
    const row = JSON.stringify({ source: 'evil', id: '1', ticket_id: '1', at: 0, kind: 'created' });
    const answer = await call(server, 'POST', '/api/ingest/ticket_events', { 'content-type': 'application/json', ...headers }, row);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatch(/Another site asked for this/);
    expect((await call(server, 'DELETE', '/api/sample', headers)).status).toBe(403);
    expect(await (await fetch(`${server.address}/api/workspace`)).json()).toMatchObject({ tickets: 0 });
  });

  it('refuses what a form of another site could send without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const answer = await call(server, 'POST', '/api/ingest/ticket_events', type === '' ? {} : { 'content-type': type }, '{}');
      expect(answer.status).toBe(415);
    }
  });
});

describe('a place that cannot be used', () => {
  it('says that the port is taken, and leaves the directory free', async () => {
    const directory = join(folder, 'port');
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expectRefusal(await runEarshot(['serve', '--data', directory, '--port', String(port)]), new RegExp(`Port ${port} is taken`));
    other.close();
    expect(await readdir(directory)).not.toContain('server.json');
    const server = await startServer(directory, ['--port', String(port)]);
    expect((await server.stop('SIGTERM')).code).toBe(0);
  });

  it('says that it is a file', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'mine');
    expectRefusal(await serve(path), /is a file; the data directory must be a folder/);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it("says that other programs' files lie there, and touches none", async () => {
    const directory = join(folder, 'foreign');
    await mkdir(directory);
    await writeFile(join(directory, 'letter.txt'), 'dear');
    expectRefusal(await serve(directory), /holds files that are not Earshot's/);
    expect(await readdir(directory)).toEqual(['letter.txt']);
  });

  it('says that a newer version wrote its layout', async () => {
    const directory = join(folder, 'newer-layout');
    await mkdir(directory);
    await writeFile(join(directory, 'version'), '99\n');
    expectRefusal(await serve(directory), /written by a newer version of Earshot \(layout 99/);
    expect(await readdir(directory)).toEqual(['version']);
  });

  it('says that a newer version wrote its tables', async () => {
    const directory = join(folder, 'newer-schema');
    await (await startServer(directory)).stop('SIGTERM');
    const store = await openEmbeddedStore({ directory: join(directory, 'chdb') });
    await store.command(sql`INSERT INTO earshot.schema_version (number) SELECT 99`);
    await store.close();
    expectRefusal(await serve(directory), /written by a newer version of Earshot \(schema 99/);
  });

  it('says that this user may not write there', async (context) => {
    const directory = join(folder, 'readonly');
    await (await startServer(directory)).stop('SIGTERM');
    const uid = process.getuid?.() === 0 ? nobody : undefined;
    if (uid !== undefined && !canRun(uid)) context.skip('no other user can read this checkout');
    if (uid === undefined) await chmod(directory, 0o555);
    else {
      await chown(directory, uid, uid);
      await chmod(directory, 0o555);
    }
    const options = uid === undefined ? {} : { uid };
    const ending = await runEarshot(['serve', '--data', directory, '--port', '0'], options);
    await chmod(directory, 0o755);
    expectRefusal(ending, /cannot be used as data directory: this user may not write there/);
  });

  it('says that a directory of another user cannot be used', async (context) => {
    if (process.getuid?.() !== 0 || !canRun(nobody)) context.skip('needs two users that can read this checkout');
    const directory = join(folder, 'foreign-owned');
    await (await startServer(directory)).stop('SIGTERM');
    expectRefusal(await runEarshot(['serve', '--data', directory, '--port', '0'], { uid: nobody }), /cannot be (used|opened)/);
    const server = await startServer(directory);
    expect((await server.stop('SIGTERM')).code).toBe(0);
  });
});

it('starts where the note of a server that died names a process that lives since', async () => {
  const directory = join(folder, 'reused');
  const first = await startServer(directory);
  await first.stop('SIGKILL');
  const note = join(directory, 'server.json');
  const dead = JSON.parse(await readFile(note, 'utf8')) as Record<string, unknown>;
  await writeFile(note, JSON.stringify({ ...dead, pid: process.pid }));
  const second = await startServer(directory);
  expect((await second.stop('SIGTERM')).code).toBe(0);
});

/** Whether that user can start the product at all. */
function canRun(uid: number): boolean {
  return spawnSync(process.execPath, [join('bin', 'earshot'), '--version'], { uid, gid: uid }).status === 0;
}

function call(
  server: EarshotServer,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.address);
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
