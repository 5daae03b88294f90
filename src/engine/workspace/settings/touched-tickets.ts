import { tickets } from '../../../core/entities/tickets.ts';
import { bind, type Sql, sql } from '../../../core/sql/sql.ts';
import { table, type Workspace } from '../../store/workspace.ts';
import type { Since } from './setting-kind.ts';

/** All tickets, as a SELECT of `ticket_id`. */
export function allTickets({ database }: Pick<Workspace, 'database'>): Sql {
  return sql`SELECT id AS ticket_id FROM ${table(database, tickets)}`;
}

/** Tickets to which something can still happen after a change: those that are not solved, and those with an event after it. All when it is for always. */
export function openTickets(change: Pick<Workspace, 'database'> & { readonly since: Since; readonly nowMs: number }): Sql {
  if (change.since === 'always') return allTickets(change);
  return sql`SELECT id AS ticket_id
FROM ${table(change.database, tickets)}
WHERE status NOT IN ('solved', 'closed') OR updated_at >= fromUnixTimestamp64Milli(${bind('Int64', Math.round(change.nowMs))}, 'UTC')`;
}
