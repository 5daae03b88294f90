import { rejects } from '../../core/entities/imports.ts';
import { type ImportNote, importNote } from '../../core/import/import-note.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import { importIdOf } from './import-id.ts';
import type { ImportOptions, Workspace } from './import-options.ts';
import { ImportRun } from './import-run.ts';
import { importShapes } from './import-shape.ts';
import { type ImportState, readImportState, writeImportState } from './import-state.ts';
import type { ImportSummary } from './import-summary.ts';
import { type InspectedFile, inspectFile } from './inspect-tables.ts';
import { leftOutNote, unfitNote } from './left-out-note.ts';
import { openTables } from './open-tables.ts';
import { tableRemarks } from './table-remarks.ts';
import { touchedTickets } from './touched-tickets.ts';
import { removeRows } from './undo-import.ts';
import { withWorkDirectory } from './work-directory.ts';

const running = new Set<string>();

/**
 * Imports a file: scan, typed rows, tables, tickets. The same file with the same mapping again is no change; one that was cut short goes on with the
 * first chunk that is not done. A file that turns out to be broken, or an import that is stopped, leaves nothing behind.
 * @throws UserError for a file or mapping that cannot be used
 */
export async function runImport(options: ImportOptions): Promise<ImportSummary> {
  const opened = await openTables(options.workspace.store, options.path, options.fileName);
  const file = await inspectFile(opened, options);
  refuseUnfit(file);
  const importId = await importIdOf(file, options.mapping === undefined && options.mappings === undefined);
  if (running.has(importId)) throw new UserError('import_running', `${file.file.fileName} is being imported already`, 409);
  running.add(importId);
  try {
    const before = await readImportState(options.workspace, importId);
    if (before?.state === 'finished') return await knownSummary(options.workspace, file, before);
    return await importFile(options, file, startingState(options, file, importId, before));
  } finally {
    running.delete(importId);
  }
}

/** Nothing of the file can be imported as it is understood. */
function refuseUnfit({ file, tables, unfit }: InspectedFile): void {
  const [only] = tables;
  if (only && tables.length === 1 && only.mapping.columns.length === 0) {
    const columns = only.layout.columns.slice(0, 10).join(', ');
    throw new UserError(
      'import_not_understood',
      `None of the columns of ${file.fileName} (${columns}) is understood; say in a mapping what they are, or "earshot import TARGET FILE" what its rows are.`,
    );
  }
  if (tables.length > 0) return;
  const reasons = unfit.map(({ source, notes }) => `${source.member}: ${notes.at(-1)?.text}`).join(' ');
  throw new UserError('mapping_incomplete', `${file.fileName} holds nothing that can be imported as it is understood. ${reasons}`);
}

/** What the state of an import over several tables calls their shape. */
const severalTargets = 'several';

function targetOf({ tables }: InspectedFile): string {
  const [first, ...others] = new Set(tables.map(({ mapping }) => mapping.target));
  return first && others.length === 0 ? first : severalTargets;
}

/** The mapping of a file that is one table, else those of its tables by name. */
function storedMapping({ tables }: InspectedFile): object {
  const [only] = tables;
  if (only && only.source.member === null) return only.mapping;
  return { mappings: Object.fromEntries(tables.map(({ source, mapping }) => [source.member ?? '', mapping])) };
}

function sourceOf({ tables }: InspectedFile): string {
  return [...new Set(tables.map(({ mapping }) => mapping.source))].join(', ');
}

function startingState(options: ImportOptions, file: InspectedFile, importId: string, before: ImportState | null): ImportState {
  if (before && (before.state === 'running' || before.state === 'failed')) return { ...before, state: 'running', message: '', code: '' };
  return {
    id: importId,
    revision: before?.revision ?? 0,
    source: sourceOf(file),
    target: targetOf(file),
    file_name: file.file.fileName,
    bytes: file.file.bytes,
    mapping: JSON.stringify(storedMapping(file)),
    state: 'running',
    started_at: options.now,
    updated_at: options.now,
    chunks_done: 0,
    bytes_done: 0,
    rows_read: 0,
    rows_accepted: 0,
    rows_rejected: 0,
    rows_unchanged: 0,
    message: '',
    code: '',
    sample: options.sample ?? false,
  };
}

function importFile(options: ImportOptions, file: InspectedFile, start: ImportState): Promise<ImportSummary> {
  return withWorkDirectory(options.directories.tmp, async (directory) => {
    const run = new ImportRun(options, file.tables, directory, start);
    run.state = await writeImportState(options.workspace, start, options.now);
    try {
      return await finish(options, file, run);
    } catch (error) {
      await fail(options, run, error);
      throw error;
    }
  });
}

