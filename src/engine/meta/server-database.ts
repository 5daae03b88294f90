import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { UserError } from '../../core/model/user-error.ts';
import type { MetaDatabase } from './meta-database.ts';
import { migrate } from './migrate.ts';

/**
 * A PostgreSQL server, version 13 or newer. Its own log makes writes durable and its own tools back it up.
 * @throws UserError when the server cannot be reached or refuses
 */
export async function openServerDatabase(url: string, now: () => number): Promise<MetaDatabase> {
  const pool = new Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
  // pg raises this for an idle connection that the server closed; the pool has dropped it already, and without a listener Node exits
  pool.on('error', () => undefined);
  const connection = drizzle({ client: pool });
  try {
    await pool.query('SELECT 1');
    await connection.transaction((transaction) => migrate(transaction, now()));
  } catch (error) {
    await pool.end();
    throw error instanceof UserError ? error : unreachable(url, error);
  }
  return { connection, write: (work) => connection.transaction(work), close: () => pool.end() };
}

function unreachable(url: string, error: unknown): UserError {
  const { host, pathname } = new URL(url);
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError('database_unreachable', `PostgreSQL at ${host}${pathname} cannot be used: ${reason}.`, 503);
}
