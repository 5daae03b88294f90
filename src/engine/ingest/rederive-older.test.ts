import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { sql } from '../../core/sql/sql.ts';
import { emptyRow } from '../query/example-row.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import { createDatabase, table } from '../store/workspace.ts';
import { fileCheckpoint } from './checkpoint.ts';
import { openDeriver } from './deriver.ts';
import { rederiveOlder } from './rederive-older.ts';

test('tickets of an older version are derived anew once, and keep what was fixed at their first fold', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-rederive-'));
  const store = await openEmbeddedStore({ directory: join(directory, 'store') });
  const workspace = { store, database: 'old' };
  await createDatabase(store, 'old');
  await createTables(store, 'old');
  const createdAt = Date.parse('2026-03-02T09:00:00Z');
  const respondedAt = Date.parse('2026-03-02T10:00:00Z');
  await store.insert('old', ticketRecords, [
    emptyRow(ticketRecords, { id: 's:1', source: 's', created_at: createdAt, status: 'open', first_response_at: respondedAt }),
  ]);
  const old = { id: 's:1', revision: 1, import_id: 'first', partition_month: '2026-02-01', home_customer_key: 7n, created_at: createdAt };
  await store.insert('old', tickets, [emptyRow(tickets, old)]);
  let derived = 0;
  const fail = (error: unknown): void => {
    throw error;
  };
  const deriver = await openDeriver({
    workspace,
    checkpoint: fileCheckpoint(join(directory, 'derived')),
    settled: true,
    onDerived: () => derived++,
    onError: fail,
  });
  const path = join(directory, 'derivation-version');
  for (let round = 0; round < 2; round++) {
    const rederivation = rederiveOlder(workspace, deriver, path, fail);
    await expect.poll(() => derived).toBe(1);
    await deriver.idle();
    await expect.poll(() => rederivation.stop()).toBeUndefined();
  }
  const { rows } = await store.query(
    sql`SELECT toString(first_person_reply_at) AS replied, toString(partition_month) AS month, handled_by FROM ${table('old', tickets)}`,
  );
  await store.close();
  rmSync(directory, { recursive: true, force: true });
  expect(rows).toEqual([{ replied: '2026-03-02 10:00:00.000', month: '2026-02-01', handled_by: 'person' }]);
});
