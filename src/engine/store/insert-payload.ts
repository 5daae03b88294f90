import type { Column, Columns, Entity } from '../../core/model/entity.ts';

type Row = Readonly<Record<string, unknown>>;
type Write = (value: unknown) => unknown;

interface Writing {
  readonly overrides: readonly (readonly [name: string, write: Write])[];
  /** ClickHouse reads null in these as 0 without a word. */
  readonly neverNull: readonly string[];
}

const rowsPerText = 250;
const textLengthPerPayload = 32 * 1024 * 1024;

const writings = new WeakMap<Columns, Writing>();

/** Rows as JSONEachRow, in payloads of bounded size. Instants become ISO text, keys decimal text; a column that a row leaves out takes its default. */
export function* insertPayloads(entity: Entity, rows: readonly Row[]): Generator<string> {
  const writing = writingOf(entity.columns);
  let texts: string[] = [];
  let length = 0;
  for (let start = 0; start < rows.length; start += rowsPerText) {
    const batch = rows.slice(start, start + rowsPerText).map((row) => written(writing, row));
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

function written({ overrides, neverNull }: Writing, row: Row): Row {
  for (const name of neverNull) if (row[name] === null) throw new TypeError(`the column ${name} may not be null`);
  const copy: Record<string, unknown> = { ...row };
  for (const [name, write] of overrides) {
    const value = copy[name];
    if (value !== undefined && value !== null) copy[name] = write(value);
  }
  return copy;
}

function writingOf(columns: Columns): Writing {
  const known = writings.get(columns);
  if (known) return known;
  const entries = Object.entries(columns);
  const writing = {
    overrides: entries.flatMap(([name, column]) => {
      const write = writerOf(column);
      return write ? [[name, write] as const] : [];
    }),
    neverNull: entries.filter(([, column]) => !column.nullable).map(([name]) => name),
  };
  writings.set(columns, writing);
  return writing;
}

function writerOf(column: Column): Write | null {
  if (column.kind === 'instant') return (value) => new Date(value as number).toISOString();
  if (column.kind === 'key') return String;
  if (column.kind !== 'list') return null;
  const writing = writingOf(column.fields ?? {});
  return (value) => (value as Row[]).map((item) => written(writing, item));
}

/** ClickHouse refuses half of a surrogate pair; JSON.stringify writes it as an escape, and only it. */
function withoutLoneSurrogates(json: string): string {
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (match) => (match === '\\\\' ? match : '\ufffd'));
}
