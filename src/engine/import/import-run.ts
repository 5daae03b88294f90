import { rm } from 'node:fs/promises';
import type { Mapping } from '../../core/import/mapping.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { ensureCustomFields } from '../store/custom-fields.ts';
import { table } from '../store/workspace.ts';
import { type CompiledMapping, compileMapping } from './compile-mapping.ts';
import type { ImportOptions, ImportProgress, Workspace } from './import-options.ts';
import { importShapes } from './import-shape.ts';
import { type ImportState, writeImportState } from './import-state.ts';
import type { UnmappedValue } from './import-summary.ts';
import type { InspectedTable } from './inspect-table.ts';
import { MessageThreads } from './message-threads.ts';
import { keepReplaced } from './replaced-rows.ts';
import { type Chunk, scanChunks } from './scan-chunks.ts';
import { sourceFileOf } from './source-file-of.ts';
import { StageTable } from './stage-table.ts';
import { writeRefused, writeUnusable } from './write-rejects.ts';

/** What the tables before this one have. */
interface Before {
  readonly chunks: number;
  readonly bytes: number;
}

/** What the chunks of one table are written with. */
interface Writing {
  readonly compiled: CompiledMapping;
  readonly stage: StageTable;
  readonly before: Before;
  readonly member: string;
  /** Rows of the same source came with another import. */
  readonly checksKnown: boolean;
}

/** One run over the chunks of the tables of a file, from the first that is not done to the last. */
export class ImportRun {
  readonly #options: ImportOptions;
  readonly #tables: readonly InspectedTable[];
  readonly #directory: string;
  readonly #workspace: Workspace;
  readonly #started = performance.now();
  readonly #unmapped = new Map<string, UnmappedValue>();
  readonly #rowsBefore: number;
  #replaced = 0;
  state: ImportState;

  constructor(options: ImportOptions, tables: readonly InspectedTable[], directory: string, state: ImportState) {
    this.#options = options;
    this.#tables = tables;
    this.#directory = directory;
    this.#workspace = options.workspace;
    this.#rowsBefore = state.rows_read;
    this.state = state;
  }

