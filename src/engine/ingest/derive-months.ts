import { tickets } from '../../core/entities/tickets.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { Deriver } from './deriver.ts';

/**
 * Derives tickets anew, the newest month of creation first, so that what comes in meanwhile waits for one month at most.
 * @param touched a SELECT of `ticket_id`; all tickets when absent
 * @returns whether all months were derived before `isStopped` said so
 */
export async function deriveMonths(
  workspace: Workspace,
  deriver: Pick<Deriver, 'derive'>,
  isStopped: () => boolean,
  touched?: Sql,
): Promise<boolean> {
  const all = table(workspace.database, tickets);
  const ofTouched = touched ? sql`id IN (${touched})` : sql`true`;
  const { rows } = await workspace.store.query<{ month: string }>(sql`SELECT DISTINCT toString(partition_month) AS month
FROM ${all}
WHERE ${ofTouched}
ORDER BY month DESC`);
  for (const { month } of rows) {
    if (isStopped()) return false;
    await deriver.derive(
      'derived anew',
      sql`SELECT id AS ticket_id FROM ${all} WHERE partition_month = toDate32(${bind('String', month)}) AND ${ofTouched}`,
    );
  }
  return true;
}
