import { type ImportNote, importNote } from '../../core/import/import-note.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, integer, type Sql, sql } from '../../core/sql/sql.ts';
import type { ParquetFile, Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { OpenedFile } from './opened-file.ts';
import type { SourceOnDisk } from './source-file.ts';
import type { ReadMeter } from './table-source.ts';

const most = 10_000;

/** A column of text that a Parquet file is read as. */
interface TextColumn {
  readonly name: string;
  readonly value: Sql;
  /** Holds lists of objects, or keys and values, as JSON. */
  readonly nested: boolean;
}

/** A Parquet file as a table: the fields of a structure are columns under dotted names, lists of plain values are joined with commas, other nested values are JSON. */
export async function openParquetTable(file: SourceOnDisk, store: Store): Promise<OpenedFile> {
  const parquet = await store.openParquet(file.path).catch((error: unknown) => {
    throw parquetFault(file, error);
  });
  if (parquet.rows === 0) throw new UserError('import_empty', `${file.fileName} has columns and no rows`);
  const columns = parquet.columns.flatMap(({ name, type }) => textColumns(name, bind('Identifier', name), parseType(type)));
  if (columns.length > most)
    throw new UserError('import_columns', `${file.fileName} has ${columns.length} columns; at most ${most} can be read`);
  const table = {
    fileName: file.fileName,
    member: null,
    bytes: file.bytes,
    known: { format: 'csv', separator: ',', quoted: true, header: true, encoding: 'utf-8' } as const,
    recordIsLine: true,
    notes: nestedNote(columns),
    read: (meter: ReadMeter) => csvOf(file, parquet, columns, meter),
  };
  return { file, tables: [table], leftOut: [] };
}

function nestedNote(columns: readonly TextColumn[]): ImportNote[] {
  const nested = columns.filter((column) => column.nested).map(({ name }) => name);
  return nested.length === 0 ? [] : [importNote('nested_columns', { columns: nested.join(', ') })];
}

async function* csvOf(file: SourceOnDisk, parquet: ParquetFile, columns: readonly TextColumn[], meter: ReadMeter): AsyncGenerator<Buffer> {
  yield Buffer.from(`${columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join(',')}\n`);
  let bytes = 0;
  try {
    for await (const block of parquet.csv(columns.map(({ value }) => value))) {
      bytes += block.byteLength;
      meter.bytesRead = Math.min(file.bytes, bytes);
      yield Buffer.from(block);
    }
  } catch (error) {
    throw parquetFault(file, error);
  }
}

function parquetFault(file: SourceOnDisk, error: unknown): Error {
  if (!(error instanceof StoreError)) return error as Error;
  const [detail = ''] = error.message.replace(/^.*DB::Exception: /s, '').split(/[\n(]|\. /);
  return new UserError(
    'import_parquet',
    `${file.fileName} is a Parquet file that cannot be read (${detail.trim()}); write it again or save it as CSV`,
  );
}

interface ParsedType {
  readonly kind: 'plain' | 'tuple' | 'list' | 'nested';
  readonly fields: readonly { readonly name: string; readonly type: ParsedType }[];
  readonly text: string;
}

/** As much of a ClickHouse type as tells how to write it as text. */
function parseType(type: string): ParsedType {
  const text = type.replace(/\s+/g, ' ');
  const bare = withoutNullable(text);
  if (bare.startsWith('Tuple(')) return { kind: 'tuple', fields: fieldsOf(bare.slice(6, -1)), text };
  if (bare.startsWith('Array('))
    return { kind: /^Array\((Array|Tuple|Map|Nullable\(Tuple)\(/.test(bare) ? 'nested' : 'list', fields: [], text };
  return { kind: /^(Map|JSON|Object|Variant|Dynamic)/.test(bare) ? 'nested' : 'plain', fields: [], text };
}

function withoutNullable(type: string): string {
  return type.startsWith('Nullable(') ? type.slice(9, -1) : type;
}

function fieldsOf(list: string): { name: string; type: ParsedType }[] {
  return partsOf(list).map((part) => {
    const [, quotedName, plainName = '', type = ''] = /^\s*(?:`((?:[^`\\]|\\.)*)`|(\S+)) (.*)$/.exec(part) ?? [];
    return { name: quotedName ?? plainName, type: parseType(type) };
  });
}

/** Parts at the commas that stand in no brackets and no quotes. */
function partsOf(list: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const [token] of list.matchAll(/`(?:[^`\\]|\\.)*`|[(),]|[^`(),]+/g)) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

function textColumns(name: string, value: Sql, type: ParsedType): TextColumn[] {
  if (type.kind === 'tuple')
    return type.fields.flatMap((field, index) =>
      textColumns(`${name}.${field.name}`, sql`tupleElement(${value}, ${integer(index + 1)})`, field.type),
    );
  if (type.kind === 'nested') return [{ name, value: sql`toJSONString(${value})`, nested: true }];
  if (type.kind === 'list')
    return [{ name, value: sql`arrayStringConcat(arrayMap(item -> ifNull(toString(item), ''), ${value}), ',')`, nested: false }];
  return [{ name, value: plainText(value, type.text), nested: false }];
}

/** Clocks of a stated zone are instants; those of none stay as they are written. */
function plainText(value: Sql, type: string): Sql {
  if (/DateTime/.test(type) && !/'UTC'/.test(type)) return sql`toString(${value})`;
  return value;
}
