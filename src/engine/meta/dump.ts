import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { UserError } from '../../core/model/user-error.ts';
import { type Connection, rowsOf } from './meta-database.ts';
import { appliedMigration, migrate, refuseNewer } from './migrate.ts';

const headSchema = z.strictObject({ format: z.literal('earshot settings'), schema: z.number().int(), sha256: z.string() });
const tablesSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

/**
 * Every row of every table as text: a line with schema number and checksum, and a line of JSON. Equal tables give equal text.
 * Reading it also proves that every page can be read.
 */
export async function takeDump(connection: Connection): Promise<string> {
  return connection.transaction(
    async (transaction) => {
      const schema = await appliedMigration(transaction);
      const tables: Record<string, unknown> = {};
      for (const name of await tableNames(transaction)) tables[name] = await rowsAsJson(transaction, name);
      const body = JSON.stringify(tables);
      return `${JSON.stringify({ format: 'earshot settings', schema, sha256: checksum(body) })}\n${body}\n`;
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/**
 * Replaces all tables by those of a dump and brings them up to date. Call it inside a transaction.
 * @throws UserError when the text is no whole dump, or one of a newer version
 */
export async function loadDump(transaction: Connection, text: string, now: number): Promise<void> {
  const { schema, tables } = parseDump(text);
  refuseNewer(schema);
  await transaction.execute(sql`DROP SCHEMA IF EXISTS earshot CASCADE`);
  await migrate(transaction, now, schema);
  const known = await tableNames(transaction);
  for (const [name, rows] of Object.entries(tables)) {
    if (!known.includes(name))
      throw new UserError('dump_unreadable', `The dump of the settings has a table "${name}" that its schema ${schema} does not know.`);
    await insertRows(transaction, name, rows);
  }
  await migrate(transaction, now);
}

/** @throws UserError when the text is cut, changed or something else */
export function parseDump(text: string): { readonly schema: number; readonly tables: z.output<typeof tablesSchema> } {
  const [head = '', body = ''] = text.split('\n');
  try {
    const { schema, sha256 } = headSchema.parse(JSON.parse(head));
    if (checksum(body) === sha256) return { schema, tables: tablesSchema.parse(JSON.parse(body)) };
  } catch {
    // falls to the sentence below: what the parser says about a broken file helps nobody
  }
  throw new UserError('dump_unreadable', 'This is not a whole dump of the settings: it was cut or changed.');
}

/** The steps that ran are in the head of a dump, so their table is left out. */
async function tableNames(connection: Connection): Promise<readonly string[]> {
  const rows = await rowsOf<{ name: string }>(
    connection,
    sql`
      SELECT table_name AS name
      FROM information_schema.tables
      WHERE table_schema = 'earshot'
        AND table_name <> 'migrations'
      ORDER BY table_name`,
  );
  return rows.map((row) => row.name);
}

async function rowsAsJson(connection: Connection, table: string): Promise<unknown> {
  const [row] = await rowsOf<{ rows: string }>(
    connection,
    sql`
      SELECT coalesce(json_agg(t ORDER BY t::text COLLATE "C"), '[]')::text AS rows
      FROM earshot.${sql.identifier(table)} t`,
  );
  return JSON.parse(row?.rows ?? '[]');
}

async function insertRows(transaction: Connection, table: string, rows: readonly unknown[]): Promise<void> {
  await transaction.execute(sql`
    INSERT INTO earshot.${sql.identifier(table)}
    SELECT *
    FROM json_populate_recordset(NULL::earshot.${sql.identifier(table)}, ${JSON.stringify(rows)}::json)`);
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
