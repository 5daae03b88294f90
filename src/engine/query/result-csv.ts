import type { Estimate } from '../../core/model/estimate.ts';
import type { Result, ResultRow } from '../../core/model/result.ts';

/** A result as CSV (RFC 4180, UTF-8 with byte order mark for spreadsheets): the rows that are shown, then the total. Durations are milliseconds. */
export function resultCsv(result: Result): string {
  const compared = result.comparisonPeriod !== null;
  const bucketed = result.buckets.length > 0;
  const header = [
    ...(bucketed ? ['bucket'] : []),
    ...result.dimensions,
    ...result.metrics.flatMap((metric) =>
      ['', '_low', '_high', '_n', ...(compared ? ['_before', '_before_n'] : [])].map((suffix) => metric.key + suffix),
    ),
  ];
  const rows = result.rows.map((row) => [
    ...(bucketed ? [row.bucket ?? ''] : []),
    ...groupCells(result, row),
    ...valueCells(result, row.values, row.comparison),
  ]);
  const blank = [...(bucketed ? [''] : []), ...result.dimensions.map(() => '')];
  const total = [
    ...blank.slice(0, -1),
    ...(blank.length > 0 ? ['total'] : []),
    ...valueCells(result, result.totals.values, result.totals.comparison),
  ];
  return `\uFEFF${[header, ...rows, total].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Rows as CSV under their columns. */
export function rowsCsv(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  return `\uFEFF${columns.map(csvCell).join(',')}\r\n${csvLines(columns, rows)}`;
}

/** The lines of rows, without a header, for what is written block by block. */
export function csvLines(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  return rows.map((row) => `${columns.map((column) => csvCell(cellText(row[column]))).join(',')}\r\n`).join('');
}

function groupCells(result: Result, row: ResultRow): string[] {
  if (row.others) return [`others (${result.othersCount})`, ...row.group.slice(1)];
  return row.group.map((value) => result.names[value] ?? value);
}

type Estimates = Readonly<Record<string, Estimate>>;

function valueCells(result: Result, values: Estimates, comparison: Estimates | null): string[] {
  return result.metrics.flatMap(({ key }) => {
    const [now, before] = [values[key], comparison?.[key]];
    const own = [now?.value, now?.low, now?.high, now?.n];
    return (result.comparisonPeriod === null ? own : [...own, before?.value, before?.n]).map(cellText);
  });
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A cell, quoted where needed. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
function csvCell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
