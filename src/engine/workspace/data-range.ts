import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { WrittenSignal } from './written-signal.ts';

/** What the facts of a workspace span. Instants are epoch milliseconds; null when there are none. */
export interface DataRange {
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly tickets: number;
  /** Sample data is in it. */
  readonly sample: boolean;
  /** Sample data is in it and no other ticket. */
  readonly onlySample: boolean;
}

interface RangeRow {
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly tickets: number;
  readonly own: number;
  readonly sample: boolean;
}

const spanned: readonly string[] = ['tickets', 'survey_invitations', 'survey_responses', 'imports'];

/** Reads what the facts span: tickets that count, surveys sent and answered. */
export async function readDataRange(workspace: Workspace): Promise<DataRange> {
  const { rows } = await workspace.store.query<RangeRow>(rangeStatement(workspace));
  const row = rows[0];
  const sample = row?.sample ?? false;
  return {
    fromMs: row?.fromMs ?? null,
    untilMs: row?.untilMs ?? null,
    tickets: row?.tickets ?? 0,
    sample,
    onlySample: sample && row?.own === 0,
  };
}

/**
 * The range, read again only after a write. Over a server that others write to, also after `staleMs`.
 * @param clock epoch milliseconds
 */
export function dataRangeCache(
  workspace: Workspace,
  written: WrittenSignal,
  clock: () => number,
  staleMs = Number.POSITIVE_INFINITY,
): () => Promise<DataRange> {
  let known: { readonly range: Promise<DataRange>; readonly readAtMs: number } | null = null;
  written.listen(({ entities }) => {
    if (entities.some((name) => spanned.includes(name))) known = null;
  });
  return () => {
    if (known && clock() - known.readAtMs < staleMs) return known.range;
    const fresh = { range: readDataRange(workspace), readAtMs: clock() };
    known = fresh;
    fresh.range.catch(() => {
      if (known === fresh) known = null;
    });
    return fresh.range;
  };
}

function rangeStatement({ database }: Workspace): Sql {
  const from = (name: string) => table(database, { name });
  const samples = sql`SELECT id FROM ${from('imports')} WHERE sample AND state != ${bind('String', 'undone')}`;
  return sql`SELECT
  minIf(first, facts > 0) AS earliest,
  maxIf(last, facts > 0) AS latest,
  if(sum(facts) = 0, NULL, toUnixTimestamp64Milli(earliest)) AS fromMs,
  if(sum(facts) = 0, NULL, toUnixTimestamp64Milli(latest)) AS untilMs,
  sum(counted_tickets) AS tickets,
  sum(own_tickets) AS own,
  (SELECT toBool(count() > 0) FROM ${from('imports')} WHERE sample AND state != ${bind('String', 'undone')}) AS sample
FROM (
  SELECT min(created_at) AS first, max(updated_at) AS last, count() AS facts, count() AS counted_tickets, countIf(import_id NOT IN (${samples})) AS own_tickets
  FROM ${from('tickets')}
  WHERE counted
  UNION ALL
  SELECT min(sent_at), max(sent_at), count(), 0, 0
  FROM ${from('survey_invitations')}
  UNION ALL
  SELECT min(answered_at), max(answered_at), count(), 0, 0
  FROM ${from('survey_responses')}
)`;
}
