import { integer, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** A schema of its own, so that a shared PostgreSQL stays tidy and a dump knows what is ours. */
const metaSchema = pgSchema('earshot');

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 }).notNull();

/** Documents of which every change is a new version. Values are JSON as text: drivers disagree on a JSON string that looks like a number. */
function versionedTable<const N extends string>(name: N) {
  return metaSchema.table(
    name,
    {
      name: text('name').notNull(),
      version: integer('version').notNull(),
      /** Null: removed at this version. */
      value: text('value'),
      changedAt: instant('changed_at'),
    },
    (columns) => [primaryKey({ columns: [columns.name, columns.version] })],
  );
}

export const settingsTable = versionedTable('settings');
export const mappingsTable = versionedTable('mappings');
export const viewsTable = versionedTable('views');

export const workspacesTable = metaSchema.table('workspaces', {
  name: text('name').primaryKey(),
  database: text('database').notNull().unique(),
  createdAt: instant('created_at'),
});

/** The migrations that have run. */
export const migrationsTable = metaSchema.table('migrations', {
  number: integer('number').primaryKey(),
  appliedAt: instant('applied_at'),
});
