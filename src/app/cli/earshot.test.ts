import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readServerFile } from '../../engine/workspace/server-file.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const runMain = `import(${JSON.stringify(new URL('../../../dist/app/cli/main.js', import.meta.url).href)})
  .then(({ main }) => main(process.argv.slice(1), process.env))
  .then((code) => { process.exitCode = code; })`;
const csv = [
  'Ticket ID,Subject,Created,Solved,Status,Priority',
  '1,Lamp is dark,2026-03-02 09:00,2026-03-02 10:00,Closed,High',
  '2,"=HYPERLINK(""http://evil.example"")",2026-03-03 09:00,2026-03-03 12:00,Closed,High',
  '3,Where is my order,2026-03-04 09:00,,Open,Low',
  '4,No date,soon,,Open,Low',
];

describe('earshot', { timeout: 300_000 }, () => {
  let home = '';
  const data = () => join(home, 'data');
  const running: ChildProcess[] = [];

  const environment = (more: Readonly<Record<string, string>> = {}) => {
    const { EARSHOT_DATA: _, PORT: __, ...rest } = process.env;
    return { ...rest, ...more };
  };

  function earshot(argv: readonly string[], more?: Readonly<Record<string, string>>) {
    const done = spawnSync(process.execPath, ['-e', runMain, '--', ...argv], {
      cwd: home,
      encoding: 'utf8',
      env: environment(more),
      timeout: 120_000,
    });
    return { code: done.status, out: done.stdout, said: done.stderr.trim() };
  }

  /** A server on a free port, once it says that it is ready. */
  async function serve(directory: string): Promise<{ process: ChildProcess; address: string; exited: Promise<unknown[]> }> {
    const child = spawn(process.execPath, ['-e', runMain, '--', 'serve', '--data', directory, '--port', '0'], {
      cwd: home,
      env: environment({ EARSHOT_LOG: 'error' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    const exited = once(child, 'exit');
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      const address = /Earshot is ready: (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address) return { process: child, address, exited };
    }
    throw new Error(`the server ended: ${said}`);
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'earshot-cli-'));
    await writeFile(join(home, 'tickets.csv'), `${csv.join('\n')}\n`);
    spawnSync(process.execPath, [join(root, 'bin/build'), 'server'], { stdio: 'inherit' });
  }, 300_000);

  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
  });

  test('imports a file and says how many rows could not be used and why; the second time changes nothing', () => {
    const first = earshot(['import', 'tickets', 'tickets.csv', '--data', data(), '--format', 'json', '--save-mapping', 'mapping.json']);
    expect(first.said).toBe('');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ state: 'finished', tickets: 3, rowsAccepted: 3, rowsRejected: 1, unchanged: false });
    expect(Object.values(JSON.parse(first.out).rejectedBy)).toEqual([1]);
    const second = earshot(['import', 'tickets', 'tickets.csv', '--data', data(), '--format', 'json']);
    expect(JSON.parse(second.out)).toMatchObject({ id: JSON.parse(first.out).id, tickets: 3, unchanged: true });
  });

  test('answers a query as JSON, as a table with intervals and provenance, and as CSV', () => {
    const ask = ['query', 'created,full_resolution_median', '--by', 'priority', '--data', data()];
    const result = JSON.parse(earshot([...ask, '--format', 'json']).out);
    expect(result.totals.values.created.value).toBe(3);
    expect(result.totals.values.full_resolution_median).toMatchObject({ value: 7_200_000, n: 2, provenance: { computed: 0, reported: 2 } });
    expect(earshot(ask).out).toMatch(/high\s+2\s+2\sh\s+–\s+2\s+reported/);
    expect(earshot([...ask, '--format', 'csv']).out).toContain('high,2,');
  });

  test('shows rows, and lets no cell run in a spreadsheet', () => {
    const { out, code } = earshot(['rows', 'created', '--group', 'priority=high', '--data', data(), '--format', 'csv']);
    expect(code).toBe(0);
    expect(out).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  test.each([
    [['query', 'createdd'], 1, 'did you mean "created"?'],
    [['query', 'created', '--from', '2026-05-01', '--until', '2026-04-01'], 1, 'before it starts'],
    [['import', 'nothing.csv'], 1, 'nothing.csv'],
    [['import', 'tikets', 'tickets.csv'], 1, '"tikets" is no target of an import, did you mean "tickets"?'],
    [['import', '--undo', 'x'], 1, 'There is no import "x"'],
  ] as const)('refuses %j with one sentence', (argv, code, sentence) => {
    const refused = earshot([...argv, '--data', data()]);
    expect(refused.said).toContain(sentence);
    expect(refused.said.split('\n')).toHaveLength(1);
    expect(refused).toMatchObject({ code, out: '' });
  });

  test('takes an import back and leaves nothing', () => {
    const again = JSON.parse(earshot(['import', 'tickets.csv', '--mapping', 'mapping.json', '--data', data(), '--format', 'json']).out);
    expect(JSON.parse(earshot(['import', '--undo', again.id, '--data', data(), '--format', 'json']).out).state).toBe('undone');
    expect(JSON.parse(earshot(['query', 'created', '--data', data(), '--format', 'json']).out).totals.values.created.value).toBe(
      again.unchanged ? 0 : 3,
    );
  });

  test('backs up and restores to equal answers', () => {
    earshot(['import', 'tickets.csv', '--data', data()]);
    const ask = (directory: string) =>
      JSON.parse(earshot(['query', 'created,full_resolution', '--data', directory, '--format', 'json']).out).totals;
    expect(earshot(['backup', 'kept', '--data', data()]).code).toBe(0);
    expect(earshot(['backup', 'kept', '--data', data()])).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') });
    expect(earshot(['restore', 'kept', '--data', join(home, 'restored')]).code).toBe(0);
    expect(ask(join(home, 'restored'))).toEqual(ask(data()));
    expect(earshot(['restore', 'kept', '--data', data()])).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is data already'),
    });
    expect(earshot(['restore', 'nowhere', '--data', join(home, 'other')])).toMatchObject({
      code: 1,
      said: expect.stringContaining('no whole backup'),
    });
  });

  test('talks to the server that holds the directory, and the server ends at SIGTERM with nothing lost', async () => {
    const server = await serve(data());
    expect(readServerFile(data())).toMatchObject({ pid: server.process.pid, port: Number(new URL(server.address).port) });
    expect(JSON.parse(earshot(['query', 'created', '--data', data(), '--format', 'json']).out).totals.values.created.value).toBe(3);
    const exported = await fetch(`${server.address}/api/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: { metrics: ['created'], by: ['priority'], period: 'all' }, format: 'csv' }),
    });
    const asked = earshot(['query', 'created', '--by', 'priority', '--data', data(), '--format', 'csv']).out;
    expect(Buffer.from(asked).equals(Buffer.from(await exported.arrayBuffer()))).toBe(true);
    expect(JSON.parse(earshot(['import', 'tickets.csv', '--data', data(), '--format', 'json']).out).unchanged).toBe(true);

    expect(earshot(['import', 'nothing.csv', '--data', data()])).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no file nothing.csv'),
    });
    expect(earshot(['import', '.', '--data', data()])).toMatchObject({ code: 1, said: '. is no file; name one file to import.' });
    const second = earshot(['serve', '--data', data(), '--port', '0']);
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining(`Earshot serves ${data()} already: ${server.address}`) });
    const taken = earshot(['serve', '--data', join(home, 'other'), '--port', new URL(server.address).port]);
    expect(taken).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Port \d+ is taken by another program: choose another with --port N/),
    });

    const events = Array.from({ length: 500 }, (_, index) => ({
      id: `e${index}`,
      ticket_id: `t${index}`,
      source: 'load',
      at: '2026-03-05T09:00:00Z',
      kind: 'created',
    }));
    const sent = fetch(`${server.address}/api/ingest/ticket_events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(events),
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    server.process.kill('SIGTERM');
    const acknowledged = await sent.then((response) => response.json()).catch(() => ({ accepted: 0 }));
    expect(await server.exited).toEqual([0, null]);
    expect(existsSync(join(data(), 'server.json'))).toBe(false);
    const after = JSON.parse(earshot(['query', 'created', '--data', data(), '--format', 'json']).out).totals.values.created.value;
    expect(after).toBe(3 + (acknowledged as { accepted: number }).accepted);
  });

  test('derives at the next start what a killed server had only stored', async () => {
    const server = await serve(data());
    const event = { id: 'late', ticket_id: 'late', source: 'killed', at: '2026-03-06T09:00:00Z', kind: 'created' };
    const before = JSON.parse(earshot(['query', 'created', '--data', data(), '--format', 'json']).out).totals.values.created.value;
    const answer = await fetch(`${server.address}/api/ingest/ticket_events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    expect(await answer.json()).toEqual({ accepted: 1, rejected: [] });
    server.process.kill('SIGKILL');
    await server.exited;
    expect(JSON.parse(earshot(['query', 'created', '--data', data(), '--format', 'json']).out).totals.values.created.value).toBe(
      before + 1,
    );
  });

  test('refuses a directory that it cannot use, and leaves it as it is', async () => {
    const foreign = join(home, 'foreign');
    await mkdir(foreign);
    await writeFile(join(foreign, 'letter.txt'), 'mine');
    expect(earshot(['query', 'created', '--data', foreign])).toMatchObject({
      code: 1,
      said: expect.stringContaining("holds files that are not Earshot's"),
    });
    expect(earshot(['query', 'created', '--data', join(home, 'tickets.csv')])).toMatchObject({
      code: 1,
      said: expect.stringContaining('is a file'),
    });
    const newer = join(home, 'newer');
    await mkdir(newer);
    await writeFile(join(newer, 'version'), '99\n');
    expect(earshot(['query', 'created', '--data', newer])).toMatchObject({
      code: 1,
      said: expect.stringContaining('newer version of Earshot'),
    });
    expect(await readFile(join(newer, 'version'), 'utf8')).toBe('99\n');
  });

  test.skipIf(process.getuid?.() === 0)('refuses a directory that this user may not write', async () => {
    const closed = join(home, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    expect(earshot(['query', 'created', '--data', closed])).toMatchObject({
      code: 1,
      said: expect.stringContaining('this user may not write there'),
    });
  });

  test('prints every setting with its origin, and whether the workspace answers', () => {
    const { out, code } = earshot(['check', '--data', data(), '--format', 'json'], { PORT: '4010' });
    expect(code).toBe(0);
    const { configuration, workspace } = JSON.parse(out);
    expect(configuration).toContainEqual(expect.objectContaining({ name: 'PORT', value: '4010', from: 'environment' }));
    expect(configuration).toContainEqual(expect.objectContaining({ name: 'EARSHOT_DATA', from: 'argument' }));
    expect(workspace).toMatchObject({ server: 'none', sample: false });
  });

  test('takes a port that was set free by itself', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    expect(earshot(['serve', '--data', join(home, 'other')], { PORT: String(port) }).said).toContain(`Port ${port} is taken`);
    holder.close();
  });
});
