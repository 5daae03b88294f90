import { type SQL, sql } from 'drizzle-orm';

/** One step forward; there is none backward. A step that has been released never changes. */
export interface Migration {
  readonly number: number;
  readonly why: string;
  readonly statements: readonly SQL[];
}

/** Steps in order. No table has a sequence: a dump holds rows and nothing else. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    why: 'settings and mappings with their history, and the workspaces',
    statements: [
      sql`
        CREATE TABLE earshot.settings (
          name text NOT NULL,
          version integer NOT NULL,
          value text,
          changed_at timestamptz(3) NOT NULL,
          PRIMARY KEY (name, version)
        )`,
      sql`
        CREATE TABLE earshot.mappings (
          name text NOT NULL,
          version integer NOT NULL,
          value text,
          changed_at timestamptz(3) NOT NULL,
          PRIMARY KEY (name, version)
        )`,
      sql`
        CREATE TABLE earshot.workspaces (
          name text PRIMARY KEY,
          database text NOT NULL UNIQUE,
          created_at timestamptz(3) NOT NULL
        )`,
    ],
  },
  {
    number: 2,
    why: 'views that people save, with their history',
    statements: [
      sql`
        CREATE TABLE earshot.views (
          name text NOT NULL,
          version integer NOT NULL,
          value text,
          changed_at timestamptz(3) NOT NULL,
          PRIMARY KEY (name, version)
        )`,
    ],
  },
];
