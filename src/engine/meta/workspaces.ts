import { asc, eq, or } from 'drizzle-orm';
import { UserError } from '../../core/model/user-error.ts';
import type { MetaDatabase } from './meta-database.ts';
import { workspacesTable } from './meta-tables.ts';

/** A workspace is a database of its own among the facts. `createdAt` is in epoch milliseconds. */
export interface WorkspaceEntry {
  readonly name: string;
  readonly database: string;
  readonly createdAt: number;
}

/** Which workspaces there are; their facts are in the store. */
export interface WorkspaceRegister {
  list(): Promise<readonly WorkspaceEntry[]>;
  get(name: string): Promise<WorkspaceEntry | null>;
  /**
   * Durable when it resolves.
   * @throws UserError when the name or the database is taken, or the database is not named in small letters, digits and _
   */
  create(name: string, database: string): Promise<WorkspaceEntry>;
  /** Takes it off the register; false when it is not there. The facts stay in the store. */
  remove(name: string): Promise<boolean>;
}

export function workspaceRegister(database: MetaDatabase, now: () => number): WorkspaceRegister {
  const { connection } = database;
  return {
    list: async () => (await connection.select().from(workspacesTable).orderBy(asc(workspacesTable.name))).map(entryOf),
    get: async (name) => {
      const [row] = await connection.select().from(workspacesTable).where(eq(workspacesTable.name, name));
      return row ? entryOf(row) : null;
    },
    create: async (name, facts) => {
      refuseUnusable(name, facts);
      return database.write(async (transaction) => {
        const row = { name, database: facts, createdAt: new Date(now()) };
        const inserted = await transaction.insert(workspacesTable).values(row).onConflictDoNothing().returning();
        if (inserted[0]) return entryOf(inserted[0]);
        const taken = or(eq(workspacesTable.name, name), eq(workspacesTable.database, facts));
        const [other] = await transaction.select().from(workspacesTable).where(taken);
        throw new UserError(
          'workspace_taken',
          `There is a workspace "${other?.name}" in database "${other?.database}" already; take another name.`,
          409,
        );
      });
    },
    remove: (name) =>
      database.write(async (transaction) => {
        const removed = await transaction.delete(workspacesTable).where(eq(workspacesTable.name, name)).returning();
        return removed.length > 0;
      }),
  };
}

function refuseUnusable(name: string, database: string): void {
  if (name.trim() === '') throw new UserError('workspace_name', 'A workspace needs a name of at least one character.');
  if (/^[a-z][a-z0-9_]{0,62}$/.test(database)) return;
  throw new UserError(
    'workspace_database',
    `"${database}" cannot name a database; allowed are up to 63 small letters, digits and _, a letter first.`,
  );
}

function entryOf(row: typeof workspacesTable.$inferSelect): WorkspaceEntry {
  return { name: row.name, database: row.database, createdAt: row.createdAt.getTime() };
}
