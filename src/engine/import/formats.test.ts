import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildWorkbook, buildZip, type Cell } from '../../../test/import/build-workbook.ts';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { bind, sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
  await space.begin();
});
afterAll(() => space.close());
afterEach(async () => {
  const { rows } = await space.store.query<{ id: string }>(sql`SELECT id FROM ${space.table('imports')} WHERE state = 'finished'`);
  for (const { id } of rows) await space.undo(id);
});

const tickets = () => space.rows(sql`SELECT id, subject, status, created_at FROM ${space.table('ticket_records')} ORDER BY id`);

test('a JSON document is read by its list of objects, wherever its lines end', async () => {
  const list = [
    { id: 9_007_199_254_740_991, created_at: '2026-03-01T10:00:00Z', subject: 'a "b" [c] {d}', status: 'open', via: { channel: 'email' } },
    { id: 2, created_at: '2026-03-02T10:00:00Z', subject: 'two\nlines', status: 'solved', tags: ['x', 'y'] },
  ];
  const expected = [
    expect.objectContaining({ id: 'desk:2', subject: 'two\nlines', status: 'solved' }),
    expect.objectContaining({ id: 'desk:9007199254740991', subject: 'a "b" [c] {d}', status: 'open' }),
  ];
  const documents = [
    JSON.stringify(list),
    JSON.stringify({ tickets: list, count: 2 }),
    JSON.stringify({ meta: { next: null }, data: { items: list } }, null, 2),
  ];
  for (const [index, text] of documents.entries()) {
    const summary = await space.run(space.file(`desk_${index}.json`, index === 1 ? text : text), { target: 'tickets' });
    expect(summary).toMatchObject({ rowsRead: 2, rowsAccepted: 2, rowsRejected: 0 });
    expect(await tickets()).toEqual(expected);
    await space.undo(summary.importId);
  }
  const packed = space.file('desk_9.json.gz', gzipSync(documents[1] ?? ''));
  expect(await space.run(packed, { target: 'tickets' })).toMatchObject({ rowsAccepted: 2 });
});

test('of a JSON document that is cut off the whole objects are read and the rest is told with its line', async () => {
  const rows = Array.from({ length: 3_000 }, (_, id) => `  {"id": ${id}, "created_at": "2026-03-01", "subject": "s"}`).join(',\n');
  const path = space.file('cut.json', `[\n${rows},\n  {"id": 3000, "created`);
  const summary = await space.run(path, { target: 'tickets', chunkBytes: 30_000 });
  expect(summary).toMatchObject({ rowsAccepted: 3_000, rejectedBy: { cut_off: 1 } });
  expect(await space.rows(sql`SELECT line, reason FROM ${space.table('rejects')}`)).toEqual([{ line: 3_002, reason: 'cut_off' }]);
});

const archive = {
  'export/tickets.csv': 'ticket_id,created_at,status,subject,requester_id\n1,2026-03-01 10:00,Open,late,c1\n2,13/04/2026,Solved,lost,c2\n',
  'export/comments.csv': 'id,ticket_id,author_type,body,created_at\n7,1,agent,hello,2026-03-01 11:00\n8,,agent,,\n',
  'export/users.ndjson': '{"id":"c1","name":"Ann","email":"ann@example.com"}\n{"id":"c2","name":"Bo","email":"bo@example.com"}\n',
  'export/empty.csv': '',
  'readme.pdf': 'x',
  '__MACOSX/export/._tickets.csv': 'x',
};

