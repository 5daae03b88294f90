import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { mappingSchema } from '../../core/import/mapping.ts';
import { sql } from '../../core/sql/sql.ts';
import type { ImportProgress } from './import-options.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.begin());
afterEach(() => space.end());

const header =
  'ticket_id,created_at,updated_at,status,priority,channel,agent,team,customer_email,first_response_minutes,csat_score,solved_at';
const row = (id: number, status: string, updated: string) =>
  `${id},2026-03-01 08:00:00,${updated},${status},P1,Chat,Ann,Desk,User${id}@Example.com,12.5,4,2026-03-02 08:00:00`;
const tickets = (...rows: string[]) => `${header}\n${rows.join('\n')}\n`;

const readTickets = () =>
  space.rows(sql`SELECT id, status, priority, channel, assignee_id, team_id, requester_email, first_response_human_calendar_ms AS response, last_solved_at
FROM ${space.table('tickets')}
ORDER BY id`);

test('rows of tickets become tickets with our words, instants in UTC and durations in milliseconds', async () => {
  const summary = await space.run(
    space.file('desk.csv', tickets(row(1, 'Resolved', '2026-03-02 09:00:00'), row(2, 'In Progress', '2026-03-02 09:00:00'))),
    {
      zone: 'America/New_York',
    },
  );
  expect(summary).toMatchObject({ tickets: 2, rowsRead: 2, rowsAccepted: 2, rowsRejected: 0, unmapped: [], unchanged: false });
  expect(summary.notes).toContain('Times that name no zone are read in America/New_York.');
  expect(await readTickets()).toEqual([
    {
      id: 'desk:1',
      status: 'solved',
      priority: 'urgent',
      channel: 'chat',
      assignee_id: 'desk:Ann',
      team_id: 'desk:Desk',
      requester_email: 'user1@example.com',
      response: 750_000,
      last_solved_at: '2026-03-02 13:00:00.000',
    },
    expect.objectContaining({ id: 'desk:2', status: 'open', last_solved_at: null }),
  ]);
  expect(
    await space.rows(
      sql`SELECT ticket_id, kind, score, scale_min, scale_max, direction FROM ${space.table('survey_responses')} ORDER BY ticket_id`,
    ),
  ).toEqual([
    { ticket_id: 'desk:1', kind: 'csat', score: 4, scale_min: 1, scale_max: 5, direction: 'up' },
    { ticket_id: 'desk:2', kind: 'csat', score: 4, scale_min: 1, scale_max: 5, direction: 'up' },
  ]);
  expect(await space.rows(sql`SELECT id, name FROM ${space.table('teams')}`)).toEqual([{ id: 'desk:Desk', name: 'Desk' }]);
});

test('the same file again is no change', async () => {
  const path = space.file('desk.csv', tickets(row(1, 'Open', '2026-03-02 09:00:00')));
  const first = await space.run(path);
  const again = await space.run(path);
  expect(again).toMatchObject({ importId: first.importId, unchanged: true, tickets: 1, rowsRead: 1 });
  expect(await space.count('ticket_records')).toBe(1);
});

test('of a newer export only what is newer is written, and an older export changes nothing', async () => {
  const old = space.file('desk_1.csv', tickets(row(1, 'Open', '2026-03-02 09:00:00'), row(2, 'Open', '2026-03-02 09:00:00')));
  const newer = space.file(
    'desk_2.csv',
    tickets(row(1, 'Solved', '2026-03-03 09:00:00'), row(2, 'Open', '2026-03-02 09:00:00'), row(3, 'New', '2026-03-03 09:00:00')),
  );
  await space.run(old);
  expect(await space.run(newer)).toMatchObject({ rowsRead: 3, rowsAccepted: 2, rowsUnchanged: 1 });
  const oldest = space.file('desk_0.csv', tickets(row(1, 'New', '2026-03-01 09:00:00')));
  expect(await space.run(oldest)).toMatchObject({ rowsRead: 1, rowsAccepted: 0, rowsUnchanged: 1 });
  expect((await readTickets()).map(({ id, status }) => ({ id, status }))).toEqual([
    { id: 'desk:1', status: 'solved' },
    { id: 'desk:2', status: 'open' },
    { id: 'desk:3', status: 'new' },
  ]);
});

test('where a source gives no time of its updates, a row that says something new is written', async () => {
  const export1 = space.file('plain_1.csv', 'id,created,status,tags\n1,2026-01-01,open,a\n2,2026-01-01,,b\n3,2026-01-01,open,\n');
  const export2 = space.file('plain_2.csv', 'id,created,status,tags\n1,2026-01-01,pending,a\n2,2026-01-01,,b\n3,2026-01-01,open,\n');
  await space.run(export1, { target: 'tickets' });
  expect(await space.run(export2, { target: 'tickets' })).toMatchObject({ rowsAccepted: 1, rowsUnchanged: 2 });
  expect(await space.rows(sql`SELECT id, status FROM ${space.table('tickets')} ORDER BY id`)).toEqual([
    { id: 'plain:1', status: 'pending' },
    { id: 'plain:2', status: '' },
    { id: 'plain:3', status: 'open' },
  ]);
});

