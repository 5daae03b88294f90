import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.begin());
afterEach(() => space.end());

const tickets = (status: string, updated: string) =>
  `ticket_id,created_at,updated_at,status,priority,agent,team,customer_email,description,csat_score,solved_at,Plan
1,2026-03-01 08:00:00,${updated},${status},P1,Ann,Desk,User1@Example.com,Lamp is ${status},4,2026-03-02 08:00:00,${status}
`;
const readTickets = () => space.rows(sql`SELECT id, status FROM ${space.table('tickets')} ORDER BY id`);

test('an import that is undone leaves nothing, and brought again it is there again', async () => {
  const path = space.file('desk.csv', tickets('Open', '2026-03-02 09:00:00'));
  const first = await space.run(path);
  await space.undo(first.importId);
  for (const name of ['ticket_records', 'tickets', 'survey_responses', 'agents', 'teams', 'rejects', 'contacts'])
    expect([name, await space.count(name)]).toEqual([name, 0]);
  expect(await space.rows(sql`SELECT state FROM ${space.table('imports')}`)).toEqual([{ state: 'undone' }]);
  expect(await space.run(path)).toMatchObject({ unchanged: false, tickets: 1, rowsAccepted: 1 });
});

/** The file with a field of the house's own. */
async function bring(path: string) {
  const preview = await space.preview(path);
  const own = preview.suggestedFields.map(({ column, ...field }) => ({ from: column, ...field }));
  return space.run(path, { mapping: { ...preview.mapping, columns: [...preview.mapping.columns, ...own] } });
}

const written = ['ticket_records', 'messages', 'survey_responses', 'agents', 'teams', 'tickets'];

async function everything(): Promise<unknown> {
  const rows = written.map((name) => {
    const ours = name === 'tickets' ? sql`revision` : sql`received_at`;
    return space.rows(sql`SELECT * EXCEPT (${ours}) FROM ${space.table(name)} ORDER BY id`);
  });
  return Promise.all(rows);
}

async function mergeAll(): Promise<void> {
  for (const name of [...written, 'replaced_rows']) await space.store.command(sql`OPTIMIZE TABLE ${space.table(name)} FINAL`);
}

test('an import that is undone gives back what it had replaced, of several also in their middle', async () => {
  const paths = ['Open', 'Pending', 'Solved'].map((status, index) =>
    space.file(`desk_${index}.csv`, tickets(status, `2026-03-0${index + 2} 09:00:00`)),
  );
  const [first = ''] = paths;
  await bring(first);
  const before = await everything();
  const [second, third] = [await bring(paths[1] ?? ''), await bring(paths[2] ?? '')];
  await mergeAll();
  await space.undo(second.importId);
  expect(await readTickets()).toEqual([{ id: 'desk:1', status: 'solved' }]);
  await mergeAll();
  await space.undo(third.importId);
  expect(await everything()).toEqual(before);
  expect(await space.count('replaced_rows')).toBe(0);
  expect(await bring(first)).toMatchObject({ unchanged: true });
});
