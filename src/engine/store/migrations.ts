import type { Workspace } from './workspace.ts';

/** A change of stored data that is more than a new column. Numbers rise by one; a migration that has been released is never edited. It may be cut off at any point and run again. */
export interface Migration {
  readonly number: number;
  readonly why: string;
  readonly run: (workspace: Workspace) => Promise<void>;
}

/** All migrations in order of their numbers. */
export const migrations: readonly Migration[] = [];
