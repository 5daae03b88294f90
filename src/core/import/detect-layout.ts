import { findHeader, type KnownHeader } from './find-header.ts';
import { findJsonRecords } from './find-json-records.ts';
import { flattenJson } from './flatten-json.ts';
import { type Mapping, type Separator, separators } from './mapping.ts';
import { parseDelimited } from './parse-delimited.ts';

/** How a text is laid out, and its first rows. */
export interface Layout {
  readonly format: Mapping['format'];
  readonly separator: Separator;
  readonly quoted: boolean;
  readonly header: boolean;
  readonly skipRows: number;
  readonly headerRows: number;
  /** Of a JSON document: where its list stands. */
  readonly recordsAt?: string;
  /** Other lists of a JSON document, which are not read. */
  readonly otherLists?: readonly string[];
  /** Names of the columns; of two with one name the second is `name (2)`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What is known of the layout beforehand, from a mapping or the kind of the file. */
export type KnownLayout = KnownHeader & { readonly [K in 'format' | 'separator' | 'quoted' | 'recordsAt']?: Layout[K] | undefined };

const sampleRows = 1_000;

/** Finds separator, quotes and header of the beginning of a text. `whole` says that the text is not cut off. */
export function detectLayout(text: string, whole: boolean, known: KnownLayout = {}): Layout {
  const format = known.format ?? formatOf(text);
  if (format === 'csv') return delimitedLayout(text, whole, known);
  if (format === 'ndjson') return jsonLayout(format, text.split('\n', sampleRows));
  const found = findJsonRecords(text, sampleRows, known.recordsAt);
  const layout = jsonLayout(format, found?.texts ?? []);
  return { ...layout, recordsAt: found?.path ?? '', otherLists: found?.others ?? [] };
}

function formatOf(text: string): Layout['format'] {
  const start = text.trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return 'csv';
  if (isNdjson(start)) return 'ndjson';
  return findJsonRecords(start, 1) ? 'json' : 'csv';
}

/** A single object that holds a list of objects and little else is a document. */
function isNdjson(start: string): boolean {
  const [first = '', second = ''] = start.split('\n', 2);
  const cells = first.startsWith('{') ? flattenJson(first) : null;
  if (!cells) return false;
  if (second.trim() !== '' || cells.size > 5) return true;
  return ![...cells.values()].some((cell) => cell.startsWith('[{'));
}

function jsonLayout(format: 'ndjson' | 'json', texts: readonly string[]): Layout {
  const records = texts.map((text) => flattenJson(text)).filter((record) => record !== null);
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const rows = records.map((record) => columns.map((column) => record.get(column) ?? ''));
  return { format, separator: ',', quoted: true, header: false, skipRows: 0, headerRows: 0, columns, rows };
}

function delimitedLayout(text: string, whole: boolean, known: KnownLayout): Layout {
  const candidates = (known.separator ? [known.separator] : separators).flatMap((separator) =>
    (known.quoted === undefined ? [true, false] : [known.quoted]).map((quoted) => candidate(text, whole, separator, quoted)),
  );
  const best = candidates.reduce((left, right) => (right.score > left.score ? right : left));
  const { skipRows, headerRows, columns } = findHeader(best.rows, best.width, known);
  return {
    format: 'csv',
    separator: best.separator,
    quoted: best.quoted,
    header: headerRows > 0,
    skipRows,
    headerRows,
    columns: best.rows.length === 0 ? [] : columns,
    rows: evenRows(best.rows.slice(skipRows + headerRows), columns.length),
  };
}

interface Candidate {
  readonly separator: Separator;
  readonly quoted: boolean;
  readonly rows: string[][];
  /** Cells that most rows have. */
  readonly width: number;
  readonly score: number;
}

/** The rows that have a cell for every column: the cells of others may stand under another name. All of them where none has. */
function evenRows(rows: readonly string[][], width: number): readonly string[][] {
  const even = rows.filter((row) => row.length === width);
  return even.length === 0 ? rows : even;
}

/** The share of rows as wide as most, and a little for width; a reading without quotes must be clearly better. */
function candidate(text: string, whole: boolean, separator: Separator, quoted: boolean): Candidate {
  const rows = parseDelimited(text, { separator, quoted, whole, most: sampleRows + 1 });
  const width = usualWidth(rows);
  const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  const score = width > 1 ? even + Math.min(width, 50) / 200 - (quoted ? 0 : 0.2) : 0;
  return { separator, quoted, rows, width, score };
}

/** The width that most rows have; that of the first row where as many have it. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width = 0] = [...counts].reduce((left, right) => (right[1] > left[1] ? right : left), [rows[0]?.length ?? 0, 0]);
  return width;
}
