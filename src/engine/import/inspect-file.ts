import iconv from 'iconv-lite';
import { sources } from '../../catalog/sources/index.ts';
import { detectEncoding } from '../../core/import/detect-encoding.ts';
import { detectLayout, type KnownLayout, type Layout } from '../../core/import/detect-layout.ts';
import type { Encoding, Mapping, TargetName } from '../../core/import/mapping.ts';
import { recognise } from '../../core/import/recognise.ts';
import { UserError } from '../../core/model/user-error.ts';
import { readBytes, type SourceOnDisk } from './source-file.ts';

const sampleBytes = 1 << 20;

/** A file after a look at its beginning: how it is laid out and what its columns mean. */
export interface InspectedFile {
  readonly source: SourceOnDisk;
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly notes: readonly string[];
}

export interface InspectOptions {
  readonly mapping?: Mapping;
  readonly target?: TargetName;
  readonly zone?: string;
  readonly now: number;
}

/** Looks at the beginning of a file; a given mapping is taken as it is and must fit the columns. */
export async function inspectFile(source: SourceOnDisk, options: InspectOptions): Promise<InspectedFile> {
  const { bytes, whole } = await firstBytes(source);
  const encoding = options.mapping?.encoding ?? detectEncoding(bytes);
  const text = decode(bytes, encoding);
  refuseBinary(text, source);
  const layout = detectLayout(text, whole, knownLayout(options.mapping));
  refuseEmpty(layout, whole, source);
  if (options.mapping) return { source, layout, mapping: fitting(options.mapping, layout, source), notes: [] };
  const found = recognise(layout, {
    encoding,
    zone: options.zone ?? 'UTC',
    target: options.target,
    sourceName: sourceNameOf(source.fileName),
    importDay: `${new Date(options.now).toISOString().slice(0, 10)}T00:00:00Z`,
    sources,
  });
  return { source, layout, ...found };
}

async function firstBytes(source: SourceOnDisk): Promise<{ bytes: Buffer; whole: boolean }> {
  const blocks: Buffer[] = [];
  let length = 0;
  for await (const block of readBytes(source)) {
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
  const { format, separator, quoted, header } = mapping;
  return { format, separator, quoted, header };
}

/** Texts hold no control characters to speak of. */
function refuseBinary(text: string, source: SourceOnDisk): void {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  if (controls > text.length / 50 + 16) {
    throw new UserError('import_binary', `${source.fileName} holds binary data, not text; save it as CSV, TSV or NDJSON, plain or gzip`);
  }
}

function refuseEmpty(layout: Layout, whole: boolean, source: SourceOnDisk): void {
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

function fitting(mapping: Mapping, layout: Layout, source: SourceOnDisk): Mapping {
  const missing = mapping.columns.map((column) => column.from).filter((name) => !layout.columns.includes(name));
  if (missing.length === 0 || mapping.format === 'ndjson') return mapping;
  throw new UserError(
    'import_column',
    `${source.fileName} has no column ${missing.map((name) => JSON.stringify(name)).join(', ')}; it has ${layout.columns.join(', ')}`,
  );
}

/** `tickets_2024-01.csv.gz` and `tickets_2024-02.csv.gz` come from one source. */
function sourceNameOf(fileName: string): string {
  const stem = fileName.toLowerCase().replace(/(\.(csv|tsv|txt|ndjson|jsonl|json|gz))+$/, '');
  const name = stem
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/(_?\d+)+$/, '')
    .replace(/^_+|_+$/g, '')
    .slice(0, 63);
  return name === '' ? 'file' : name;
}