async function finish(options: ImportOptions, file: InspectedFile, run: ImportRun): Promise<ImportSummary> {
  const { workspace, derive } = options;
  run.report('reading');
  await run.writeChunks();
  const loadMs = run.elapsedMs;
  options.signal?.throwIfAborted();
  const touched = touchedBy(workspace, run.state);
  if (touched) {
    run.report('deriving');
    await derive(run.state.id, touched);
  }
  const deriveMs = run.elapsedMs - loadMs;
  run.state = await writeImportState(workspace, { ...run.state, state: 'finished', bytes_done: run.state.bytes }, run.now);
  run.report('finished');
  return {
    ...(await stateSummary(workspace, file, run.state)),
    unmapped: run.unmapped,
    ...told([...notesOf(file), ...(run.replaced > 0 ? [importNote('replaced', { count: run.replaced })] : [])]),
    unchanged: false,
    elapsedMs: run.elapsedMs,
    deriveMs,
    rowsPerSecond: Math.round((run.rowsRead / Math.max(1, loadMs)) * 1000),
  };
}

/** A broken file and a stop leave nothing; what the machine did (no disk, no engine) leaves the chunks that are done, to go on from. */
async function fail(options: ImportOptions, run: ImportRun, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof UserError ? error.code : '';
  const undone = code !== '' || options.signal?.aborted === true;
  if (undone) await removeRows(options.workspace, run.state.id, options.derive);
  const nothing = { chunks_done: 0, bytes_done: 0, rows_read: 0, rows_accepted: 0, rows_rejected: 0, rows_unchanged: 0 };
  await writeImportState(options.workspace, { ...run.state, ...(undone ? nothing : {}), state: 'failed', message, code }, run.now).catch(
    (second) => {
      throw new AggregateError([error, second], message);
    },
  );
}

/** Notes as sentences too. */
function told(remarks: readonly ImportNote[]): Pick<ImportSummary, 'remarks' | 'notes'> {
  return { remarks, notes: remarks.map(({ text }) => text) };
}

function notesOf({ tables, leftOut, unfit }: InspectedFile): ImportNote[] {
  return [
    ...tables.flatMap(tableRemarks),
    ...unfit.map(({ source, notes }) => unfitNote(source.member ?? '', notes.at(-1))),
    ...leftOut.map(leftOutNote),
  ];
}

function touchedBy({ database }: Workspace, state: ImportState): Sql | null {
  if (state.target === severalTargets) return touchedTickets(database, state.id);
  const shape = importShapes[state.target as keyof typeof importShapes];
  if (!shape.ticket) return null;
  return sql`SELECT DISTINCT ${identifier(shape.ticket)} AS ticket_id FROM ${table(database, shape.entity)} WHERE import_id = ${bind('String', state.id)}`;
}

async function stateSummary(workspace: Workspace, file: InspectedFile, state: ImportState) {
  return {
    importId: state.id,
    tables: file.tables.map(({ source, mapping }) => ({ member: source.member, mapping })),
    tickets: await countTickets(workspace, state),
    rowsRead: state.rows_read,
    rowsAccepted: state.rows_accepted,
    rowsUnchanged: state.rows_unchanged,
    rowsRejected: state.rows_rejected,
    rejectedBy: await rejectedBy(workspace, state.id),
  };
}

async function knownSummary(workspace: Workspace, file: InspectedFile, state: ImportState): Promise<ImportSummary> {
  const summary = await stateSummary(workspace, file, state);
  return {
    ...summary,
    unmapped: [],
    ...told([importNote('unchanged')]),
    unchanged: true,
    elapsedMs: 0,
    deriveMs: 0,
    rowsPerSecond: 0,
  };
}

async function countTickets(workspace: Workspace, state: ImportState): Promise<number> {
  const touched = touchedBy(workspace, state);
  if (!touched) return 0;
  const { rows } = await workspace.store.query<{ count: number }>(sql`SELECT count() AS count FROM (${touched})`);
  return Number(rows[0]?.count ?? 0);
}

async function rejectedBy({ store, database }: Workspace, importId: string): Promise<Record<string, number>> {
  const { rows } = await store.query<{ reason: string; count: number }>(sql`SELECT reason, count() AS count
FROM ${table(database, rejects)}
WHERE import_id = ${bind('String', importId)}
GROUP BY reason
ORDER BY reason`);
  return Object.fromEntries(rows.map((row) => [row.reason, Number(row.count)]));
}
