import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';
import type { Entity } from '../../core/model/entity.ts';
import { bind, type RenderedSql, render, type Sql, sql } from '../../core/sql/sql.ts';
import { placeholderText } from './bound-values.ts';
import { ColumnDecoder, columnFormat } from './column-decoder.ts';
import { columnStatement } from './column-statement.ts';
import { insertPayloads } from './insert-payload.ts';
import { multipartBody } from './multipart-body.ts';
import { answerFormat, blockFormat, decodeAnswer, decodeBlock } from './row-decoder.ts';
import { sourceSettings, sourceStructure } from './source-relation.ts';
import { readLimits, type Settings, statementSettings, streamLimits, writeLimits } from './statement-settings.ts';
import type { ColumnShape, ColumnsOf, Limits, ParquetFile, QueryAnswer, SourceFile, Store } from './store.ts';
import { type StoreError, storeError } from './store-error.ts';
import { table } from './workspace.ts';

export interface ServerOptions {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The cluster on which tables are made: inserts then wait until every shard has its rows. */
  readonly cluster?: string;
}

const attempts = 5;
const firstPauseMs = 100;
const addressLength = 4000;

/** A ClickHouse server or cluster over HTTP. Resolves when the server has answered. */
export async function openServerStore(options: ServerOptions): Promise<Store> {
  const client = createClient({
    url: options.url,
    username: options.user,
    password: options.password,
    application: 'earshot',
    max_open_connections: 32,
    request_timeout: 3_700_000,
    log: { level: ClickHouseLogLevel.OFF },
  });
  const store = new ServerStore(client, options.cluster === undefined ? {} : { insert_distributed_sync: 1 });
  try {
    await store.query(sql`SELECT 1`);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

class ServerStore implements Store {
  readonly #client: ClickHouseClient;
  readonly #settings: Settings;
  readonly #running = new Set<Promise<unknown>>();
  #local: Promise<Store> | null = null;

  constructor(client: ClickHouseClient, settings: Settings) {
    this.#client = client;
    this.#settings = { ...statementSettings, ...settings };
  }

  async query<R>(statement: Sql, limits?: Limits): Promise<QueryAnswer<R>> {
    const started = performance.now();
    const body = await this.#tracked(retried(() => this.#read(render(statement), answerFormat, { readonly: 1, ...readLimits(limits) })));
    return { ...decodeAnswer<R>(body.toString('utf8')), elapsedMs: performance.now() - started };
  }

  async queryFile<R>(file: SourceFile, statement: (relation: Sql) => Sql, limits?: Limits): Promise<QueryAnswer<R>> {
    const started = performance.now();
    const rendered = render(statement(textRelation(file, await readFile(file.path, 'utf8'))));
    const body = await this.#tracked(retried(() => this.#read(rendered, answerFormat, { ...sourceSettings(file), ...readLimits(limits) })));
    return { ...decodeAnswer<R>(body.toString('utf8')), elapsedMs: performance.now() - started };
  }

  async *stream<R>(statement: Sql, limits?: Limits): AsyncIterable<readonly R[]> {
    const { text, parameters } = render(statement);
    const result = await retried(() =>
      this.#client.query({
        query: text,
        format: blockFormat,
        query_params: { ...parameters },
        use_multipart_params_auto: true,
        clickhouse_settings: this.#with({ readonly: 1, ...streamLimits(limits) }),
      }),
    );
    let finish = () => {};
    const running = new Promise<void>((done) => {
      finish = done;
    });
    this.#running.add(running);
    const header: string[] = [];
    try {
      for await (const rows of result.stream()) {
        const lines = rows.map((row) => row.text);
        header.push(...lines.splice(0, 2 - header.length));
        if (lines.length > 0) yield decodeBlock<R>([...header, ...lines].join('\n'));
      }
    } catch (error) {
      throw storeError(error);
    } finally {
      result.close();
      this.#running.delete(running);
      finish();
    }
  }

  async columns<S extends ColumnShape>(statement: Sql, shape: S, limits?: Limits): Promise<ColumnsOf<S>> {
    const body = await this.#tracked(
      retried(() => this.#read(render(columnStatement(statement, shape)), columnFormat, { readonly: 1, ...streamLimits(limits) })),
    );
    const decoder = new ColumnDecoder(shape);
    decoder.add(body);
    return decoder.finish();
  }

  async insert(database: string, entity: Entity, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const rendered = render(sql`INSERT INTO ${table(database, entity)} FORMAT JSONEachRow`);
    for (const payload of insertPayloads(entity, rows)) {
      await this.#tracked(
        retried(() => this.#send(rendered, rendered.text, Readable.from([payload], { objectMode: false }), writeLimits())),
      );
    }
  }

  async command(statement: Sql, limits?: Limits): Promise<void> {
    const request = requestOf(render(statement));
    await this.#tracked(once(() => this.#client.command({ ...request, clickhouse_settings: this.#with(writeLimits(limits)) })));
  }

  async load(file: SourceFile, statement: (relation: Sql) => Sql, limits?: Limits): Promise<void> {
    const rendered = render(statement(inputRelation(file)));
    const settings = { ...sourceSettings(file), ...writeLimits(limits) };
    const text = `${rendered.text}\nFORMAT ${file.format}`;
    await this.#tracked(retried(() => this.#send(rendered, text, createReadStream(file.path), settings)));
  }

  /** The file lies here and not on the server: the engine inside this process reads it. */
  async openParquet(path: string): Promise<ParquetFile> {
    this.#local ??= openLocalStore();
    return (await this.#local).openParquet(path);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#client.close();
    await (await this.#local)?.close();
  }

  async #tracked<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  async #read(rendered: RenderedSql, format: string, settings: Settings): Promise<Buffer> {
    const request = requestOf(rendered, `\nFORMAT ${format}`);
    const all = this.#with({ wait_end_of_query: 1, cancel_http_readonly_queries_on_client_close: 1, ...settings });
    const { stream } = await this.#client.exec({ ...request, clickhouse_settings: all });
    return buffer(stream);
  }

  async #send(rendered: RenderedSql, text: string, values: Readable, settings: Settings): Promise<void> {
    const { stream } = await this.#client.exec({
      query: text,
      values,
      query_params: placeholders(rendered),
      clickhouse_settings: this.#with({ wait_end_of_query: 1, ...settings }),
    });
    await buffer(stream);
  }

  #with(settings: Settings): ClickHouseSettings {
    return { ...this.#settings, ...settings } as ClickHouseSettings;
  }
}