test('an archive is one import: its files are recognised together, share their source, and are taken back at once', async () => {
  const path = space.file('acme.zip', buildZip(archive));
  const preview = await space.preview(path);
  expect(preview.members.map(({ name, used, target }) => ({ name, used, target }))).toEqual([
    { name: 'export/users.ndjson', used: true, target: 'customers' },
    { name: 'export/tickets.csv', used: true, target: 'tickets' },
    { name: 'export/comments.csv', used: true, target: 'messages' },
    { name: 'readme.pdf', used: false, target: null },
    { name: 'export/empty.csv', used: false, target: null },
  ]);
  const summary = await space.run(path, { target: undefined as never });
  expect(summary).toMatchObject({ rowsRead: 6, rowsAccepted: 5, rowsRejected: 1, tickets: 2 });
  expect(await space.rows(sql`SELECT id, ticket_id FROM ${space.table('messages')} ORDER BY id`)).toEqual([
    { id: 'acme:7', ticket_id: 'acme:1' },
  ]);
  expect(await space.rows(sql`SELECT id FROM ${space.table('tickets')} ORDER BY id`)).toEqual([{ id: 'acme:1' }, { id: 'acme:2' }]);
  expect(await space.rows(sql`SELECT member, line, reason FROM ${space.table('rejects')}`)).toEqual([
    { member: 'export/comments.csv', line: 3, reason: 'missing' },
  ]);
  expect(summary.notes).toContain('readme.pdf is left out: it is no CSV, TSV, JSON or NDJSON file.');
  expect(await space.run(path)).toMatchObject({ unchanged: true, importId: summary.importId });
  await space.undo(summary.importId);
  for (const name of ['tickets', 'ticket_records', 'messages', 'customers', 'rejects'])
    expect([name, await space.count(name)]).toEqual([name, 0]);
});

test('an archive that was cut short goes on in the middle of its second file', async () => {
  const rows = (from: number) =>
    `ticket_id,created_at,status\n${Array.from({ length: 2_000 }, (_, id) => `${from + id},2026-03-01,open`).join('\n')}\n`;
  const path = space.file('two.zip', buildZip({ 'a.csv': rows(0), 'b.csv': rows(10_000) }));
  let steps = 0;
  const chunkBytes = 20_000;
  const onProgress = () => {
    if (++steps === 5) throw new Error('the power went');
  };
  await expect(space.run(path, { chunkBytes, onProgress })).rejects.toThrow('the power went');
  const summary = await space.run(path, { chunkBytes });
  expect(summary).toMatchObject({ rowsRead: 4_000, rowsAccepted: 4_000, tickets: 4_000 });
});

const day = 46_082; // 1 March 2026 as days since 30 December 1899
const book = (more: Cell[][] = []) =>
  buildWorkbook({
    Notes: { rows: [['made by the desk']] },
    Tickets: {
      rows: [
        ['Tickets of March'],
        [],
        ['Ticket ID', 'Created', 'Status', 'Category', 'First response time', 'Amount', 'Open?'],
        [1, { date: day + 0.4201388889 }, 'Open', 'Late', { time: 1.0208333333 }, { formula: 'A4*1.1', value: 1.1 }, true],
        [2, { date: day }, 'Solved', null, null, { formula: 'A5*2', value: null }, false],
        [],
        [3, { date: day + 1.5 }, 'Solved', null, { error: '#N/A' }, { formula: '"a,"&"b"', value: 'a,b "c"\nd' }, null],
        ...more,
      ],
      merged: ['A1:F1', 'D4:D5'],
    },
    Old: { rows: [['Ticket ID'], [9]], hidden: true },
  });

test('a workbook gives its sheets: titles above the header, formulas by their last value, dates as instants, merged cells in each of their rows', async () => {
  const path = space.file('desk.xlsx', book());
  const preview = await space.preview(path);
  expect(preview.members.map(({ name, used }) => [name, used])).toEqual([
    ['Tickets', true],
    ['Old', false],
    ['Notes', false],
  ]);
  expect(preview.sourceColumns.map(({ name }) => name)).toEqual([
    'Ticket ID',
    'Created',
    'Status',
    'Category',
    'First response time',
    'Amount',
    'Open?',
  ]);
  expect(preview.trial[2]?.source).toMatchObject({ Amount: 'a,b "c"\nd', 'Open?': '' });
  const summary = await space.run(path, { zone: 'Europe/Berlin' });
  expect(summary).toMatchObject({ rowsRead: 3, rowsAccepted: 3, rowsRejected: 0 });
  expect(
    await space.rows(sql`SELECT id, created_at, status, category, first_response_ms FROM ${space.table('ticket_records')} ORDER BY id`),
  ).toEqual([
    { id: 'desk:1', created_at: '2026-03-01 09:05:00.000', status: 'open', category: 'Late', first_response_ms: 88_200_000 },
    { id: 'desk:2', created_at: '2026-02-28 23:00:00.000', status: 'solved', category: 'Late', first_response_ms: null },
    { id: 'desk:3', created_at: '2026-03-02 11:00:00.000', status: 'solved', category: '', first_response_ms: null },
  ]);
});

