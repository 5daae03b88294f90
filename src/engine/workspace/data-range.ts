import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { WrittenSignal } from './written-signal.ts';

const spanned: readonly string[] = ['tickets', 'survey_invitations', 'survey_responses', 'imports'];
/** Where reading the range takes long, steady writing must not make every question pay for it. */
const manyTickets = 1_000_000;
const manyKeptMs = 1_000;

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

type RangeRow = Pick<DataRange, 'fromMs' | 'untilMs' | 'tickets'>;

/** Reads what the facts span: tickets that count, surveys sent and answered. */
async function readDataRange(workspace: Workspace): Promise<DataRange> {
  const [{ rows }, sampleIds] = await Promise.all([workspace.store.query<RangeRow>(rangeStatement(workspace)), readSampleIds(workspace)]);
  const range = rows[0] ?? { fromMs: null, untilMs: null, tickets: 0 };
  const sample = sampleIds.length > 0;
  return { ...range, sample, onlySample: sample && !(await hasOwnTickets(workspace, sampleIds)) };
}

async function readSampleIds({ store, database }: Workspace): Promise<readonly string[]> {
  const { rows } = await store.query<{ id: string }>(sql`SELECT id
FROM ${table(database, { name: 'imports' })}
WHERE sample AND state != 'undone'`);
  return rows.map(({ id }) => id);
}

async function hasOwnTickets({ store, database }: Workspace, sampleIds: readonly string[]): Promise<boolean> {
  const { rows } = await store.query(sql`SELECT 1
FROM ${table(database, { name: 'tickets' })}
WHERE NOT has(${bind('Array(String)', sampleIds)}, import_id)
LIMIT 1`);
  return rows.length > 0;
}

/**
 * The range, read again only after a write.
 * @param clock epoch milliseconds
 * @param maxAgeMs how long it is taken for true where others write too; null where nobody does
 */
export function dataRangeCache(
  workspace: Workspace,
  written: WrittenSignal,
  clock: () => number,
  maxAgeMs: number | null,
): () => Promise<DataRange> {
  let known: { readonly range: Promise<DataRange>; readonly readAtMs: number } | null = null;
  let keptMs = 0;
  let rereadFromMs = Number.POSITIVE_INFINITY;
  written.listen(({ entities }) => {
    if (!entities.some((name) => spanned.includes(name))) return;
    rereadFromMs = Math.min(rereadFromMs, (known?.readAtMs ?? 0) + keptMs);
  });
  return async () => {
    const nowMs = clock();
    if (known && nowMs < rereadFromMs) return known.range;
    const fresh = { range: readDataRange(workspace), readAtMs: nowMs };
    known = fresh;
    rereadFromMs = maxAgeMs === null ? Number.POSITIVE_INFINITY : nowMs + maxAgeMs;
    try {
      keptMs = (await fresh.range).tickets > manyTickets ? manyKeptMs : 0;
    } catch (error) {
      known = null;
      throw error;
    }
    return fresh.range;
  };
}

function rangeStatement({ database }: Workspace): Sql {
  const from = (name: string) => table(database, { name });
  return sql`SELECT
  if(sum(facts) = 0, NULL, toUnixTimestamp64Milli(minIf(first, facts > 0))) AS fromMs,
  if(sum(facts) = 0, NULL, toUnixTimestamp64Milli(maxIf(last, facts > 0))) AS untilMs,
  sum(counted_tickets) AS tickets
FROM (
  SELECT min(created_at) AS first, max(updated_at) AS last, count() AS facts, count() AS counted_tickets
  FROM ${from('tickets')}
  WHERE counted
  UNION ALL
  SELECT min(sent_at), max(sent_at), count(), 0
  FROM ${from('survey_invitations')}
  UNION ALL
  SELECT min(answered_at), max(answered_at), count(), 0
  FROM ${from('survey_responses')}
)`;
}
