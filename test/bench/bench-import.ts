import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { identifier, join as joinSql, sql } from '../../src/core/sql/sql.ts';
import { runImport } from '../../src/engine/import/run-import.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import type { Store } from '../../src/engine/store/store.ts';
import { createDatabase, dropDatabase, table } from '../../src/engine/store/workspace.ts';
import { openBenchDeriver } from './bench-deriver.ts';
import { type Measurement, thousands, timed } from './measure.ts';
import { keepOfficeHours } from './office-hours.ts';
import { peakMemory } from './peak-memory.ts';
import { ticketFileColumns, writeTicketFile } from './write-ticket-file.ts';

const mostRows = 2_000_000;
const database = 'bench_import';
const rawTable = { name: 'raw' };

export interface ImportBench {
  readonly store: Store;
  /** A folder that is ours. */
  readonly directory: string;
  readonly tickets: number;
}

/** Times the import of plain ticket rows beside the engine's own load of the same file, once before and once after. */
export async function benchImport({ store, directory, tickets }: ImportBench): Promise<readonly Measurement[]> {
  const rows = Math.min(tickets, mostRows);
  const path = join(directory, 'tickets.csv');
  await writeTicketFile({ path, rows, prefix: '' });
  const megabytes = (await stat(path)).size / 1e6;
  await createDatabase(store, database);
  await createTables(store, database);
  const before = await rawLoad(store, path);
  const imported = await importFile(store, directory, path);
  const after = await rawLoad(store, path);
  await dropDatabase(store, database);
  await rm(path);
  const raw = rows / (Math.min(before, after) / 1000);
  const whole = rows / (imported.wholeMs / 1000);
  const share = whole / raw;
  const reading = rows / ((imported.wholeMs - imported.deriveMs) / 1000);
  return [
    {
      what: `import of ${rows.toLocaleString('en')} ticket rows from CSV`,
      figure: `${thousands(whole)} rows/s, ${share.toFixed(2)} × raw load`,
      goal: '≥ 250 k rows/s, ≥ 0.3 ×',
      met: whole >= 250_000 && share >= 0.3,
      note: `${megabytes.toFixed(0)} MB; reading and writing ${thousands(reading)} rows/s, derivation ${Math.round(imported.deriveMs)} ms; raw load ${thousands(raw)} rows/s`,
    },
    {
      what: 'memory of that import above idle',
      figure: `${Math.round(imported.memoryBytes / 1e6)} MB`,
      goal: '≤ 1,000 MB',
      met: imported.memoryBytes <= 1e9,
      note: '',
    },
  ];
}

/** Milliseconds of loading the file into a plain table of texts. */
async function rawLoad(store: Store, path: string): Promise<number> {
  const raw = table(database, rawTable);
  const columns = ticketFileColumns.map((_, index) => sql`${identifier(`c${index}`)} String`);
  await store.command(sql`CREATE TABLE ${raw} (${joinSql(columns)})
ENGINE = MergeTree
ORDER BY tuple()`);
  const file = { path, format: 'CSV', columns: ticketFileColumns } as const;
  const elapsedMs = await timed(() => store.load(file, (relation) => sql`INSERT INTO ${raw} SELECT * FROM ${relation}`));
  await store.command(sql`DROP TABLE ${raw} SYNC`);
  return elapsedMs;
}

async function importFile(store: Store, directory: string, path: string) {
  const workspace = { store, database };
  const now = Date.now();
  await keepOfficeHours(workspace);
  const deriver = await openBenchDeriver(workspace);
  const memory = peakMemory();
  const startedMs = performance.now();
  const summary = await runImport({
    workspace,
    path,
    now,
    directories: { tmp: directory },
    derive: (importId, touched) => deriver.derive(importId, touched),
  });
  return { wholeMs: performance.now() - startedMs, deriveMs: summary.deriveMs, memoryBytes: memory.stop() };
}
