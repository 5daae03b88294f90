import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { mappingSchema } from '../../core/import/mapping.ts';
import { sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
  await space.begin();
});
afterAll(() => space.close());
beforeEach(() => mkdirSync(join(space.directory, 'a-directory'), { recursive: true }));
afterEach(async () => {
  const { rows } = await space.store.query<{ id: string }>(sql`SELECT id FROM ${space.table('imports')} WHERE state = 'finished'`);
  for (const { id } of rows) await space.undo(id);
});

const subjects = () =>
  space
    .rows<{ subject: string }>(sql`SELECT subject FROM ${space.table('ticket_records')} ORDER BY id`)
    .then((rows) => rows.map((row) => row.subject));

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

const refused: readonly (readonly [what: string, name: string, content: string | Buffer | null, sentence: string])[] = [
  [
    'a picture called .csv',
    'tickets.csv',
    png,
    'tickets.csv is a PNG picture, not a table; save it as CSV, TSV, JSON, NDJSON, XLSX, Parquet or a ZIP of them',
  ],
  ['a workbook called .csv', 'book.csv', Buffer.from('504b030414000600', 'hex'), 'book.csv is a broken or cut off archive'],
  [
    'binary data',
    'noise.csv',
    Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 31)),
    'noise.csv holds binary data, not text; save it as CSV, TSV, JSON, NDJSON, XLSX, Parquet or a ZIP of them',
  ],
  ['an empty file', 'empty.csv', '', 'empty.csv is empty; a file needs a header and at least one row'],
  ['a file of blank lines', 'blank.csv', '\n\n\n', 'blank.csv holds no records; a file needs a header and at least one row'],
  ['an empty gzip file', 'empty.csv.gz', gzipSync(''), 'empty.csv.gz holds no records; a file needs a header and at least one row'],
  ['a header alone', 'header.csv', 'id,created,status\n', 'header.csv has a header (id, created, status) and no rows'],
  ['cut off JSON', 'cut.json', '{"tickets": [ {"id": 1, ', 'cut.json is broken or cut off JSON; write it again and bring the whole file'],
  ['an empty list', 'none.json', '[]', 'none.json is JSON without a list of objects; a document holds one object a row'],
  ['a directory', 'a-directory', null, 'a-directory is a directory; give one file: CSV, TSV, JSON, NDJSON, XLSX, Parquet or a ZIP of them'],
  ['a file that is not there', 'missing.csv', null, 'there is no file missing.csv'],
  [
    'a gzip file that is broken',
    'broken.csv.gz',
    Buffer.concat([Buffer.from('1f8b0800000000000003', 'hex'), Buffer.from('nonsense nonsense')]),
    'broken.csv.gz is broken gzip data',
  ],
  [
    'a first line without an end',
    'endless.csv',
    'x'.repeat(1_200_000),
    'the first line of endless.csv is longer than 1 MB; a file begins with a header or a short row',
  ],
];

test.each(refused)('%s is refused in one sentence', async (_what, name, content, sentence) => {
  const path = content === null ? join(space.directory, name) : space.file(name, content);
  await expect(space.run(path)).rejects.toThrow(sentence);
  await expect(space.preview(path)).rejects.toThrow(sentence);
  expect(await space.count('ticket_records')).toBe(0);
});

/** More than the megabyte that is looked at for the encoding. */
const longRows = (separator: string) =>
  Array.from({ length: 1_200 }, (_, index) => [index + 10, '2026-01-03', 'plain '.repeat(170)].join(separator)).join('\n');

const text = (subject: string) => `id;created;subject\n1;2026-01-01;${subject}\n2;2026-01-02;${subject} 2\n`;

const encoded: readonly (readonly [encoding: string, bytes: Buffer, subject: string])[] = [
  ['utf-8 with a mark', Buffer.from(`\uFEFF${text('Grüße 世界')}`), 'Grüße 世界'],
  ['utf-16le with a mark', Buffer.from(`\uFEFF${text('Привет')}`, 'utf16le'), 'Привет'],
  ['utf-16be with a mark', iconv.encode(`\uFEFF${text('Привет')}`, 'utf-16be'), 'Привет'],
  ['utf-16le without a mark', Buffer.from(text('Where is my order'), 'utf16le'), 'Where is my order'],
  [
    'windows-1251',
    iconv.encode(text('Где мой заказ, почему он не пришёл вовремя'), 'windows-1251'),
    'Где мой заказ, почему он не пришёл вовремя',
  ],
  ['windows-1252', iconv.encode(text('Größe passt nicht, Rückgabe möglich?'), 'windows-1252'), 'Größe passt nicht, Rückgabe möglich?'],
  ['gb18030', iconv.encode(text('我的订单在哪里，为什么还没有到'), 'gb18030'), '我的订单在哪里，为什么还没有到'],
];

test.each(encoded)('%s is read as it was written', async (_encoding, bytes, subject) => {
  await space.run(space.file('words.csv', bytes));
  expect(await subjects()).toEqual([subject, `${subject} 2`]);
  await space.run(space.file('words.csv.gz', gzipSync(bytes)));
});

