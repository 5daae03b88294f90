import { identities } from '../../core/entities/people.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';

/**
 * Links traces (`external, email, phone`) to customers. A trace that is linked keeps its link. A new trace follows the strongest trace beside it
 * (external id, then e-mail, then phone); alone it begins a customer, whose key is the hash of that trace.
 */
export async function linkIdentities(workspace: Workspace, traces: Sql, importId: string): Promise<void> {
  const known = table(workspace.database, identities);
  const knownKey = (kind: Sql, value: Sql): Sql =>
    sql`SELECT value, customer_key FROM ${known} WHERE kind = ${kind} AND value IN (SELECT ${value} FROM traces)`;
  await workspace.store.command(sql`INSERT INTO ${known} (kind, value, customer_key, version, import_id)
WITH traces AS (${traces}),
keyed AS (
  SELECT external, email, phone,
    multiIf(
      by_external.customer_key != 0, by_external.customer_key,
      by_email.customer_key != 0, by_email.customer_key,
      by_phone.customer_key != 0, by_phone.customer_key,
      external != '', cityHash64('external', external),
      email != '', cityHash64('email', email),
      cityHash64('phone', phone)
    ) AS key
  FROM traces
  LEFT ANY JOIN (${knownKey(sql`'external'`, sql`external`)}) AS by_external ON by_external.value = external
  LEFT ANY JOIN (${knownKey(sql`'email'`, sql`email`)}) AS by_email ON by_email.value = email
  LEFT ANY JOIN (${knownKey(sql`'phone'`, sql`phone`)}) AS by_phone ON by_phone.value = phone
)
SELECT trace.1 AS kind, trace.2 AS value, argMin(key, (trace.3, key)) AS customer_key, 0 AS version, ${bind('String', importId)} AS import_id
FROM keyed
ARRAY JOIN [
  ('external', external, toUInt8(0)),
  ('email', email, toUInt8(external = '')),
  ('phone', phone, toUInt8(external = '' AND email = ''))
] AS trace
WHERE value != '' AND (kind, value) NOT IN (SELECT kind, value FROM ${known} WHERE value IN (SELECT arrayJoin([external, email, phone]) FROM traces))
GROUP BY kind, value`);
}

/** The customer of a row that was joined by `customerJoins`: 0 when no trace is known. */
export const customerKey: Sql = sql`multiIf(
    by_external.customer_key != 0, by_external.customer_key,
    by_email.customer_key != 0, by_email.customer_key,
    by_phone.customer_key
  )`;

/** Joins that follow a FROM whose rows have `requester_external_id`, `requester_email` and `requester_phone`. With `traces` only identities of these are read. */
export function customerJoins(database: string, traces?: Sql): Sql {
  const join = (kind: Sql, alias: Sql, column: Sql, trace: Sql): Sql => {
    const among = traces ? sql` AND value IN (SELECT ${trace} FROM (${traces}))` : sql``;
    return sql`
LEFT ANY JOIN (
  SELECT value, customer_key FROM ${table(database, identities)} WHERE kind = ${kind}${among}
) AS ${alias} ON ${alias}.value = ${column}`;
  };
  const external = join(sql`'external'`, sql`by_external`, sql`requester_external_id`, sql`external`);
  const email = join(sql`'email'`, sql`by_email`, sql`requester_email`, sql`email`);
  const phone = join(sql`'phone'`, sql`by_phone`, sql`requester_phone`, sql`phone`);
  return sql`${external}${email}${phone}`;
}
