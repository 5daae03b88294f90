import { datasets } from '../../catalog/datasets/index.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { type Column, type Columns, instant } from '../../core/model/entity.ts';
import type { RowsResult } from '../../core/model/result.ts';

/** A row as the store reads it, with its instants as ISO text, lists included. Columns that are not declared stay as they are. */
export function isoRow(columns: Columns, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isoValue(columns[name], value)]));
}

/** The rows behind a number with their instants as ISO text; of rows that are made of others a column that ends in `_at` is one. */
export function isoRows(result: RowsResult): RowsResult {
  const dataset = datasets.find((candidate) => candidate.name === result.dataset);
  if (!dataset) throw new TypeError(`no dataset ${result.dataset}`);
  const columns = columnsOf(dataset);
  const made = result.columns.filter((name) => columns[name] === undefined && name.endsWith('_at'));
  const all = { ...columns, ...Object.fromEntries(made.map((name) => [name, instant('made of other rows')])) };
  return { ...result, rows: result.rows.map((row) => isoRow(all, row)) };
}

/** ClickHouse writes an instant as `2026-03-02 09:00:00.000`, in UTC. */
export function isoInstant(text: string): string {
  return `${text.replace(' ', 'T')}Z`;
}

function isoValue(column: Column | undefined, value: unknown): unknown {
  if (value === null || column === undefined) return value;
  if (column.kind === 'instant') return isoInstant(String(value));
  // Of an agent or customer as a whole, what is counted may be called like the list that it is counted in.
  if (column.kind !== 'list' || !Array.isArray(value)) return value;
  return (value as readonly Record<string, unknown>[]).map((item) => isoRow(column.fields ?? {}, item));
}

/** The columns of a dataset's rows: those of its entity, and the fields of the list that it lays out. */
function columnsOf({ entity, arrayJoin }: Dataset): Columns {
  if (!arrayJoin) return entity.columns;
  const fields = Object.entries(entity.columns[arrayJoin.list]?.fields ?? {});
  return { ...entity.columns, ...Object.fromEntries(fields.map(([name, column]) => [`${arrayJoin.as}_${name}`, column])) };
}
