import { rejects } from '../../core/entities/imports.ts';
import { identifier, join, sql } from '../../core/sql/sql.ts';
import { clusterOf } from './cluster-of.ts';
import { onCluster, table, type Workspace } from './workspace.ts';

/** A change of stored data that is more than a new column. Numbers rise by one; a migration that has been released is never edited. It may be cut off at any point and run again. */
export interface Migration {
  readonly number: number;
  readonly why: string;
  readonly run: (workspace: Workspace) => Promise<void>;
}

/** All migrations in order of their numbers. */
export const migrations: readonly Migration[] = [
  { number: 1, why: 'refused rows of two tables of one archive with the same line are two', run: keyRejectsByMember },
];

/** A sorting key takes only a column that is added with it, so the column that was just added as the others are goes once more; it is empty still. */
async function keyRejectsByMember({ store, database }: Workspace): Promise<void> {
  const cluster = await clusterOf({ store, database });
  const rows = sql`${table(database, { name: cluster === null ? rejects.name : `${rejects.name}_local` })}${onCluster(cluster ?? undefined)}`;
  await store.command(sql`ALTER TABLE ${rows} DROP COLUMN IF EXISTS member`);
  await store.command(sql`ALTER TABLE ${rows} ADD COLUMN member String, MODIFY ORDER BY (${join(rejects.key.map(identifier))})`);
}
