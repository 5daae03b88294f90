import { tickets } from '../../core/entities/tickets.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { isoInstant } from './row-values.ts';

type Other = Output<'ticket'>['others'][number];

/** The newest ten other tickets of the customer of a ticket; none where nothing is known of the customer. */
export async function readOtherTickets({ store, database }: Workspace, id: string): Promise<readonly Other[]> {
  const { rows } = await store.query<Record<'id' | 'subject' | 'status' | 'created_at', string>>(sql`SELECT id, subject, status, created_at
FROM ${table(database, tickets)}
WHERE customer_key IN (
  SELECT customer_key
  FROM ${table(database, tickets)}
  WHERE id = ${bind('String', id)}
)
AND customer_key != 0
AND NOT is_deleted
AND id != ${bind('String', id)}
ORDER BY created_at DESC
LIMIT 10`);
  return rows.map(({ id, subject, status, created_at }) => ({ id, subject, status, createdAt: isoInstant(created_at) }));
}
