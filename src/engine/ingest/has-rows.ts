import type { Entity } from '../../core/model/entity.ts';
import { sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';

/** Whether any row of an entity is stored. */
export async function hasRows(workspace: Workspace, entity: Pick<Entity, 'name'>): Promise<boolean> {
  const { rows } = await workspace.store.query<{ some: number }>(sql`SELECT 1 AS some FROM ${table(workspace.database, entity)} LIMIT 1`);
  return rows.length > 0;
}
