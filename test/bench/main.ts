import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import { createDatabase } from '../../src/engine/store/workspace.ts';
import { benchTiles } from './bench-tiles.ts';
import { makeTickets } from './make-tickets.ts';
import type { Measurement } from './measure.ts';

const { values } = parseArgs({
  options: { tickets: { type: 'string', default: '1000000' }, format: { type: 'string', default: 'table' } },
});

async function main(): Promise<void> {
  const count = Number(values.tickets);
  if (!Number.isSafeInteger(count) || count < 1000) throw new Error(`--tickets ${values.tickets} is no whole number from 1000 on`);
  const directory = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const store = await openEmbeddedStore({ directory });
  try {
    const workspace = { store, database: 'bench' };
    await createDatabase(store, workspace.database);
    await createTables(store, workspace.database);
    await makeTickets(workspace, count);
    print(await benchTiles(workspace, count), count);
  } finally {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function print(measurements: readonly Measurement[], count: number): void {
  if (values.format === 'json') {
    console.log(JSON.stringify({ tickets: count, measurements }, null, 2));
    return;
  }
  console.log(`${count.toLocaleString('en')} tickets`);
  for (const { what, figure, goal, met, note } of measurements) {
    const sign = met === null ? ' ' : met ? '✓' : '✗';
    console.log(`${sign} ${what.padEnd(52)} ${figure.padEnd(34)} ${goal.padEnd(22)} ${note}`);
  }
}

await main();
