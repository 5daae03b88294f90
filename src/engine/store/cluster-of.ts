import { bind, sql } from '../../core/sql/sql.ts';
import type { Workspace } from './workspace.ts';

/** The cluster over which the tables of a database lie; null on one machine. */
export async function clusterOf({ store, database }: Workspace): Promise<string | null> {
  const { rows } = await store.query<{ engine_full: string }>(sql`SELECT engine_full
FROM system.tables
WHERE database = ${bind('String', database)} AND name = 'tickets' AND engine = 'Distributed'`);
  return /^Distributed\('?([^',)]+)/.exec(rows[0]?.engine_full ?? '')?.[1] ?? null;
}
