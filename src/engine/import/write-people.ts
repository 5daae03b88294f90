import { agents, customers, identities } from '../../core/entities/people.ts';
import { bind, identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { customerJoins } from '../ingest/link-identities.ts';
import { table } from '../store/workspace.ts';
import { firstTraceKey, tracedRows } from './customer-of-row.ts';
import { entityValues, insertSelect, type StagedRows, usable } from './staged-rows.ts';
import { origin } from './write-tickets.ts';

/** Customers as their source describes them, and the traces that lead to them. */
export function writeCustomers(staged: StagedRows): Sql[] {
  const values = {
    ...entityValues(staged, customers),
    ...origin(staged),
    id: sql`rows.id`,
    version: sql`rows.version`,
    customer_key: firstTraceKey,
  };
  const insert = insertSelect(
    staged,
    customers,
    values,
    sql`FROM ${customerRows(staged)} AS rows${customerJoins(staged.database)}\nORDER BY rows.id, rows.version, rows.line`,
  );
  return [insert, links(staged)];
}

function customerRows(staged: StagedRows): Sql {
  const column = (name: string): Sql => (staged.compiled.has(name) ? identifier(name) : bind('String', ''));
  return tracedRows(staged, { requester_external_id: sql`id`, requester_email: column('email'), requester_phone: column('phone') });
}

function links(staged: StagedRows): Sql {
  const known = table(staged.database, identities);
  return sql`INSERT INTO ${known} (kind, value, customer_key, version, import_id)
SELECT trace.1 AS kind, trace.2 AS value, min(key) AS customer_key, 0 AS version, ${bind('String', staged.importId)} AS import_id
FROM (
  SELECT requester_external_id, requester_email, requester_phone, ${firstTraceKey} AS key
  FROM ${customerRows(staged)} AS rows${customerJoins(staged.database)}
)
ARRAY JOIN [('external', requester_external_id), ('email', requester_email), ('phone', requester_phone)] AS trace
WHERE value != '' AND (kind, value) NOT IN (SELECT kind, value FROM ${known})
GROUP BY kind, value`;
}

/** Agents and bots; one of whom nothing else is said is a person who is still there. */
export function writeAgents(staged: StagedRows): Sql[] {
  const { has } = staged.compiled;
  const values: Record<string, Sql> = {
    ...entityValues(staged, agents),
    ...origin(staged),
    id: sql`rows.id`,
    version: sql`rows.version`,
    kind: has('kind') ? sql`if(rows.kind = '', 'human', rows.kind)` : sql`'human'`,
    active: active(has),
  };
  return [insertSelect(staged, agents, values, sql`FROM ${usable(staged)} AS rows\nORDER BY rows.id, rows.version, rows.line`)];
}

function active(has: (field: string) => boolean): Sql {
  if (has('active')) return sql`coalesce(rows.active, true)`;
  return has('left_at') ? sql`rows.left_at IS NULL` : sql`true`;
}
