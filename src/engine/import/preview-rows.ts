import { stagedName } from '../../core/import/mapped-fields.ts';
import type { ColumnMapping } from '../../core/import/mapping.ts';
import { bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { Store } from '../store/store.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { ImportPreview, Reject, TrialRow, UnderstoodColumn, UnmappedValue } from './import-summary.ts';
import type { Chunk } from './scan-chunks.ts';
import { refusedFileOf, sourceFileOf } from './source-file-of.ts';
import { unreadStatement } from './stage-table.ts';
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
    (relation) =>
      sql`SELECT * EXCEPT unread FROM ${selected(relation)} ORDER BY line LIMIT ${integer(shownRows + triedRows * Math.max(1, compiled.questions.length))}`,
  );
  const rows = await ask<Stored>(
    (relation) => sql`SELECT * EXCEPT unread FROM ${selected(relation)} WHERE problem = '' ORDER BY line, id LIMIT ${integer(shownRows)}`,
  );
  const cells = await ask<Cells>(
    (relation) => sql`SELECT * FROM ${relation} ORDER BY toUInt64(assumeNotNull(line)) LIMIT ${integer(triedRows)}`,
  );
  const unmapped = await ask<UnmappedValue>((relation) => unreadStatement(compiled, selected(relation)));
  const unusable = await ask<Reject>((relation) => ordered(compiled.selectRejects(relation)));
  const reasons = await ask<{ reason: string; count: number }>(
    (relation) =>
      sql`SELECT problem AS reason, ${compiled.countRows()} AS count FROM ${selected(relation)} WHERE problem != '' GROUP BY reason`,
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
    unmapped: unmapped.map((row) => ({ ...row, count: Number(row.count) })),
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
  const refusals = new Map(rejects.map((reject) => [reject.line, reject]));
  const lines = [...new Set([...stored.map((row) => row.line), ...refusals.keys()])]
    .sort((left, right) => left - right)
    .slice(0, triedRows);
  return lines.flatMap((line): TrialRow[] => {
    const [cell, ...more] = cells.filter((row) => Number(row.line) === line);
    const source = cell && more.length === 0 ? sourceOf(cell, columns) : {};
    const rows = stored.filter((candidate) => candidate.line === line && candidate.problem === '');
    if (rows.length === 0) return [{ line, source, stored: null, reject: refusals.get(line) ?? null }];
    return rows.map((row) => ({ line, source, stored: shown(row), reject: null }));
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
  const read = join(mapped.map(({ from, to }, index) => sql`countIf(${isKnown(compiled, { from, to })}) AS ${identifier(`n${index}`)}`));
  const [cells = {}] = await ask<Record<string, number>>((relation) => sql`SELECT ${filled} FROM ${relation}`);
  const [values = {}] = await ask<Record<string, number>>((relation) => sql`SELECT ${read} FROM (${compiled.select(relation)})`);
  return mapped.map(({ from, to }, index) => {
    const example = trial.find(({ source, stored }) => stored !== null && (source[from] ?? '') !== '' && isOf(compiled, from, stored));
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

/** Whether a row is of the question that the column is; every row where it is none. */
function isOf({ questions }: CompiledMapping, column: string, row: Readonly<Record<string, unknown>>): boolean {
  return !questions.includes(column) || row.question === column;
}

function isKnown({ staged, questions }: CompiledMapping, { from, to }: Pick<ColumnMapping, 'from' | 'to'>): Sql {
  const name = identifier(stagedName(to));
  const type = staged.find((column) => column.name === stagedName(to))?.type ?? '';
  if (type.startsWith('Array')) return sql`notEmpty(${name})`;
  const known = type.startsWith('Nullable') ? sql`${name} IS NOT NULL` : sql`${name} != ''`;
  return questions.includes(from) ? sql`question = ${bind('String', from)} AND ${known}` : known;
}
