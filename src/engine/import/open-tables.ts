import { UserError } from '../../core/model/user-error.ts';
import type { Store } from '../store/store.ts';
import { refuseCompound } from './compound-file.ts';
import type { OpenedFile } from './opened-file.ts';
import { openParquetTable } from './parquet-table.ts';
import { openSource, readBytes, type SourceOnDisk, takenFormats } from './source-file.ts';
import type { TableSource } from './table-source.ts';
import { isWorkbook, openWorkbook, refuseOtherWorkbook } from './xlsx-workbook.ts';
import { openZip, type ZipArchive, type ZipMember } from './zip-archive.ts';

/** Opens a file of any kind that is taken. @throws UserError for one that is not, or holds no table */
export async function openTables(store: Store, path: string, fileName?: string): Promise<OpenedFile> {
  const file = await openSource(path, fileName);
  if (file.kind === 'compound') await refuseCompound(file);
  if (file.kind === 'parquet') return openParquetTable(file, store);
  if (file.kind === 'zip') return openArchive(file);
  return { file, tables: [textTable(file)], leftOut: [] };
}

function textTable(file: SourceOnDisk): TableSource {
  const { fileName, bytes } = file;
  return { fileName, member: null, bytes, known: {}, recordIsLine: false, notes: [], read: (meter) => readBytes(file, meter) };
}

async function openArchive(file: SourceOnDisk): Promise<OpenedFile> {
  const archive = await openZip(file);
  refuseOtherWorkbook(file, archive);
  if (isWorkbook(archive)) return openWorkbook(file, archive);
  const members = archive.members.filter(({ name }) => !isHidden(name)).sort((left, right) => (left.name < right.name ? -1 : 1));
  const readable = members.filter(({ name }) => isText(name));
  if (readable.length === 0) {
    throw new UserError('import_zip_empty', `${file.fileName} holds no CSV, TSV, JSON or NDJSON file; give ${takenFormats}`);
  }
  const others = members.filter(({ name }) => !isText(name));
  return {
    file,
    tables: readable.map((member) => memberTable(file, archive, member)),
    leftOut: others.map(({ name }) => ({ member: name, code: 'import_member_kind', reason: 'it is no CSV, TSV, JSON or NDJSON file' })),
  };
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function isText(name: string): boolean {
  return /\.(csv|tsv|tab|txt|json|ndjson|jsonl)$/i.test(name);
}

function memberTable(file: SourceOnDisk, archive: ZipArchive, { name, packedBytes }: ZipMember): TableSource {
  return {
    fileName: `${file.fileName}: ${name}`,
    member: name,
    bytes: packedBytes,
    known: {},
    recordIsLine: false,
    notes: [],
    read: (meter) => archive.read(name, meter),
  };
}
