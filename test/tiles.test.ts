import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenServices, openServices } from '../src/app/server/open-services.ts';
import { type RunningServer, serve } from '../src/app/server/serve.ts';
import { tileQuery } from '../src/app/web/parts/tile-query.ts';
import { dashboards } from '../src/catalog/dashboards/index.ts';
import type { QueryInput } from '../src/core/model/query.ts';
import type { Result, ResultRow } from '../src/core/model/result.ts';
import { queryCommand } from '../src/core/text/query-command.ts';
import { readConfiguration } from '../src/engine/configuration/read-configuration.ts';
import { ensureSample } from '../src/engine/workspace/ensure-sample.ts';
import { writeServerFile } from '../src/engine/workspace/server-file.ts';
import { runMain } from './run-main.ts';

describe('a tile', () => {
  let directory = '';
  let services: OpenServices;
  let server: RunningServer;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-tiles-'));
    services = await openServices(readConfiguration({ EARSHOT_DATA: directory }).configuration);
    await ensureSample(services.workspace, { tickets: 2_000, seed: 5 });
    server = await serve({ services, host: '127.0.0.1', port: 0, log: { info: () => undefined, error: () => undefined } });
    await writeServerFile(directory, server.port);
  });

  afterAll(async () => {
    await server.stop();
    await services.close();
    await rm(directory, { recursive: true, force: true });
  });

  const post = async (path: string, body: unknown): Promise<string> => {
    const response = await fetch(`${server.address}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // `text()` would drop the byte order mark that spreadsheets read.
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(response.status, `${path} ${JSON.stringify(body)}: ${text}`).toBe(200);
    return text;
  };

  test.each(dashboards.map((board) => [board.name, board] as const))(
    'of %s is answered alike by the API, its files and the command line, and leads to n rows',
    async (_, board) => {
      for (const [index, tile] of board.tiles.entries()) {
        const query = tileQuery(tile, {});
        const answer = await post('query', query);
        const files = { json: await post('export', { query, format: 'json' }), csv: await post('export', { query, format: 'csv' }) };
        expect(JSON.stringify(JSON.parse(files.json)), tile.name).toBe(answer);
        const format = index % 2 === 0 ? 'csv' : 'json';
        const { out } = await runMain([...wordsOf(queryCommand(query)), '--data', directory, '--format', format]);
        expect(out, tile.name).toBe(files[format]);
        await expectRows(query, JSON.parse(answer), tile.name);
      }
    },
    300_000,
  );

  async function expectRows(query: QueryInput, result: Result, tile: string): Promise<void> {
    const sizeOf = ({ values }: ResultRow): number => Math.max(...Object.values(values).map(({ n }) => n));
    const shown = result.rows.filter(({ others }) => !others).toSorted((left, right) => sizeOf(right) - sizeOf(left));
    for (const { group, bucket, values } of shown.slice(0, 1)) {
      for (const { key } of result.metrics) {
        const request = {
          query,
          metric: key,
          group: Object.fromEntries(result.dimensions.map((dimension, index) => [dimension, group[index] ?? ''])),
          ...(bucket === null ? {} : { bucket }),
          limit: 1,
        };
        const { count } = JSON.parse(await post('rows', request)) as { count: number };
        expect(count, `${tile} ${key} ${group.join(' ')} ${bucket}`).toBe(values[key]?.n ?? 0);
      }
    }
  }
});

/** The words after `earshot`, as a shell takes a command apart. */
function wordsOf(command: string): readonly string[] {
  const { stdout } = spawnSync('sh', ['-c', `earshot() { printf '%s\\0' "$@"; }; ${command}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}
