import { agents, teams } from '../../core/entities/people.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { Ask } from './ask.ts';

/** The names of agents and teams by id; an id without a name is left out. */
export async function readNames(ask: Ask, database: string, ids: ReadonlySet<string>): Promise<Record<string, string>> {
  const wanted = [...ids].filter((id) => id !== '');
  if (wanted.length === 0) return {};
  const list = bind('Array(String)', wanted);
  const rows = await ask(sql`SELECT id, name
FROM ${table(database, agents)}
WHERE has(${list}, id) AND name != ''
UNION ALL
SELECT id, name
FROM ${table(database, teams)}
WHERE has(${list}, id) AND name != ''`);
  return Object.fromEntries(rows.map((row) => [String(row.id), String(row.name)]));
}