  /** Words of the source that none of ours was found for, in the chunks of this run. */
  get unmapped(): UnmappedValue[] {
    return [...this.#unmapped.values()].sort((left, right) => right.count - left.count);
  }

  /** Characters that were not readable and were replaced, in the chunks of this run. */
  get replaced(): number {
    return this.#replaced;
  }

  /** Rows read in this run. */
  get rowsRead(): number {
    return this.state.rows_read - this.#rowsBefore;
  }

  get elapsedMs(): number {
    return performance.now() - this.#started;
  }

  /** Writes every chunk that is not done, table after table. */
  async writeChunks(): Promise<void> {
    let before: Before = { chunks: 0, bytes: 0 };
    for (const table of this.#tables) {
      const chunks = await this.#writeTable(table, before);
      before = { chunks: before.chunks + chunks, bytes: before.bytes + table.source.bytes };
    }
  }

  async #writeTable(table: InspectedTable, before: Before): Promise<number> {
    const { mapping, layout, source } = table;
    const compiled = compileMapping(mapping, layout.columns);
    await ensureCustomFields(this.#workspace, compiled.customFields);
    const threads = await this.#threads(table, compiled);
    const stage = new StageTable(this.#workspace, compiled, this.state.id, threads?.rows ?? null);
    const writing = { compiled, stage, before, member: source.member ?? '', checksKnown: await this.#hasRowsOfOthers(mapping) };
    try {
      await stage.create();
      return await this.#eachChunk(table, this.state.chunks_done - before.chunks, (chunk) => this.#writeChunk(writing, chunk));
    } finally {
      await stage.drop();
      await threads?.drop();
    }
  }

  report(phase: ImportProgress['phase']): void {
    const { state } = this;
    const seconds = this.elapsedMs / 1000;
    const share = state.bytes > 0 ? state.bytes_done / state.bytes : 1;
    this.#options.onProgress?.({
      importId: state.id,
      phase,
      bytes: state.bytes,
      bytesDone: state.bytes_done,
      rowsRead: state.rows_read,
      rowsAccepted: state.rows_accepted,
      rowsRejected: state.rows_rejected,
      rowsPerSecond: this.rowsRead > 0 ? Math.round(this.rowsRead / seconds) : null,
      secondsLeft: phase === 'reading' && share > 0 ? Math.round((seconds * (1 - share)) / share) : null,
    });
  }

  async #threads(table: InspectedTable, compiled: CompiledMapping): Promise<MessageThreads | null> {
    if (table.mapping.target !== 'messages' || !compiled.has('reply_to_id')) return null;
    const threads = new MessageThreads(this.#workspace, compiled, this.state.id);
    await threads.create();
    await this.#eachChunk(table, 0, (chunk) => threads.add(chunk));
    await threads.resolve();
    return threads;
  }

  /** While the store writes a chunk, the next one is cut. Resolves to how many chunks the table has. */
  async #eachChunk({ layout, source, mapping }: InspectedTable, skip: number, take: (chunk: Chunk) => Promise<void>): Promise<number> {
    const chunks = scanChunks(source, {
      mapping,
      columns: layout.columns,
      directory: this.#directory,
      skip,
      ...(this.#options.chunkBytes ? { chunkBytes: this.#options.chunkBytes } : {}),
      ...(this.#options.signal ? { signal: this.#options.signal } : {}),
    });
    let ahead = chunks.next();
    try {
      for (;;) {
        const found = await ahead;
        if (found.done) return found.value;
        ahead = chunks.next();
        ahead.catch(() => undefined);
        this.#options.signal?.throwIfAborted();
        await take(found.value);
        await rm(found.value.path, { force: true });
        await rm(found.value.refusedPath, { force: true });
      }
    } finally {
      await ahead.catch(() => undefined);
      await chunks.return(0);
    }
  }

  async #writeChunk({ compiled, stage, before, member, checksKnown }: Writing, chunk: Chunk): Promise<void> {
    const { workspace, now } = this.#options;
    const { target } = compiled.mapping;
    await stage.fill(sourceFileOf(chunk, compiled));
    const staged = await stage.count();
    if (checksKnown) {
      await stage.dropKnown(target);
      await keepReplaced(workspace.store, stage.staged);
    }
    const left = checksKnown ? await stage.count() : staged;
    for (const statement of importShapes[target].write(stage.staged)) await workspace.store.command(statement, { maxSeconds: 3600 });
    const context = { workspace, compiled, importId: this.state.id, member, now };
    if (staged.problems > 0) await writeUnusable(context, chunk);
    if (chunk.refused > 0) await writeRefused(context, chunk);
    this.#note(await stage.unread());
    this.#replaced += chunk.replaced;
    const rows = { accepted: left.rows - left.problems, unchanged: staged.rows - left.rows, problems: staged.problems };
    await this.#advance(before, chunk, rows);
  }

  #note(values: readonly UnmappedValue[]): void {
    for (const value of values) {
      const key = `${value.field}\t${value.value}`;
      this.#unmapped.set(key, { ...value, count: value.count + (this.#unmapped.get(key)?.count ?? 0) });
    }
  }

  async #advance(before: Before, chunk: Chunk, rows: { accepted: number; unchanged: number; problems: number }): Promise<void> {
    const { state } = this;
    const next: ImportState = {
      ...state,
      chunks_done: before.chunks + chunk.index + 1,
      bytes_done: Math.min(state.bytes, before.bytes + chunk.bytesRead),
      rows_read: state.rows_read + chunk.records + chunk.refused,
      rows_accepted: state.rows_accepted + rows.accepted,
      rows_rejected: state.rows_rejected + chunk.refused + rows.problems,
      rows_unchanged: state.rows_unchanged + rows.unchanged,
    };
    this.state = await writeImportState(this.#workspace, next, this.now);
    this.report('reading');
  }

  /** Epoch milliseconds: the start that the caller gave, and the time since. */
  get now(): number {
    return Math.round(this.#options.now + this.elapsedMs);
  }

  async #hasRowsOfOthers({ target, source }: Mapping): Promise<boolean> {
    const { store, database } = this.#workspace;
    const { rows } = await store.query(sql`SELECT 1
FROM ${table(database, importShapes[target].entity)}
WHERE source = ${bind('String', source)} AND import_id != ${bind('String', this.state.id)}
LIMIT 1`);
    return rows.length > 0;
  }
}
