import iconv from 'iconv-lite';
import { sources } from '../../catalog/sources/index.ts';
import { completeMapping } from '../../core/import/column-details.ts';
import { detectEncoding } from '../../core/import/detect-encoding.ts';
import { detectLayout, type KnownLayout, type Layout } from '../../core/import/detect-layout.ts';
import type { ImportNote } from '../../core/import/import-note.ts';
import type { Encoding, Mapping, TargetName } from '../../core/import/mapping.ts';
import { type Recognition, recognise } from '../../core/import/recognise.ts';
import { UserError } from '../../core/model/user-error.ts';
import { takenFormats } from './source-file.ts';
import type { TableSource } from './table-source.ts';

const sampleBytes = 1 << 20;

/** The beginning of a table: its columns, and its first rows as text. */
export interface TableSample {
  readonly source: TableSource;
  readonly encoding: Encoding;
  readonly layout: Layout;
}

/** A table after a look at its beginning: how it is laid out and what its columns mean. */
export interface InspectedTable {
  readonly source: TableSource;
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly notes: readonly ImportNote[];
}

export interface InspectOptions {
  readonly target?: TargetName;
  readonly zone?: string;
  /** The name of the system where no declaration fits. */
  readonly sourceName: string;
  /** Which comes first in 5/3/2016 where the table does not say. */
  readonly dateOrder?: Mapping['dateOrder'];
  readonly now: number;
}

/** Reads the beginning of a table; a given mapping says how. @throws UserError for one that holds no records */
export async function readSample(source: TableSource, mapping?: Mapping): Promise<TableSample> {
  const { bytes, whole } = await firstBytes(source);
  const encoding = source.known.encoding ?? mapping?.encoding ?? detectEncoding(bytes);
  const text = decode(bytes, encoding);
  refuseBinary(text, source);
  const layout = detectLayout(text, whole, { ...knownLayout(mapping), ...source.known });
  if (whole && layout.format === 'csv') refuseOtherJson(text, source);
  refuseEmpty(layout, whole, source);
  return { source, encoding, layout };
}

/** A given mapping is taken as it is; what it leaves open of how columns are written is as the sample shows. @throws UserError when it names columns that the table has not */
export function inspectAs({ source, layout }: TableSample, mapping: Mapping): InspectedTable {
  return { source, layout, mapping: completeMapping(fitting(mapping, layout, source), layout), notes: [] };
}

/** What the columns of a table seem to mean. */
export function inspectTable(
  { source, encoding, layout }: TableSample,
  options: InspectOptions,
): InspectedTable & Pick<Recognition, 'dateOrder'> {
  const found = recognise(layout, {
    encoding,
    zone: options.zone ?? 'UTC',
    target: options.target,
    sourceName: options.sourceName,
    importDay: `${new Date(options.now).toISOString().slice(0, 10)}T00:00:00Z`,
    sources,
    ...(options.dateOrder ? { dateOrder: options.dateOrder } : {}),
  });
  return { source, layout, ...found, notes: [...found.notes, ...source.notes] };
}

async function firstBytes(source: TableSource): Promise<{ bytes: Buffer; whole: boolean }> {
  const blocks: Buffer[] = [];
  let length = 0;
  for await (const block of source.read({ bytesRead: 0 })) {
    blocks.push(block);
    length += block.length;
    if (length > sampleBytes) return { bytes: Buffer.concat(blocks).subarray(0, sampleBytes), whole: false };
  }
  return { bytes: Buffer.concat(blocks), whole: true };
}

function decode(bytes: Buffer, encoding: Encoding): string {
  return encoding === 'utf-8' ? new TextDecoder().decode(bytes) : iconv.decode(bytes, encoding);
}

function knownLayout(mapping: Mapping | undefined): KnownLayout {
  if (!mapping) return {};
  const { format, separator, quoted, header, skipRows = 0, headerRows = 1, recordsAt } = mapping;
  return { format, separator, quoted, header, skipRows, headerRows, recordsAt };
}

/** Texts hold no control characters to speak of. */
function refuseBinary(text: string, source: TableSource): void {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  if (controls > text.length / 50 + 16) {
    throw new UserError('import_binary', `${source.fileName} holds binary data, not text; save it as ${takenFormats}`);
  }
}

/** Text that is JSON as a whole and holds no object is no table, though it could be read as one; and so is a file that is called JSON and is broken. */
function refuseOtherJson(text: string, { fileName }: TableSource): void {
  const isCalledJson = /\.(json|ndjson|jsonl)(\.gz)?$/i.test(fileName);
  if (text.trim() === '' || !(isCalledJson || /^\s*[[{]/.test(text))) return;
  try {
    JSON.parse(text);
  } catch {
    if (!isCalledJson) return;
    throw new UserError('import_broken_json', `${fileName} is broken or cut off JSON; write it again and bring the whole file`);
  }
  throw new UserError('import_json', `${fileName} is JSON without a list of objects; a document holds one object a row`);
}

function refuseEmpty(layout: Layout, whole: boolean, source: TableSource): void {
  if (layout.columns.length === 0 && !whole) {
    throw new UserError(
      'import_long_line',
      `the first line of ${source.fileName} is longer than 1 MB; a file begins with a header or a short row`,
    );
  }
  if (layout.columns.length === 0) {
    throw new UserError('import_empty', `${source.fileName} holds no records; a file needs a header and at least one row`);
  }
  if (layout.rows.length === 0 && whole) {
    throw new UserError('import_header_only', `${source.fileName} has a header (${layout.columns.slice(0, 5).join(', ')}) and no rows`);
  }
}

function fitting(mapping: Mapping, layout: Layout, source: TableSource): Mapping {
  const missing = mapping.columns.map((column) => column.from).filter((name) => !layout.columns.includes(name));
  if (missing.length === 0 || mapping.format !== 'csv') return mapping;
  throw new UserError(
    'import_column',
    `${source.fileName} has no column ${missing.map((name) => JSON.stringify(name)).join(', ')}; it has ${layout.columns.join(', ')}`,
  );
}

/** `tickets_2024-01.csv.gz` and `tickets_2024-02.csv.gz` come from one source. */
export function sourceNameOf(fileName: string): string {
  const stem = fileName.toLowerCase().replace(/(\.(csv|tsv|tab|txt|ndjson|jsonl|json|gz|zip|xlsx|xlsm|parquet))+$/, '');
  const name = stem
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/(_?\d+)+$/, '')
    .replace(/^_+|_+$/g, '')
    .slice(0, 63);
  return name === '' ? 'file' : name;
}