test('bytes that are not UTF-8 are replaced, counted and named, and the other rows stay exact', async () => {
  const filler = Array.from({ length: 40_000 }, (_, index) => `${index + 10};2026-01-03;plain text that fills the first megabyte`).join(
    '\n',
  );
  const bytes = Buffer.concat([Buffer.from(`${text('gut é')}${filler}\n3;2026-01-03;`), Buffer.from([0xff, 0xfe]), Buffer.from('x\n')]);
  const summary = await space.run(space.file('malformed.csv', bytes));
  expect(summary.rowsRejected).toBe(0);
  expect(summary.notes).toContain('Unreadable characters that were replaced: 2.');
  expect(
    await space.rows(sql`SELECT subject FROM ${space.table('ticket_records')} WHERE id IN ('malformed:3', 'malformed:1') ORDER BY id`),
  ).toEqual([{ subject: 'gut é' }, { subject: '\uFFFD\uFFFDx' }]);
});

test('a line of 200 MB is one reject, its neighbours stay, and memory stays low', async () => {
  const path = join(space.directory, 'long.csv');
  const descriptor = openSync(path, 'w');
  const head = `id,created,subject\n${longRows(',')}\nlong,2026-01-01,`;
  writeSync(descriptor, head);
  const end = head.length + 200_000_000;
  ftruncateSync(descriptor, end);
  writeSync(descriptor, '\nlast,2026-01-01,after it\n', end);
  closeSync(descriptor);
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  const summary = await space.run(path).finally(() => clearInterval(watch));
  expect(summary).toMatchObject({ rowsAccepted: 1_201, rowsRejected: 1, rejectedBy: { too_long: 1 } });
  expect(await space.rows(sql`SELECT line, length(raw) AS shown FROM ${space.table('rejects')}`)).toEqual([
    { line: 1_202, shown: expect.any(Number) },
  ]);
  expect(highest - before).toBeLessThan(256_000_000);
});

test('an open quote in the first row costs that row alone', async () => {
  const summary = await space.run(
    space.file('first.csv', 'id,created,subject\n1,2026-01-01,"open\n2,2026-01-02,b\n3,2026-01-03,c\n4,2026-01-04,d\n'),
  );
  expect(summary).toMatchObject({ rowsRead: 4, rowsAccepted: 3, rejectedBy: { open_quote: 1 } });
});

test('an open quote in row 3 of many costs that row alone', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => `${index},2026-01-01,${index === 2 ? '"open' : 'closed'}`);
  const summary = await space.run(space.file('quote.csv', `id,created,subject\n${rows.join('\n')}\n`));
  expect(summary).toMatchObject({ rowsRead: 5_000, rowsAccepted: 4_999, rejectedBy: { open_quote: 1 } });
  expect(await space.rows(sql`SELECT line, reason, raw FROM ${space.table('rejects')}`)).toEqual([
    { line: 4, reason: 'open_quote', raw: '2,2026-01-01,"open' },
  ]);
});

test('ids beyond 2^53, names of prototypes and NaN are taken as text', async () => {
  const lines = [
    '{"id": 9007199254740993123, "created_at": "2026-01-01T00:00:00Z", "subject": "__proto__", "__proto__": {"x": 1}, "csat_score": "NaN"}',
    '{"id": "constructor", "created_at": "2026-01-01T00:00:00Z", "subject": "a \\"quoted\\"\\nline", "via": {"channel": "email"}}',
    `{"id": 3, "created_at": ${'['.repeat(50_000)}}`,
    'not json at all',
  ];
  const summary = await space.run(space.file('objects.ndjson', `${lines.join('\n')}\n`), { target: 'tickets' });
  expect(summary).toMatchObject({ rowsRead: 4, rowsAccepted: 2, rejectedBy: { not_json: 2 } });
  expect(await space.rows(sql`SELECT id, subject FROM ${space.table('ticket_records')} ORDER BY id`)).toEqual([
    { id: 'objects:9007199254740993123', subject: '__proto__' },
    { id: 'objects:constructor', subject: 'a "quoted"\nline' },
  ]);
});

test('a file of two thousand columns is a file', async () => {
  const more = Array.from({ length: 2_000 }, (_, index) => `extra ${index}`);
  const header = ['id', 'created', 'subject', ...more].join(',');
  const row = (id: string) => [id, '2026-01-01', 'wide', ...more].join(',');
  const summary = await space.run(space.file('wide.csv', `${header}\n${row('1')}\n${row('')}\n`), { target: 'tickets' });
  expect(summary).toMatchObject({ rowsAccepted: 1, rejectedBy: { missing: 1 } });
  expect(await subjects()).toEqual(['wide']);
});

test('the columns of a file cannot reach the engine as SQL', async () => {
  const name = 'id`, (SELECT 1)); DROP TABLE x --';
  const path = space.file('hostile.csv', `"${name}",created,subject\n"1'; DROP TABLE tickets; --",2026-01-01,"{p0:String} \\' \\\\ \\t"\n`);
  const mapping = {
    version: 1 as const,
    target: 'tickets' as const,
    source: 'hostile',
    columns: [
      { from: name, to: 'source_id' },
      { from: 'created', to: 'created_at' },
      { from: 'subject', to: 'subject' },
    ],
    nulls: ["'; DROP TABLE tickets; --"],
  };
  expect((await space.preview(path, mapping)).rows).toHaveLength(1);
  await space.run(path, { mapping: mappingSchema.parse(mapping) });
  expect(await space.rows(sql`SELECT id, subject FROM ${space.table('ticket_records')}`)).toEqual([
    { id: "hostile:1'; DROP TABLE tickets; --", subject: "{p0:String} \\' \\\\ \\t" },
  ]);
});