async function openLocalStore(): Promise<Store> {
  const { openEmbeddedStore } = await import('./embedded-store.ts');
  const directory = await mkdtemp(join(tmpdir(), 'earshot-local-'));
  const store = await openEmbeddedStore({ directory, sessions: 2 });
  return {
    ...store,
    openParquet: (path) => store.openParquet(path),
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The statement and its values; long values travel in a form, because an address has bounds. */
function requestOf(
  rendered: RenderedSql,
  suffix = '',
): { query: string; query_params?: Record<string, unknown>; http_headers?: Record<string, string> } {
  const query = rendered.text + suffix;
  const texts = Object.entries(rendered.parameters).map(([name, value]) => [`param_${name}`, placeholderText(value)] as const);
  if (texts.reduce((sum, [, text]) => sum + text.length, 0) <= addressLength) return { query, query_params: placeholders(rendered) };
  const { body, contentType } = multipartBody({ query, ...Object.fromEntries(texts) });
  return { query: body, http_headers: { 'Content-Type': contentType } };
}

function placeholders({ parameters }: RenderedSql): Record<string, unknown> {
  return { ...parameters };
}

function inputRelation(file: SourceFile): Sql {
  return sql`input(${bind('String', sourceStructure(file))})`;
}

function textRelation(file: SourceFile, text: string): Sql {
  return sql`format(${bind('String', file.format)}, ${bind('String', sourceStructure(file))}, ${bind('String', text)})`;
}

async function once<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}

/** Repeats work whose connection broke: reads change nothing, and inserted rows carry ids that make the second time harmless. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(work);
    } catch (error) {
      if ((error as StoreError).failure !== 'unavailable' || attempt === attempts) throw error;
      await wait(firstPauseMs * 2 ** (attempt - 1));
    }
  }
}
