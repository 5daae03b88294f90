import { messages } from '../../core/entities/messages.ts';
import { database as databaseName, identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { Workspace } from './import-options.ts';
import type { Chunk } from './scan-chunks.ts';
import { sourceFileOf } from './source-file-of.ts';

/** Each round doubles the length of the ways that are known: chains of 2^40 messages, or a circle, end here. */
const mostRounds = 40;

/** Finds the thread of every message from what it answers, also where that stands in another chunk or was imported before. */
export class MessageThreads {
  readonly rows: Sql;
  readonly #workspace: Workspace;
  readonly #compiled: CompiledMapping;
  readonly #next: Sql;

  constructor(workspace: Workspace, compiled: CompiledMapping, importId: string) {
    this.#workspace = workspace;
    this.#compiled = compiled;
    const name = (kind: string) => sql`${databaseName(workspace.database)}.${identifier(`import_${kind}_${importId.slice(0, 16)}`)}`;
    this.rows = name('threads');
    this.#next = name('threads_next');
  }

  async create(): Promise<void> {
    await this.drop();
    for (const rows of [this.rows, this.#next]) {
      await this.#workspace.store.command(sql`CREATE TABLE ${rows} (message String, root String)
ENGINE = MergeTree
ORDER BY message`);
    }
  }

  async drop(): Promise<void> {
    for (const rows of [this.rows, this.#next]) await this.#workspace.store.command(sql`DROP TABLE IF EXISTS ${rows} SYNC`);
  }

  /** Takes in what the messages of a chunk answer. */
  async add(chunk: Chunk): Promise<void> {
    await this.#workspace.store.load(
      sourceFileOf(chunk, this.#compiled),
      (relation) => sql`INSERT INTO ${this.rows}
SELECT id AS message, if(reply_to_id = '', id, reply_to_id) AS root
FROM (${this.#compiled.select(relation)})
WHERE problem = ''`,
    );
  }

  /** Follows the answers to the first message of each thread. */
  async resolve(): Promise<void> {
    const { store, database } = this.#workspace;
    for (let round = 0; round < mostRounds && (await this.#isOpen()); round++) {
      await this.#rewrite(sql`SELECT way.message, if(further.message = '', way.root, further.root) AS root
FROM ${this.rows} AS way
LEFT ANY JOIN ${this.rows} AS further ON further.message = way.root`);
    }
    await this.#rewrite(sql`SELECT way.message, if(known.id = '', way.root, known.ticket_id) AS root
FROM ${this.rows} AS way
LEFT ANY JOIN (SELECT id, ticket_id FROM ${table(database, messages)} WHERE id IN (SELECT root FROM ${this.rows})) AS known ON known.id = way.root`);
    await store.command(sql`TRUNCATE TABLE ${this.#next}`);
  }

  /** Some way leads on: its end answers another message. */
  async #isOpen(): Promise<boolean> {
    const { rows } = await this.#workspace.store.query(sql`SELECT 1
FROM ${this.rows} AS way
INNER JOIN ${this.rows} AS further ON further.message = way.root
WHERE further.root != way.root
LIMIT 1`);
    return rows.length > 0;
  }

  async #rewrite(statement: Sql): Promise<void> {
    const { store } = this.#workspace;
    await store.command(sql`TRUNCATE TABLE ${this.#next}`);
    await store.command(sql`INSERT INTO ${this.#next} ${statement}`);
    await store.command(sql`EXCHANGE TABLES ${this.rows} AND ${this.#next}`);
  }
}
