import { bind, integer, sql } from '../../core/sql/sql.ts';
import { findLostNumbers, type LostNumbers, type NumberHole } from '../../core/stats/lost-numbers.ts';
import { startOfDayMs } from '../../core/time/zone.ts';
import { table } from '../store/workspace.ts';
import type { Days } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';

/** Numbers that stand in order of time but for a few rows. */
const mostBackwardsShare = 0.02;
/** A feed with more holes than this does not count without leaving out. */
const mostHoles = 2000;

/**
 * Running numbers that never came, by source: ids that end in a number which grows with time and leaves out few. Rows that were deleted where they come from are
 * missing as well, now and then; only what is missing much more often than that is told.
 */
export async function readLostNumbers(source: FindingSource, days: Days): Promise<ReadonlyMap<string, readonly LostNumbers[]>> {
  const { ask, database, calendar } = source;
  const rows = await ask(sql`SELECT
  source,
  count() AS rows,
  countIf(backwards) AS backwards,
  groupArrayIf(${integer(mostHoles + 1)})(tuple(before, number, before_ms, at_ms), before > 0 AND number > before + 1) AS holes
FROM (
  SELECT
    source,
    number,
    at_ms,
    lagInFrame(number) OVER numbers AS before,
    lagInFrame(at_ms) OVER numbers AS before_ms,
    before > 0 AND at_ms < before_ms AS backwards
  FROM (
    SELECT source, toUInt64OrZero(extract(id, '([0-9]{1,15})$')) AS number, toUnixTimestamp64Milli(created_at) AS at_ms
    FROM ${table(database, { name: 'tickets' })}
    WHERE created_at >= fromUnixTimestamp64Milli(${bind('Int64', startOfDayMs(calendar.zone, days.first))})
      AND created_at < fromUnixTimestamp64Milli(${bind('Int64', startOfDayMs(calendar.zone, days.last + 1))})
      AND number > 0
  )
  WINDOW numbers AS (PARTITION BY source ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
GROUP BY source`);
  return new Map(rows.map((row) => [String(row.source), lostOf(row)]));
}

function lostOf({ rows, backwards, holes }: Record<string, unknown>): readonly LostNumbers[] {
  const list = holes as readonly (readonly [number, number, number, number])[];
  if (Number(backwards) > mostBackwardsShare * Number(rows) || list.length > mostHoles) return [];
  const found: NumberHole[] = list
    .map(([before, after, beforeMs, afterMs]) => ({
      before: Number(before),
      after: Number(after),
      beforeMs: Number(beforeMs),
      afterMs: Number(afterMs),
    }))
    .toSorted((left, right) => left.before - right.before);
  return findLostNumbers({ rows: Number(rows), holes: found });
}
