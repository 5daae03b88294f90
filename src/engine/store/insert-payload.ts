import type { Column, Columns, Entity } from '../../core/model/entity.ts';

type Row = Readonly<Record<string, unknown>>;
type Write = (value: unknown) => unknown;

interface ColumnWriting {
  readonly name: string;
  readonly write: Write | null;
  /** ClickHouse reads null in these as 0 without a word. */
  readonly neverNull: boolean;
  /** Whether a value is what the column takes when it is left out; a computed one would be computed. */
  readonly isDefault: (value: unknown) => boolean;
}

const rowsPerText = 250;
const textLengthPerPayload = 32 * 1024 * 1024;

const writings = new WeakMap<Columns, readonly ColumnWriting[]>();

/** Rows as JSONEachRow, in payloads of bounded size. Instants become ISO text, keys decimal text; what is empty is left out and takes its default, which halves the time of wide rows. */
export function* insertPayloads(entity: Entity, rows: readonly Row[]): Generator<string> {
  const writing = writingOf(entity.columns);
  let texts: string[] = [];
  let length = 0;
  for (let start = 0; start < rows.length; start += rowsPerText) {
    const batch = rows.slice(start, start + rowsPerText).map((row) => written(writing, row, true));
    const text = JSON.stringify(batch).slice(1, -1);
    texts.push(text);
    length += text.length;
    if (length > textLengthPerPayload) {
      yield payload(texts);
      texts = [];
      length = 0;
    }
  }
  if (texts.length > 0) yield payload(texts);
}

function payload(texts: readonly string[]): string {
  return withoutLoneSurrogates(texts.join(',\n'));
}

function written(writing: readonly ColumnWriting[], row: Row, leavesOutEmpty: boolean): Row {
  const copy: Record<string, unknown> = {};
  for (const { name, write, neverNull, isDefault } of writing) {
    const value = row[name];
    if (value === undefined) continue;
    if (value === null && neverNull) throw new TypeError(`the column ${name} may not be null`);
    if (leavesOutEmpty && isDefault(value)) continue;
    copy[name] = write && value !== null ? write(value) : value;
  }
  return copy;
}

function defaultTest(column: Column): (value: unknown) => boolean {
  if (column.computed !== undefined) return () => false;
  if (column.nullable) return (value) => value === null;
  return (value) => value === '' || value === 0 || value === false || value === 0n || (Array.isArray(value) && value.length === 0);
}

function writingOf(columns: Columns): readonly ColumnWriting[] {
  const known = writings.get(columns);
  if (known) return known;
  const writing = Object.entries(columns).map(([name, column]) => ({
    name,
    write: writerOf(column),
    neverNull: !column.nullable,
    isDefault: defaultTest(column),
  }));
  writings.set(columns, writing);
  return writing;
}

function writerOf(column: Column): Write | null {
  if (column.kind === 'instant') return (value) => new Date(value as number).toISOString();
  if (column.kind === 'key') return String;
  if (column.kind !== 'list') return null;
  const writing = writingOf(column.fields ?? {});
  return (value) => (value as Row[]).map((item) => written(writing, item, false));
}

/** ClickHouse refuses half of a surrogate pair; JSON.stringify writes it as an escape, and only it. */
function withoutLoneSurrogates(json: string): string {
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (match) => (match === '\\\\' ? match : '\ufffd'));
}
