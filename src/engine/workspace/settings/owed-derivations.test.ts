import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../../../core/sql/sql.ts';
import { readConfiguration } from '../../configuration/read-configuration.ts';
import { ingestRows } from '../../ingest/ingest-rows.ts';
import { table } from '../../store/workspace.ts';
import { type OpenWorkspace, openWorkspace } from '../open-workspace.ts';
import { readTicket } from '../read-ticket.ts';

test('what a changed setting owed when its process ended is derived by the next one, and then forgotten', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'earshot-owed-'));
  const data = join(directory, 'data');
  const open = () => openWorkspace(readConfiguration({ EARSHOT_DATA: data }).configuration);
  const countAnew = async (workspace: OpenWorkspace) => {
    await workspace.owed.idle();
    return (await readTicket(workspace, 's:1')).facts.is_complaint;
  };
  const first = await open();
  await ingestRows(
    first.ingest,
    first.deriver,
    'ticket_records',
    JSON.stringify({ id: '1', source: 's', created_at: '2026-03-02T09:00:00Z', is_complaint: true }),
  );
  await first.deriver.idle();
  await first.store.command(sql`ALTER TABLE ${table(first.database, { name: 'tickets' })} UPDATE is_complaint = false WHERE true`);
  await first.close();
  const second = await open();
  expect(await countAnew(second)).toBe(false);
  await second.close();
  await writeFile(join(data, 'owed-derivation'), '');
  const third = await open();
  expect(await countAnew(third)).toBe(true);
  await third.close();
  expect(existsSync(join(data, 'owed-derivation'))).toBe(false);
  await rm(directory, { recursive: true, force: true });
});
