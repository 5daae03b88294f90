import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DataDirectory, openDataDirectory } from '../../src/engine/store/data-directory.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import type { Store } from '../../src/engine/store/store.ts';
import { createDatabase } from '../../src/engine/store/workspace.ts';
import { type EarshotServer, startServer } from '../faults/earshot-process.ts';
import { benchBoards } from './bench-boards.ts';
import { benchImport } from './bench-import.ts';
import { benchIngest } from './bench-ingest.ts';
import { benchPaint } from './bench-paint.ts';
import { benchRefold } from './bench-refold.ts';
import { benchIdle, benchStart } from './bench-server.ts';
import { benchTiles } from './bench-tiles.ts';
import { makeTickets } from './make-tickets.ts';
import type { Measurement } from './measure.ts';
import { benchStats } from './stats/bench-stats.ts';

const parts = ['tiles', 'import', 'refold', 'start', 'idle', 'boards', 'ingest'] as const;
type Part = (typeof parts)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tickets: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    format: { type: 'string', default: 'table' },
  },
});

/** The workspace that a server opens. */
const database = 'earshot';

async function main(): Promise<void> {
  const count = Number(values.tickets);
  if (!Number.isSafeInteger(count) || count < 1000) throw new Error(`--tickets ${values.tickets} is no whole number from 1000 on`);
  const chosen = partsNamed(values.only ?? parts.join(','));
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  try {
    const directories = await openDataDirectory(join(folder, 'data'));
    const measurements = [...(await inProcess(chosen, directories, count)), ...(await overHttp(chosen, directories.path))];
    print(measurements, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function partsNamed(text: string): ReadonlySet<Part> {
  const names = text.split(',');
  const unknown = names.find((name) => !parts.includes(name as Part));
  if (unknown !== undefined) throw new Error(`--only "${unknown}" is no part of the benchmark; allowed are ${parts.join(', ')}`);
  return new Set(names as Part[]);
}

/** What is timed on the engine inside this process. It is closed at the end, since a directory has one process. */
async function inProcess(chosen: ReadonlySet<Part>, directories: DataDirectory, count: number): Promise<Measurement[]> {
  if (!['tiles', 'import', 'refold', 'start', 'idle', 'boards'].some((part) => chosen.has(part as Part))) return [];
  const store = await openEmbeddedStore({ directory: directories.chdb });
  const measurements: Measurement[] = [];
  try {
    if (['tiles', 'start', 'idle', 'boards'].some((part) => chosen.has(part as Part))) await fill(store, count);
    if (chosen.has('tiles')) measurements.push(...(await benchTiles({ store, database }, count)));
    if (chosen.has('import')) measurements.push(...(await benchImport({ store, directory: directories.tmp, tickets: count })));
    if (chosen.has('refold')) measurements.push(...(await benchRefold(store, count)));
  } finally {
    await store.close();
  }
  return measurements;
}

async function fill(store: Store, count: number): Promise<void> {
  await createDatabase(store, database);
  await createTables(store, database);
  await makeTickets({ store, database }, count);
}

/** What is timed on a server in a process of its own, on the tickets that were made. */
async function overHttp(chosen: ReadonlySet<Part>, directory: string): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  if (chosen.has('start')) measurements.push(...(await benchStart(directory)));
  if (chosen.has('idle')) measurements.push(...(await withServer(directory, benchIdle)));
  if (chosen.has('boards'))
    measurements.push(...(await withServer(directory, async (server) => [...(await benchBoards(server)), ...(await benchPaint(server))])));
  if (chosen.has('ingest')) measurements.push(...(await withServer(directory, benchIngest)));
  return measurements;
}

async function withServer(
  directory: string,
  bench: (server: EarshotServer) => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  const server = await startServer(directory);
  try {
    return await bench(server);
  } finally {
    await server.stop('SIGTERM');
  }
}

function print(measurements: readonly Measurement[], count: number): void {
  if (values.format === 'json') {
    console.log(JSON.stringify({ tickets: count, measurements }, null, 2));
    return;
  }
  console.log(`${count.toLocaleString('en')} tickets`);
  for (const measurement of measurements) printLine(measurement);
}

function printLine({ what, figure, goal, met, note }: Measurement): void {
  const sign = met === null ? ' ' : met ? '✓' : '✗';
  console.log(`${sign} ${what.padEnd(56)} ${figure.padEnd(38)} ${goal.padEnd(26)} ${note}`);
}

if (positionals[0] === 'stats') benchStats(values.only, printLine);
else await main();
