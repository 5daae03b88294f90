import { tickets } from '../../core/entities/tickets.ts';
import { sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';

/** Gives numbers that only ever grow, also over restarts: the clock in milliseconds, or one more than the last. */
export interface Revisions {
  next(): number;
}

/** Revisions of a workspace, beginning above every one that is stored. */
export async function openRevisions(workspace: Workspace): Promise<Revisions> {
  const { rows } = await workspace.store.query<{ last: number }>(
    sql`SELECT max(revision) AS last FROM ${table(workspace.database, tickets)}`,
  );
  let last = Number(rows[0]?.last ?? 0);
  return {
    next: () => {
      last = Math.max(last + 1, Date.now());
      return last;
    },
  };
}
