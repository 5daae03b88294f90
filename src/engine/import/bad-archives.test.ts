import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorkbook, buildZip } from '../../../test/import/build-workbook.ts';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
  await space.begin();
});
afterAll(() => space.close());

const row = 'id,created_at,status\n1,2026-01-01,open\n';
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024), Buffer.from(name, 'utf16le'), Buffer.alloc(512)]);

/** The general purpose flag of every entry, in local and central headers, says that it is encrypted. */
function encrypted(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = 0; at + 8 < bytes.length; at++) {
    const signature = bytes.readUInt32LE(at);
    if (signature === 0x04034b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 6) | 1, at + 6);
    if (signature === 0x02014b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  }
  return bytes;
}

/** The central directory says that a file is smaller than it unpacks to. */
function understated(zip: Buffer, bytes: number): Buffer {
  const changed = Buffer.from(zip);
  const at = changed.indexOf(Buffer.from('504b0102', 'hex'));
  changed.writeUInt32LE(bytes, at + 24);
  return changed;
}

const zeros = 'x,'.repeat(30_000_000);
const bomb = () => buildZip({ 'bomb.csv': `a,b\n${zeros}\n` });

const refused: readonly (readonly [what: string, name: string, content: () => Buffer, sentence: string])[] = [
  ['a file that swells beyond measure', 'bomb.zip', bomb, 'MB to 60 MB: at most 250 times its size and 100,000 MB in all are unpacked'],
  [
    'a path that climbs out',
    'slip.zip',
    () => buildZip({ '../../etc/passwd.csv': row }),
    'slip.zip names a file outside itself (invalid relative path: ../../etc/passwd.csv); it is not read',
  ],
  ['an absolute path', 'root.zip', () => buildZip({ '/etc/cron.csv': row }), 'root.zip names a file outside itself'],
  [
    'a protected archive',
    'locked.zip',
    () => encrypted(buildZip({ 'a.csv': row })),
    'locked.zip is protected by a password; take the protection off and bring it again',
  ],
  ['an archive of pictures', 'pictures.zip', () => buildZip({ 'a.png': 'x' }), 'pictures.zip holds no CSV, TSV, JSON or NDJSON file'],
  ['an empty archive', 'none.zip', () => buildZip({}), 'none.zip holds no CSV, TSV, JSON or NDJSON file'],
  [
    'an archive that is cut off',
    'half.zip',
    () => buildZip({ 'a.csv': row.repeat(500) }).subarray(0, 60),
    'half.zip is a broken or cut off archive',
  ],
  [
    'a file larger than its archive says',
    'lying.zip',
    () => understated(buildZip({ 'a.csv': row.repeat(500) }), 40),
    'lying.zip is a broken or cut off archive',
  ],
  [
    'an archive of things that are not understood',
    'odd.zip',
    () => buildZip({ 'a.csv': 'x,y\n1,2\n', 'b.csv': 'p,q\n1,2\n' }),
    'odd.zip holds nothing that can be imported as it is understood.',
  ],
  [
    'a protected workbook',
    'secret.xlsx',
    () => compound('EncryptedPackage'),
    'secret.xlsx is a workbook protected by a password; save it without one and bring it again',
  ],
  [
    'an old workbook under a new name',
    'old.xlsx',
    () => compound('Workbook'),
    'old.xlsx is an Excel workbook of before 2007 (.xls); save it as XLSX or CSV and bring it again',
  ],
  ['a binary workbook', 'binary.xlsx', () => buildZip({ 'xl/workbook.bin': 'x' }), 'binary.xlsx is a binary Excel workbook (.xlsb)'],
  ['a workbook of nothing', 'blank.xlsx', () => buildWorkbook({ Sheet1: { rows: [] } }), 'blank.xlsx has no sheet with a header and a row'],
  [
    'a workbook whose sheet is no XML',
    'torn.xlsx',
    () => buildZip({ 'xl/workbook.xml': '<workbook><sheets>', 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    'torn.xlsx is a broken workbook',
  ],
  [
    'a Parquet file that is none',
    'lake.parquet',
    () => Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(200), Buffer.from('PAR1')]),
    'lake.parquet is a Parquet file that cannot be read',
  ],
  [
    'a JSON document without a list of objects',
    'list.json',
    () => Buffer.from('[1, 2, 3]'),
    'list.json is JSON without a list of objects; a document holds one object a row',
  ],
];

test.each(refused)('%s is refused in one sentence, and nothing of it stays', async (_what, name, content, sentence) => {
  const path = space.file(name, content());
  await expect(space.run(path)).rejects.toThrow(sentence);
  for (const table of ['ticket_records', 'tickets', 'messages', 'customers']) expect([table, await space.count(table)]).toEqual([table, 0]);
});

test('a table of which nothing is understood is not made tickets of', async () => {
  const path = space.file('odd.csv', 'x,y\n1,2\n');
  await expect(space.run(path)).rejects.toThrow('None of the columns of odd.csv (x, y) is understood; say in a mapping what they are');
  expect((await space.preview(path)).sourceColumns.map(({ name }) => name)).toEqual(['x', 'y']);
});

test('a member that breaks in its middle takes the whole import back', async () => {
  const rows = Array.from({ length: 60_000 }, (_, id) => `${id},2026-01-01,${(id * 7919) % 9973}`).join('\n');
  const zip = buildZip({ 'a.csv': row, 'b.csv': `id,created_at,status\n${rows}\n` });
  zip.fill(0, zip.length - 60_000, zip.length - 59_000);
  await expect(space.run(space.file('torn.zip', zip), { chunkBytes: 100_000 })).rejects.toThrow('torn.zip is a broken or cut off archive');
  expect(await space.count('ticket_records')).toBe(0);
});

test('a gzip file that breaks in its middle leaves nothing but word of why', async () => {
  const rows = Array.from({ length: 400_000 }, (_, id) => `${id},2026-01-01,${(id * 7919) % 9973}`).join('\n');
  const packed = gzipSync(`id,created_at,subject\n${rows}\n`);
  packed.fill(0, packed.length - 60_000, packed.length - 59_000);
  await expect(space.run(space.file('torn.csv.gz', packed), { chunkBytes: 1_000_000 })).rejects.toThrow('torn.csv.gz is broken gzip data');
  expect(await space.count('ticket_records')).toBe(0);
  expect(await space.rows(sql`SELECT state, code FROM ${space.table('imports')} WHERE file_name = 'torn.csv.gz'`)).toEqual([
    { state: 'failed', code: 'import_gzip_broken' },
  ]);
});

test('a gzip file that swells costs no memory', async () => {
  const path = space.file('swell.csv.gz', gzipSync(`id,created_at,subject\n1,2026-01-01,${'x'.repeat(150_000_000)}\n2,2026-01-01,after\n`));
  const before = process.memoryUsage().rss;
  const { rejects } = await space.preview(path);
  expect(rejects.map(({ reason }) => reason)).toEqual(['too_long']);
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
});