test('a row of a sheet that cannot be used is told by the number of its row', async () => {
  await space.run(space.file('rows.xlsx', book([[4, 'soon', 'Open']])));
  expect(await space.rows(sql`SELECT member, line, reason, value FROM ${space.table('rejects')}`)).toEqual([
    { member: 'Tickets', line: 8, reason: 'unreadable', value: 'soon' },
  ]);
});

test('three header rows of a survey tool are one header', async () => {
  const answers = Array.from({ length: 5 }, (_, index) => [{ date: day + index }, `R_${index}`, index + 4, 'fine'] as Cell[]);
  const path = space.file(
    'survey.xlsx',
    buildWorkbook({
      Sheet1: {
        rows: [
          ['RecordedDate', 'ResponseId', 'Q1_NPS', 'Comment'],
          ['Recorded Date', 'Response ID', 'How likely are you to recommend us?', 'Why?'],
          ['{"ImportId":"recordedDate"}', '{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
          ...answers,
        ],
      },
    }),
  );
  const summary = await space.run(path);
  expect(summary.notes).toContain('The header takes 3 rows.');
  expect(
    await space.rows(sql`SELECT id, kind, score, scale_max, answered_at FROM ${space.table('survey_responses')} ORDER BY id LIMIT 1`),
  ).toEqual([{ id: 'survey:R_0', kind: 'nps', score: 4, scale_max: 10, answered_at: '2026-03-01 00:00:00.000' }]);
});

test('names over merged groups are joined to the names below them', async () => {
  const path = space.file(
    'groups.xlsx',
    buildWorkbook({
      Data: {
        rows: [
          ['Ticket', null, null, 'Customer', null],
          ['ID', 'Created', 'Status', 'Name', 'Email'],
          [1, { date: day }, 'Open', 'Ann', 'ann@example.com'],
        ],
        merged: ['A1:C1', 'D1:E1'],
      },
    }),
  );
  await space.run(path);
  expect(await space.rows(sql`SELECT id, status, requester_email FROM ${space.table('ticket_records')}`)).toEqual([
    { id: 'groups:1', status: 'open', requester_email: 'ann@example.com' },
  ]);
});

test('a Parquet file keeps its types; structures are columns, lists are joined, lists of objects are JSON and said', async () => {
  const path = join(space.directory, 'lake.parquet');
  await space.store.command(sql`INSERT INTO FUNCTION file(${bind('String', path)}, 'Parquet')
SELECT
  number + 9007199254740993 AS ticket_id,
  toDateTime64('2026-03-01 10:00:00', 3, 'UTC') + number AS created_at,
  if(number % 2 = 0, 'open', NULL) AS status,
  CAST(tuple('ann@example.com', number), 'Tuple(email String, age UInt64)') AS requester,
  ['a', 'b'] AS tags,
  [CAST(tuple(1, 'x'), 'Tuple(q Int32, sku String)')] AS items,
  toDecimal64(12.5, 2) AS first_response_minutes
FROM numbers(20000)`);
  const summary = await space.run(path, { chunkBytes: 300_000 });
  expect(summary).toMatchObject({ rowsRead: 20_000, rowsAccepted: 20_000, rowsRejected: 0 });
  expect(summary.notes).toContain('items hold lists of objects and are kept as JSON text.');
  expect(
    await space.rows(
      sql`SELECT id, created_at, status, requester_email, tags, first_response_ms FROM ${space.table('ticket_records')} ORDER BY id LIMIT 2`,
    ),
  ).toEqual([
    {
      id: 'lake:9007199254740993',
      created_at: '2026-03-01 10:00:00.000',
      status: 'open',
      requester_email: 'ann@example.com',
      tags: ['a', 'b'],
      first_response_ms: 750_000,
    },
    {
      id: 'lake:9007199254740994',
      created_at: '2026-03-01 10:00:01.000',
      status: '',
      requester_email: 'ann@example.com',
      tags: ['a', 'b'],
      first_response_ms: 750_000,
    },
  ]);
});
