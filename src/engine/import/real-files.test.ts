import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { sql } from '../../core/sql/sql.ts';

const shared = new URL('../../../../shared/data/', import.meta.url).pathname;
const present = existsSync(shared);
if (!present) console.log('skipped: imports of real files, because ../shared/data is not there');

let space: ImportWorkspace;

beforeAll(async () => {
  if (!present) return;
  space = await openImportWorkspace();
  await space.begin();
});
afterAll(() => space?.close());

const plain: readonly (readonly [path: string, target: string, rows: number, tickets: number])[] = [
  ['support_tickets_synthetic/customer_support_tickets.csv.gz', 'tickets', 5_000, 5_000],
  ['tickets_multilang/tickets.csv.gz', 'tickets', 1_872, 1_872],
  ['twcs/twcs-AmazonHelp-200-inbound.csv', 'messages', 200, 200],
  ['twcs/twcs-AppleSupport-200-inbound.csv', 'messages', 200, 200],
  ['twcs/twcs-SpotifyCares-200-inbound.csv', 'messages', 200, 200],
  ['twcs/twcs_sample.csv', 'messages', 121, 35],
  ['nyc311/311_Service_Requests.csv', 'tickets', 117, 117],
];

test.skipIf(!present).each(plain)('%s is imported with the mapping that is detected', async (path, target, rows, tickets) => {
  const summary = await space.run(shared + path);
  expect(summary).toMatchObject({ tables: [{ mapping: { target } }], rowsRead: rows, rowsAccepted: rows, rowsRejected: 0, tickets });
  expect(await space.run(shared + path)).toMatchObject({ unchanged: true, rowsRead: rows, tickets });
  await space.undo(summary.importId);
  expect([
    await space.count('tickets'),
    await space.count('ticket_records'),
    await space.count('messages'),
    await space.count('survey_responses'),
  ]).toEqual([0, 0, 0, 0]);
});

test.skipIf(!present)('the real incident log is imported whole, with its traps', async () => {
  const summary = await space.run(`${shared}servicenow_incidents/incident_event_log.csv.gz`);
  expect(summary).toMatchObject({ tickets: 24_918, rowsRead: 141_712, rowsAccepted: 141_712, rowsRejected: 0, rejectedBy: {} });
  expect(summary.unmapped).toEqual([{ field: 'status', column: 'ident_state', value: '-100', count: 5 }]);
  expect(await space.count('ticket_events')).toBe(141_712 + 24_918);
  expect(await space.count('tickets')).toBe(24_918);
  expect(
    await space.rows(sql`SELECT countIf(solved_at IS NULL) AS unresolved, min(created_at) AS first FROM ${space.table('ticket_records')}`),
  ).toEqual([{ unresolved: 1_556, first: '2016-02-29 01:16:00.000' }]);
  await space.undo(summary.importId);
  expect([await space.count('tickets'), await space.count('ticket_records'), await space.count('ticket_events')]).toEqual([0, 0, 0]);
});
