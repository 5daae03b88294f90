import { stagedName } from '../../core/import/mapped-fields.ts';
import { bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { Store } from '../store/store.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { ImportPreview, Reject, TrialRow, UnderstoodColumn, UnmappedValue } from './import-summary.ts';
import type { Chunk } from './scan-chunks.ts';
import { refusedFileOf, sourceFileOf } from './source-file-of.ts';
import { columnOf, unreadStatement } from './stage-table.ts';
import { refusedStatement } from './write-rejects.ts';

const shownRows = 20;
const triedRows = 10;
const shownRejects = 100;

/** What the first chunk of a table gives. */
export type FirstRows = Pick<ImportPreview, 'rows' | 'trial' | 'understood' | 'sample' | 'rejects' | 'unmapped'>;

/** Of a table that cannot be read yet. */
export const noRows: FirstRows = {
  rows: [],
  trial: [],
  understood: [],
  sample: { rows: 0, rejected: 0, rejectedBy: {} },
  rejects: [],
  unmapped: [],
};

type Stored = Readonly<Record<string, unknown>> & { readonly line: number; readonly problem: string };
type Cells = Readonly<Record<string, unknown>> & { readonly line: number };

/** Reads the first chunk by the SQL of the import. */
export async function readFirstRows(store: Store, compiled: CompiledMapping, columns: readonly string[], chunk: Chunk): Promise<FirstRows> {
  const file = sourceFileOf(chunk, compiled);
  const ask = async <R>(statement: (relation: Sql) => Sql) => (await store.queryFile<R>(file, statement)).rows;
  const selected = (relation: Sql) => sql`(${compiled.select(relation)})`;
  const stored = await ask<Stored>(
    (relation) => sql`SELECT * EXCEPT unread FROM ${selected(relation)} ORDER BY line LIMIT ${integer(shownRows + triedRows)}`,
  );
  const rows = await ask<Stored>(
    (relation) => sql`SELECT * EXCEPT unread FROM ${selected(relation)} WHERE problem = '' ORDER BY line LIMIT ${integer(shownRows)}`,
  );
  const cells = await ask<Cells>(
    (relation) => sql`SELECT * FROM ${relation} ORDER BY toUInt64(assumeNotNull(line)) LIMIT ${integer(triedRows)}`,
  );
  const unmapped = await ask<Omit<UnmappedValue, 'column'>>((relation) => unreadStatement(selected(relation)));
  const unusable = await ask<Reject>((relation) => ordered(compiled.selectRejects(relation)));
  const reasons = await ask<{ reason: string; count: number }>(
    (relation) => sql`SELECT problem AS reason, count() AS count FROM ${selected(relation)} WHERE problem != '' GROUP BY reason`,
  );
  const refused = await refusedOf(store, compiled, chunk);
  const rejects = [...refused.rows, ...unusable].sort((left, right) => left.line - right.line);
  const rejectedBy = Object.fromEntries([...reasons, ...refused.reasons].map(({ reason, count }) => [reason, Number(count)]));
  const trial = trialRows(stored, rejects, cells, columns);
  return {
    rows: rows.map(shown),
    trial,
    understood: await understoodColumns(ask, compiled, columns, trial),
    sample: { rows: chunk.records + chunk.refused, rejected: Object.values(rejectedBy).reduce((sum, count) => sum + count, 0), rejectedBy },
    rejects,
    unmapped: unmapped.map((row) => ({ ...row, count: Number(row.count), column: columnOf(compiled, row.field) })),
  };
}

function shown({ problem: _problem, ...row }: Stored): Readonly<Record<string, unknown>> {
  return row;
}

function ordered(statement: Sql): Sql {
  return sql`SELECT * FROM (${statement}) ORDER BY line LIMIT ${integer(shownRejects)}`;
}

async function refusedOf(store: Store, compiled: CompiledMapping, chunk: Chunk) {
  if (chunk.refused === 0) return { rows: [], reasons: [] };
  const file = refusedFileOf(chunk);
  const { rows } = await store.queryFile<Reject>(file, (relation) => ordered(refusedStatement(compiled, relation)));
  const reasons = await store.queryFile<{ reason: string; count: number }>(
    file,
    (relation) => sql`SELECT reason, count() AS count FROM (${refusedStatement(compiled, relation)}) GROUP BY reason`,
  );
  return { rows, reasons: reasons.rows };
}

function trialRows(stored: readonly Stored[], rejects: readonly Reject[], cells: readonly Cells[], columns: readonly string[]): TrialRow[] {
  const sources = new Map(cells.map((row) => [Number(row.line), sourceOf(row, columns)]));
  const refusals = new Map(rejects.map((reject) => [reject.line, reject]));
  const lines = [...new Set([...stored.map((row) => row.line), ...refusals.keys()])]
    .sort((left, right) => left - right)
    .slice(0, triedRows);
  return lines.map((line) => {
    const row = stored.find((candidate) => candidate.line === line && candidate.problem === '');
    return { line, source: sources.get(line) ?? {}, stored: row ? shown(row) : null, reject: row ? null : (refusals.get(line) ?? null) };
  });
}

function sourceOf(row: Cells, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, String(row[`c${index}`] ?? '')]));
}

/** Cells that say something, and fields that could be read, over the whole chunk. */
async function understoodColumns(
  ask: <R>(statement: (relation: Sql) => Sql) => Promise<readonly R[]>,
  compiled: CompiledMapping,
  columns: readonly string[],
  trial: readonly TrialRow[],
): Promise<UnderstoodColumn[]> {
  const mapped = compiled.mapping.columns.filter(({ from }) => columns.includes(from));
  if (mapped.length === 0) return [];
  const nulls = bind('Array(String)', ['', ...compiled.mapping.nulls]);
  const cellNames = mapped.map(({ from }) => identifier(`c${columns.indexOf(from)}`));
  const filled = join(cellNames.map((cell, index) => sql`countIf(NOT has(${nulls}, coalesce(${cell}, ''))) AS ${identifier(`n${index}`)}`));
  const read = join(mapped.map(({ to }, index) => sql`countIf(${isKnown(compiled, to)}) AS ${identifier(`n${index}`)}`));
  const [cells = {}] = await ask<Record<string, number>>((relation) => sql`SELECT ${filled} FROM ${relation}`);
  const [values = {}] = await ask<Record<string, number>>((relation) => sql`SELECT ${read} FROM (${compiled.select(relation)})`);
  return mapped.map(({ from, to }, index) => {
    const example = trial.find(({ source, stored }) => stored !== null && (source[from] ?? '') !== '');
    return {
      column: from,
      field: to,
      kind: compiled.kindOf(to),
      filled: Number(cells[`n${index}`] ?? 0),
      read: Math.min(Number(values[`n${index}`] ?? 0), Number(cells[`n${index}`] ?? 0)),
      example: example?.stored ? { text: example.source[from] ?? '', value: example.stored[stagedName(to)] ?? null } : null,
    };
  });
}

function isKnown(compiled: CompiledMapping, field: string): Sql {
  const name = identifier(stagedName(field));
  const type = compiled.staged.find((column) => column.name === stagedName(field))?.type ?? '';
  if (type.startsWith('Nullable')) return sql`${name} IS NOT NULL`;
  return type.startsWith('Array') ? sql`notEmpty(${name})` : sql`${name} != ''`;
}
