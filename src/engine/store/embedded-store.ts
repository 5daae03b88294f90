import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChdbResult, drainPending, Session } from 'chdb';
import type { Entity } from '../../core/model/entity.ts';
import { bind, identifier, type RenderedSql, render, type Sql, sql, join as sqlJoin } from '../../core/sql/sql.ts';
import { bindStatement } from './bound-values.ts';
import { bulkBatches, isBulk } from './bulk-batches.ts';
import { openFailure, refuseLocked } from './chdb-lock.ts';
import { ColumnDecoder, columnFormat } from './column-decoder.ts';
import { columnStatement } from './column-statement.ts';
import { insertPayloads } from './insert-payload.ts';
import { nativeBlocks } from './native-blocks.ts';
import { answerFormat, blockFormat, decodeAnswer, decodeBlock } from './row-decoder.ts';
import { SessionPool } from './session-pool.ts';
import { sourceSettings, sourceStructure } from './source-relation.ts';
import {
  readLimits,
  type Settings,
  setStatement,
  statementSettings,
  streamLimits,
  withSettings,
  writeLimits,
} from './statement-settings.ts';
import type { ColumnShape, ColumnsOf, Limits, ParquetFile, QueryAnswer, SourceFile, Store } from './store.ts';
import { storeError } from './store-error.ts';
import { table } from './workspace.ts';

export interface EmbeddedOptions {
  /** Data directory of chDB. One process may have one open. */
  readonly directory: string;
  /** ClickHouse configuration, for backups or clusters. */
  readonly configFile?: string;
  /** How many statements may read at once; fewer when UV_THREADPOOL_SIZE leaves no thread for a write beside them. */
  readonly sessions?: number;
}

/**
 * chDB inside this process. Reads have their own sessions, inserts two, long writes one, so that none waits for another kind, nor few rows for many.
 * @throws UserError when another process holds the directory
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  refuseLocked(options.directory);
  const open = () => openSession(options);
  const threads = Number(process.env.UV_THREADPOOL_SIZE ?? 4);
  const reads = new SessionPool(Math.max(1, Math.min(options.sessions ?? 4, threads - 1)), open);
  const files = join(options.directory, bulkFolder);
  const store = new EmbeddedStore({ reads, inserts: new SessionPool(2, open), writes: new SessionPool(1, open), files });
  await store.query(sql`SELECT 1`);
  await rm(files, { recursive: true, force: true });
  await mkdir(files, { mode: 0o700 });
  return store;
}

async function openSession(options: EmbeddedOptions): Promise<Session> {
  const session = newSession(options);
  await session.queryAsync(setStatement({ ...statementSettings, ...embeddedSettings }));
  return session;
}

function newSession({ directory, configFile }: EmbeddedOptions): Session {
  try {
    return new Session(directory, configFile === undefined ? {} : { connectionArgs: [`--config-file=${configFile}`] });
  } catch (error) {
    throw openFailure(directory, error);
  }
}

/** A row never leaves its partition, so a partition that a statement does not name holds no version of a row that it reads. Older servers do not know the setting. */
const embeddedSettings: Settings = { defer_partition_pruning_after_final: 0 };

/** A file is read for as long as its import takes. */
const parquetLimits: Limits = { maxSeconds: 86_400 };
const parquetSettings: Settings = {
  max_threads: 1,
  input_format_parquet_preserve_order: 1,
  format_csv_null_representation: '',
  date_time_output_format: 'iso',
};

/** In the directory of chDB: what lies there when it is opened is of a process that died. */
const bulkFolder = 'bulk';

interface Parts {
  readonly reads: SessionPool;
  readonly inserts: SessionPool;
  readonly writes: SessionPool;
  /** A folder for files of ours. */
  readonly files: string;
}

class EmbeddedStore implements Store {
  readonly #reads: SessionPool;
  readonly #inserts: SessionPool;
  readonly #writes: SessionPool;
  readonly #files: string;
  #bulks = 0;

  constructor({ reads, inserts, writes, files }: Parts) {
    this.#reads = reads;
    this.#inserts = inserts;
    this.#writes = writes;
    this.#files = files;
  }

  query<R>(statement: Sql, limits?: Limits): Promise<QueryAnswer<R>> {
    return this.#rows(render(statement), { readonly: 1, ...readLimits(limits) });
  }

  queryFile<R>(file: SourceFile, statement: (relation: Sql) => Sql, limits?: Limits): Promise<QueryAnswer<R>> {
    return this.#rows(render(statement(fileRelation(file))), { ...sourceSettings(file), ...readLimits(limits) });
  }

  async *stream<R>(statement: Sql, limits?: Limits): AsyncIterable<readonly R[]> {
    for await (const block of this.#blocks(render(statement), blockFormat, { readonly: 1, ...streamLimits(limits) })) {
      yield decodeBlock<R>(Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString('utf8'));
    }
  }