test('rows whose required fields are missing or unreadable are rejected with line, column, value and row', async () => {
  const path = space.file(
    'bad.csv',
    'id,created,status\n1,2026-01-01,open\n,2026-01-02,open\n3,,open\n4,yesterday,open\n5,2026-13-01,open\n6,2026-01-06,open,more\n',
  );
  const summary = await space.run(path, { target: 'tickets' });
  expect(summary).toMatchObject({ rowsRead: 6, rowsAccepted: 1, rowsRejected: 5, rejectedBy: { columns: 1, missing: 2, unreadable: 2 } });
  expect(await space.rows(sql`SELECT line, reason, column, value, raw FROM ${space.table('rejects')} ORDER BY line`)).toEqual([
    { line: 3, reason: 'missing', column: 'id', value: '', raw: ',2026-01-02,open' },
    { line: 4, reason: 'missing', column: 'created', value: '', raw: '3,,open' },
    { line: 5, reason: 'unreadable', column: 'created', value: 'yesterday', raw: '4,yesterday,open' },
    { line: 6, reason: 'unreadable', column: 'created', value: '2026-13-01', raw: '5,2026-13-01,open' },
    { line: 7, reason: 'columns', column: '', value: '4 cells instead of 3', raw: '6,2026-01-06,open,more' },
  ]);
});

test('words that map to none of ours leave the field empty and are listed with their count', async () => {
  const path = space.file(
    'words.csv',
    'id,created,status,priority\n1,2026-01-01,Limbo,High\n2,2026-01-01,limbo,High\n3,2026-01-01,Limbo,5\n',
  );
  const summary = await space.run(path);
  expect(summary.unmapped).toEqual([
    { field: 'status', column: 'status', value: 'Limbo', count: 2 },
    { field: 'priority', column: 'priority', value: '5', count: 1 },
    { field: 'status', column: 'status', value: 'limbo', count: 1 },
  ]);
  expect(await space.rows(sql`SELECT status, priority FROM ${space.table('tickets')} ORDER BY id`)).toEqual([
    { status: '', priority: 'high' },
    { status: '', priority: 'high' },
    { status: '', priority: '' },
  ]);
});

const mapping = mappingSchema.parse({
  version: 1,
  target: 'tickets',
  source: 'shop',
  columns: [
    { from: 'no', to: 'source_id' },
    { from: 'when', to: 'created_at', format: 'text' },
    { from: 'state', to: 'status', values: { Offen: 'open', Limbo: '' } },
    { from: 'wait', to: 'resolution_ms', unit: 'clock' },
    { from: 'labels', to: 'tags', separator: '|' },
  ],
  dateOrder: 'mdy',
  zone: 'Asia/Tokyo',
  constants: { channel: 'email' },
});

test('a given mapping is taken as it is', async () => {
  const path = space.file('shop.csv', 'no,when,state,wait,labels\n7,3/4/2026 9:05 PM,offen,1:02:03,a| b|\n8,3/4/2026 9:05 PM,Limbo,,\n');
  const summary = await space.run(path, { mapping });
  expect(summary.unmapped).toEqual([]);
  expect(
    await space.rows(sql`SELECT id, created_at, status, channel, resolution_ms, tags FROM ${space.table('ticket_records')} ORDER BY id`),
  ).toEqual([
    { id: 'shop:7', created_at: '2026-03-04 12:05:00.000', status: 'open', channel: 'email', resolution_ms: 3_723_000, tags: ['a', 'b'] },
    { id: 'shop:8', created_at: '2026-03-04 12:05:00.000', status: '', channel: 'email', resolution_ms: null, tags: [] },
  ]);
});

test('a mapping that names a column the file has not is refused by name', async () => {
  await expect(space.run(space.file('other.csv', 'id,created\n1,2026-01-01\n'), { mapping })).rejects.toThrow(
    'other.csv has no column "no", "when", "state", "wait", "labels"; it has id, created',
  );
});

test('the preview shows the very rows, rejects and unknown words of the import, and writes nothing', async () => {
  const path = space.file(
    'shop.csv',
    'no,when,state,wait,labels\n7,3/4/2026 9:05 PM,offen,1:02:03,a\n8,,Unheard,,\n9,1/2/2026,Unheard,,\n',
  );
  const preview = await space.preview(path, mapping);
  expect(preview.rows).toEqual([
    expect.objectContaining({ line: 2, id: 'shop:7', status: 'open', resolution_ms: 3_723_000 }),
    expect.objectContaining({ line: 4, id: 'shop:9', status: '', created_at: '2026-01-01 15:00:00.000' }),
  ]);
  expect(preview.rejects).toEqual([{ line: 3, reason: 'missing', column: 'when', value: '', raw: '8,,Unheard,,' }]);
  expect(preview.unmapped).toEqual([{ field: 'status', column: 'state', value: 'Unheard', count: 1 }]);
  expect(preview.sourceColumns[1]).toEqual({ name: 'when', samples: ['3/4/2026 9:05 PM', '1/2/2026'], empty: 1 });
  expect(await space.count('imports')).toBe(0);
  expect(readdirSync(join(space.directory, 'tmp'))).toEqual([]);
});

