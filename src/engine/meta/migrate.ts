import { max, sql } from 'drizzle-orm';
import { UserError } from '../../core/model/user-error.ts';
import { type Connection, rowsOf } from './meta-database.ts';
import { migrationsTable } from './meta-tables.ts';
import { migrations } from './migrations.ts';

const newestMigration = migrations.length;

/**
 * Brings the tables up to `until`; a second server that starts at the same time waits. Call it inside a transaction.
 * @throws UserError when a newer version of Earshot wrote the tables
 */
export async function migrate(transaction: Connection, now: number, until = newestMigration): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtext('earshot migrations'))`);
  const applied = await appliedMigration(transaction);
  refuseNewer(applied);
  if (applied === 0) await createSchema(transaction);
  for (const { number, statements } of migrations.slice(applied, until)) {
    for (const statement of statements) await transaction.execute(statement);
    await transaction.insert(migrationsTable).values({ number, appliedAt: new Date(now) });
  }
}

/** @throws UserError when `applied` is beyond what this version knows */
export function refuseNewer(applied: number): void {
  if (applied <= newestMigration) return;
  throw new UserError(
    'newer_settings',
    `The settings are from a newer Earshot (schema ${applied}; this one knows ${newestMigration}); start that version, or restore a backup of this one.`,
  );
}

/** The number of the last step that ran; 0 for an empty database. */
export async function appliedMigration(connection: Connection): Promise<number> {
  const [found] = await rowsOf<{ known: boolean }>(connection, sql`SELECT to_regclass('earshot.migrations') IS NOT NULL AS known`);
  if (!found?.known) return 0;
  const [last] = await connection.select({ number: max(migrationsTable.number) }).from(migrationsTable);
  return last?.number ?? 0;
}

async function createSchema(transaction: Connection): Promise<void> {
  await transaction.execute(sql`CREATE SCHEMA IF NOT EXISTS earshot`);
  await transaction.execute(
    sql`CREATE TABLE IF NOT EXISTS earshot.migrations (number integer PRIMARY KEY, applied_at timestamptz(3) NOT NULL)`,
  );
}
