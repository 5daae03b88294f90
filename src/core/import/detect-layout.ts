import { flattenJson } from './flatten-json.ts';
import { type Separator, separators } from './mapping.ts';
import { parseDelimited } from './parse-delimited.ts';

/** How a text is laid out, and its first rows. */
export interface Layout {
  readonly format: 'csv' | 'ndjson';
  readonly separator: Separator;
  readonly quoted: boolean;
  readonly header: boolean;
  /** Names of the columns; of two with one name the second is `name (2)`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What is known of the layout beforehand, from a mapping. */
export type KnownLayout = Partial<Pick<Layout, 'format' | 'separator' | 'quoted' | 'header'>>;

const sampleRows = 1_000;

/** Finds separator, quotes and header of the beginning of a text. `whole` says that the text is not cut off. */
export function detectLayout(text: string, whole: boolean, known: KnownLayout = {}): Layout {
  const format = known.format ?? (isNdjson(text) ? 'ndjson' : 'csv');
  return format === 'ndjson' ? jsonLayout(text) : delimitedLayout(text, whole, known);
}

function isNdjson(text: string): boolean {
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  return first.startsWith('{') && flattenJson(first) !== null;
}

function jsonLayout(text: string): Layout {
  const records = text
    .split('\n', sampleRows)
    .map((line) => flattenJson(line))
    .filter((record) => record !== null);
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const rows = records.map((record) => columns.map((column) => record.get(column) ?? ''));
  return { format: 'ndjson', separator: ',', quoted: true, header: false, columns, rows };
}

function delimitedLayout(text: string, whole: boolean, known: KnownLayout): Layout {
  const candidates = (known.separator ? [known.separator] : separators).flatMap((separator) =>
    (known.quoted === undefined ? [true, false] : [known.quoted]).map((quoted) => candidate(text, whole, separator, quoted)),
  );
  const best = candidates.reduce((left, right) => (right.score > left.score ? right : left));
  const first = best.rows[0] ?? [];
  const header = known.header ?? isHeader(first, best.rows[1] ?? []);
  return {
    format: 'csv',
    separator: best.separator,
    quoted: best.quoted,
    header,
    columns: header ? distinctNames(first) : first.map((_, index) => `column ${index + 1}`),
    rows: header ? best.rows.slice(1) : best.rows,
  };
}

interface Candidate {
  readonly separator: Separator;
  readonly quoted: boolean;
  readonly rows: string[][];
  readonly score: number;
}

/** The share of rows as wide as the first, and a little for width; a reading without quotes must be clearly better. */
function candidate(text: string, whole: boolean, separator: Separator, quoted: boolean): Candidate {
  const rows = parseDelimited(text, { separator, quoted, whole, most: sampleRows + 1 });
  const width = rows[0]?.length ?? 0;
  const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  const score = width > 1 ? even + Math.min(width, 50) / 200 - (quoted ? 0 : 0.2) : 0;
  return { separator, quoted, rows, score };
}

const valueLike = /^[-+]?\d+([.,:/-]\d+)*( .*)?$|^\S+@\S+\.\S+$|^(true|false)$/i;

/** The first row is data when it holds numbers, times or addresses where the second does, or is mostly empty. */
function isHeader(first: readonly string[], second: readonly string[]): boolean {
  const named = first.filter((cell) => cell.trim() !== '').length;
  if (named < first.length / 2) return false;
  return !first.some((cell, index) => valueLike.test(cell.trim()) && (second.length === 0 || valueLike.test((second[index] ?? '').trim())));
}

function distinctNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