test('a preview of a file whose columns are not understood says what is missing', async () => {
  const preview = await space.preview(space.file('odd.csv', 'who,when\nx,y\n'), {
    ...mapping,
    columns: [{ from: 'who', to: 'source_id' }],
  });
  expect(preview.rows).toEqual([]);
  expect(preview.notes.at(-1)).toBe('No column stands for created_at: tickets need it; name the column in the mapping.');
});

const many = (rows: number) =>
  tickets(...Array.from({ length: rows }, (_, index) => row(index, index % 2 === 0 ? 'Open' : 'Solved', '2026-03-02 09:00:00')));

test('an import that is cut short goes on with the first chunk that is not done, and ends with every row once', async () => {
  const path = space.file('many.csv', many(3_000));
  const chunkBytes = 64_000;
  const progress: ImportProgress[] = [];
  const failing = space.run(path, {
    chunkBytes,
    onProgress: (step) => {
      progress.push(step);
      if (progress.length === 3) throw new Error('the power went');
    },
  });
  await expect(failing).rejects.toThrow('the power went');
  const before = progress.at(-1)?.rowsRead ?? 0;
  expect(before).toBeGreaterThan(0);
  expect(await space.rows(sql`SELECT state, message, chunks_done FROM ${space.table('imports')}`)).toEqual([
    { state: 'failed', message: 'the power went', chunks_done: 2 },
  ]);
  const resumed: number[] = [];
  const summary = await space.run(path, { chunkBytes, onProgress: (step) => resumed.push(step.rowsRead) });
  expect(resumed[0]).toBe(before);
  expect(summary).toMatchObject({ rowsRead: 3_000, rowsAccepted: 3_000, rowsUnchanged: 0, tickets: 3_000 });
  expect(await space.count('tickets')).toBe(3_000);
});

test('an import that is stopped leaves nothing behind', async () => {
  const stop = new AbortController();
  const path = space.file('many.csv', many(3_000));
  await expect(
    space.run(path, {
      chunkBytes: 64_000,
      signal: stop.signal,
      onProgress: ({ rowsRead }) => rowsRead > 0 && stop.abort(new Error('stopped')),
    }),
  ).rejects.toThrow('stopped');
  expect(await space.count('ticket_records')).toBe(0);
  expect(await space.count('tickets')).toBe(0);
  expect(readdirSync(join(space.directory, 'tmp'))).toEqual([]);
});

test('a gzip file that is cut in half is refused in one sentence and nothing of it stays', async () => {
  const whole = gzipSync(many(60_000), { level: 1 });
  const path = space.file('half.csv.gz', whole.subarray(0, whole.length >> 1));
  await expect(space.run(path, { chunkBytes: 500_000 })).rejects.toThrow(
    'half.csv.gz is cut off: the gzip data ends in the middle; bring the whole file',
  );
  expect(await space.count('ticket_records')).toBe(0);
  expect(await space.count('tickets')).toBe(0);
  expect(await space.rows(sql`SELECT state, rows_accepted FROM ${space.table('imports')}`)).toEqual([
    { state: 'failed', rows_accepted: 0 },
  ]);
});

test('progress grows to the end and names rate and time left', async () => {
  const steps: ImportProgress[] = [];
  await space.run(space.file('many.csv', many(3_000)), { chunkBytes: 64_000, onProgress: (step) => steps.push(step) });
  expect(steps.at(0)).toMatchObject({ phase: 'reading', rowsRead: 0, rowsPerSecond: null, secondsLeft: null });
  expect(steps.slice(-2).map(({ phase }) => phase)).toEqual(['deriving', 'finished']);
  expect(steps.map(({ rowsRead }) => rowsRead)).toEqual([...steps.map(({ rowsRead }) => rowsRead)].sort((left, right) => left - right));
  expect(steps.at(-1)).toMatchObject({ rowsRead: 3_000, rowsAccepted: 3_000 });
  expect(steps[1]?.rowsPerSecond).toBeGreaterThan(0);
  expect(steps[1]?.secondsLeft).toBeGreaterThanOrEqual(0);
});

test('one file is not imported twice at the same time', async () => {
  const path = space.file('desk.csv', many(2_000));
  // Either may be the first to know what the file is.
  const done = await Promise.allSettled([space.run(path), space.run(path)]);
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = done.find((each) => each.status === 'rejected');
  expect(refused?.reason).toMatchObject({ message: 'desk.csv is being imported already' });
});
