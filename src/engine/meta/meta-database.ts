import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** PostgreSQL, inside the process or as a server; a transaction is one too. */
export type Connection = PgDatabase<PgQueryResultHKT>;

/** Where settings, mappings and workspaces are kept. */
export interface MetaDatabase {
  readonly connection: Connection;
  /** Runs `work` in one transaction; what it wrote is durable when the promise resolves. */
  write<T>(work: (transaction: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The rows of a statement that drizzle's builder cannot express. */
export async function rowsOf<R>(connection: Connection, statement: SQL): Promise<readonly R[]> {
  const answer = (await connection.execute(statement)) as { readonly rows: readonly R[] };
  return answer.rows;
}
