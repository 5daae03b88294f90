import { slaPolicies } from '../../core/entities/working-time.ts';
import type { Row } from '../../core/model/entity.ts';
import { defaultPolicies } from '../../core/model/settings/default-settings.ts';
import type { Setting } from '../../core/model/settings/index.ts';
import { sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { instantOf } from './instant-of.ts';

type Policy = Setting<'sla-policies'>['policies'][number];

/** A row of `sla_policies` with its instants in epoch milliseconds. */
export type PolicyRow = Row<typeof slaPolicies>;

/** Every policy that was ever written, in order of position; empty where nobody has chosen any. */
export async function readPolicies({ store, database }: Workspace): Promise<readonly PolicyRow[]> {
  const { rows } = await store.query<Record<string, unknown>>(sql`SELECT * EXCEPT (received_at)
FROM ${table(database, slaPolicies)}
ORDER BY position, id, valid_from`);
  return rows.map(
    (row) =>
      ({
        ...row,
        version: Number(row.version),
        position: Number(row.position),
        valid_from: instantOf(row.valid_from) ?? 0,
        valid_until: instantOf(row.valid_until),
      }) as unknown as PolicyRow,
  );
}

/** What is judged by: the policies of the workspace, or the defaults, for always, where it has none. */
export function policiesInUse(stored: readonly PolicyRow[]): readonly PolicyRow[] {
  if (stored.length > 0) return stored;
  return defaultPolicies.map((policy, index) => policyRow(policy, index + 1, { valid_from: 0, valid_until: null, version: 0 }));
}

/** A policy as a row that holds from an instant on. @param position from 1; the smallest that matches applies */
export function policyRow(policy: Policy, position: number, held: Pick<PolicyRow, 'valid_from' | 'valid_until' | 'version'>): PolicyRow {
  const list = (values: readonly string[]) => values.map((value) => ({ value }));
  return {
    id: policy.id,
    source: 'earshot',
    import_id: '',
    name: policy.name,
    position,
    channels: list(policy.channels),
    teams: list(policy.teams),
    categories: list(policy.categories),
    targets: policy.targets.map(({ metric, priority, targetMs, clock }) => ({ metric, priority, target_ms: targetMs, clock })),
    ...held,
  };
}