  async columns<S extends ColumnShape>(statement: Sql, shape: S, limits?: Limits): Promise<ColumnsOf<S>> {
    const decoder = new ColumnDecoder(shape);
    const settings = { readonly: 1, ...streamLimits(limits) };
    for await (const block of this.#blocks(render(columnStatement(statement, shape)), columnFormat, settings)) decoder.add(block);
    return decoder.finish();
  }

  async insert(database: string, entity: Entity, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    if (isBulk(entity.columns, rows)) return this.#insertBulk(database, entity, rows);
    for (const payload of insertPayloads(entity, rows)) {
      const values = Buffer.from(payload);
      await attempt(this.#inserts, (session) => session.insert({ table: `${database}.${entity.name}`, format: 'JSONEachRow', values }));
    }
  }

  /** Many rows go through a file, because chDB takes inline rows as text only. */
  async #insertBulk(database: string, entity: Entity, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    for (const batch of bulkBatches(entity.columns, rows)) {
      const path = join(this.#files, `${this.#bulks++}.native`);
      const { names, bytes } = nativeBlocks(entity.columns, batch);
      const list = sqlJoin(names.map(identifier));
      const statement = render(sql`INSERT INTO ${table(database, entity)} (${list})
SELECT ${list}
FROM file(${bind('String', path)}, 'Native')`);
      try {
        await writeFile(path, bytes);
        await attempt(this.#inserts, (session) => run(session, statement, statement.text));
      } finally {
        await rm(path, { force: true });
      }
    }
  }

  async command(statement: Sql, limits?: Limits): Promise<void> {
    const rendered = render(statement);
    await attempt(this.#writes, async (session) => {
      await session.queryAsync(setStatement(writeLimits(limits)));
      await run(session, rendered, rendered.text);
    });
  }

  async load(file: SourceFile, statement: (relation: Sql) => Sql, limits?: Limits): Promise<void> {
    const rendered = render(statement(fileRelation(file)));
    const text = withSettings(rendered.text, { ...sourceSettings(file), ...writeLimits(limits) });
    await attempt(this.#writes, (session) => run(session, rendered, text));
  }

  async openParquet(path: string): Promise<ParquetFile> {
    const relation = sql`file(${bind('String', path)}, 'Parquet')`;
    const columns = await this.#rows<{ name: string; type: string }>(render(sql`DESCRIBE TABLE ${relation}`), readLimits());
    const counted = await this.#rows<{ count: number }>(render(sql`SELECT count() AS count FROM ${relation}`), readLimits());
    return {
      columns: columns.rows.map(({ name, type }) => ({ name, type })),
      rows: Number(counted.rows[0]?.count ?? 0),
      csv: (values) =>
        this.#blocks(render(sql`SELECT ${sqlJoin(values)} FROM ${relation}`), 'CSV', {
          ...streamLimits(parquetLimits),
          ...parquetSettings,
        }),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#reads.close(), this.#inserts.close(), this.#writes.close()]);
    await drainPending();
  }

  async #rows<R>(rendered: RenderedSql, settings: Settings): Promise<QueryAnswer<R>> {
    const started = performance.now();
    const result = await attempt(this.#reads, (session) => run(session, rendered, withSettings(rendered.text, settings)));
    return { ...decodeAnswer<R>(result.text()), elapsedMs: performance.now() - started };
  }

  /** chDB plans a stream on this thread: a scalar subquery of its statement would stop the process for as long as it runs. */
  async *#blocks(rendered: RenderedSql, format: string, settings: Settings): AsyncIterable<Uint8Array> {
    const lease = await this.#reads.borrow();
    let failed = true;
    try {
      await bindValues(lease.session, rendered);
      const stream = lease.session.queryStream(withSettings(rendered.text, settings), { format });
      for await (const chunk of stream) yield chunk.raw();
      failed = false;
    } catch (error) {
      throw storeError(error);
    } finally {
      lease.release(failed);
    }
  }
}

async function attempt<T>(pool: SessionPool, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await pool.use(work);
  } catch (error) {
    throw storeError(error);
  }
}

async function run(session: Session, rendered: RenderedSql, text: string): Promise<ChdbResult> {
  await bindValues(session, rendered);
  return session.queryAsync(text, { format: answerFormat });
}

async function bindValues(session: Session, { parameters }: RenderedSql): Promise<void> {
  if (Object.keys(parameters).length > 0) await session.queryAsync(bindStatement(parameters));
}

function fileRelation(file: SourceFile): Sql {
  return sql`file(${bind('String', file.path)}, ${bind('String', file.format)}, ${bind('String', sourceStructure(file))})`;
}
