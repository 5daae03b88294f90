import { desc, eq, sql } from 'drizzle-orm';
import type { Connection, MetaDatabase } from './meta-database.ts';
import type { mappingsTable, settingsTable, viewsTable } from './meta-tables.ts';

/** One version of a document. The value is any JSON; null says that it was removed. `changedAt` is in epoch milliseconds. */
export interface DocumentVersion {
  readonly name: string;
  readonly version: number;
  readonly value: unknown;
  readonly changedAt: number;
}

/** Named documents of which every change is a new version and nothing is lost. */
export interface VersionedDocuments {
  /** The current version, or null when there is none or it was removed. */
  get(name: string): Promise<DocumentVersion | null>;
  /** The current version of each, by name. */
  list(): Promise<readonly DocumentVersion[]>;
  /** All versions, newest first. */
  history(name: string): Promise<readonly DocumentVersion[]>;
  /** Durable when it resolves. A value equal to the current one makes no new version. */
  set(name: string, value: unknown): Promise<DocumentVersion>;
  /** Leaves the history. False when there is nothing to remove. */
  remove(name: string): Promise<boolean>;
}

type Table = typeof settingsTable | typeof mappingsTable | typeof viewsTable;

/** Documents in one table of versions. */
export function versionedDocuments(database: MetaDatabase, table: Table, now: () => number): VersionedDocuments {
  const { connection } = database;
  return {
    get: async (name) => present(await newest(connection, table, name)),
    list: async () => {
      const rows = await connection.selectDistinctOn([table.name]).from(table).orderBy(table.name, desc(table.version));
      return rows.map(documentOf).filter((document) => document.value !== null);
    },
    history: async (name) => {
      const rows = await connection.select().from(table).where(eq(table.name, name)).orderBy(desc(table.version));
      return rows.map(documentOf);
    },
    set: (name, value) => database.write((transaction) => append(transaction, table, { name, value, changedAt: now() })),
    remove: (name) =>
      database.write(async (transaction) => {
        await lock(transaction, name);
        const current = present(await newest(transaction, table, name));
        if (current) await append(transaction, table, { name, value: null, changedAt: now() });
        return current !== null;
      }),
  };
}

async function append(transaction: Connection, table: Table, change: Omit<DocumentVersion, 'version'>): Promise<DocumentVersion> {
  await lock(transaction, change.name);
  const current = await newest(transaction, table, change.name);
  const text = change.value === null ? null : JSON.stringify(change.value);
  if (current && text === (current.value === null ? null : JSON.stringify(current.value))) return current;
  const version = (current?.version ?? 0) + 1;
  await transaction.insert(table).values({ name: change.name, version, value: text, changedAt: new Date(change.changedAt) });
  return { ...change, version };
}

/** Two servers that change one document at the same time take turns. */
async function lock(transaction: Connection, name: string): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${name}))`);
}

async function newest(connection: Connection, table: Table, name: string): Promise<DocumentVersion | null> {
  const [row] = await connection.select().from(table).where(eq(table.name, name)).orderBy(desc(table.version)).limit(1);
  return row ? documentOf(row) : null;
}

function documentOf(row: Table['$inferSelect']): DocumentVersion {
  return {
    name: row.name,
    version: row.version,
    value: row.value === null ? null : JSON.parse(row.value),
    changedAt: row.changedAt.getTime(),
  };
}

function present(document: DocumentVersion | null): DocumentVersion | null {
  return document === null || document.value === null ? null : document;
}
