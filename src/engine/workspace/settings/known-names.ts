import { agents, teams } from '../../../core/entities/people.ts';
import { tickets } from '../../../core/entities/tickets.ts';
import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { type Sql, sql } from '../../../core/sql/sql.ts';
import { nearestName } from '../../../core/text/nearest-name.ts';
import { table } from '../../store/workspace.ts';
import type { SettingPlace } from './setting-kind.ts';

type Kind = 'team' | 'category' | 'agent';

/**
 * Refuses a name that is neither in the facts nor in the setting before.
 * @throws the fault, naming it and what is near
 */
export async function checkNames(kind: Kind, names: readonly string[], before: readonly string[], place: SettingPlace): Promise<void> {
  const added = names.filter((name) => !before.includes(name));
  if (added.length === 0) return;
  const rows = await place.ask(statementOf(kind, place.database));
  const known = new Set(rows.map((row) => String(row.name)));
  const unknown = added.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const near = nearestName(unknown, [...known]);
  throw settingFault(
    `unknown_${kind}`,
    { name: unknown },
    `"${unknown}" is no ${kind} of this workspace${near === null ? '' : `; did you mean "${near}"?`}${known.size === 0 ? `; no ${kind} is known yet.` : '.'}`,
    `unknown_${kind}`,
  );
}

function statementOf(kind: Kind, database: string): Sql {
  if (kind === 'category') return sql`SELECT DISTINCT category AS name FROM ${table(database, tickets)} WHERE category != ''`;
  if (kind === 'agent')
    return sql`SELECT id AS name FROM ${table(database, agents)}
UNION DISTINCT
SELECT assignee_id FROM ${table(database, tickets)} WHERE assignee_id != ''
UNION DISTINCT
SELECT first_response_by FROM ${table(database, tickets)} WHERE first_response_by != ''`;
  return sql`SELECT id AS name FROM ${table(database, teams)}
UNION DISTINCT
SELECT team_id FROM ${table(database, tickets)} WHERE team_id != ''`;
}
