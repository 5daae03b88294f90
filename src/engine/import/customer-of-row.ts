import { bind, identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import { customerKey } from '../ingest/link-identities.ts';
import { type StagedRows, usable } from './staged-rows.ts';

/** The customer of a row of `tracedRows` joined by `customerJoins`: as linked before, else begun by the first trace; 0 when there is none. */
export const firstTraceKey: Sql = sql`multiIf(
    ${customerKey} != 0, ${customerKey},
    requester_external_id != '', cityHash64('external', requester_external_id),
    requester_email != '', cityHash64('email', requester_email),
    requester_phone != '', cityHash64('phone', requester_phone),
    0
  )`;

const traces = ['requester_external_id', 'requester_email', 'requester_phone'];

/** The usable rows with all three traces, '' where the file has no column for one. `own` gives a trace by another name. */
export function tracedRows(staged: StagedRows, own: Readonly<Record<string, Sql>> = {}): Sql {
  const absent = traces
    .filter((name) => own[name] !== undefined || !staged.compiled.has(name))
    .map((name) => sql`${own[name] ?? bind('String', '')} AS ${identifier(name)}`);
  return absent.length === 0 ? usable(staged) : sql`(SELECT *, ${join(absent)} FROM ${usable(staged)})`;
}
