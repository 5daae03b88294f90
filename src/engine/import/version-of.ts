import type { TargetName } from '../../core/import/mapping.ts';
import { identifier, join, type Sql, sql } from '../../core/sql/sql.ts';

const instantsOf: Readonly<Record<TargetName, readonly string[]>> = {
  tickets: ['created_at', 'first_response_at', 'solved_at', 'closed_at'],
  ticket_snapshots: [],
  ticket_events: ['at'],
  messages: ['at'],
  survey_responses: ['answered_at'],
  customers: ['created_at'],
  agents: ['joined_at', 'left_at'],
};

/**
 * The source's own update time of a row, in epoch milliseconds; where it gives none, the latest instant that the row names, and 0 where it names none:
 * so the same export brought again is the same. Updates of a ticket within one second are told apart by their number.
 */
export function versionOf(target: TargetName, mapped: ReadonlySet<string>): Sql {
  const milliseconds = (name: string) => sql`coalesce(toUnixTimestamp64Milli(${identifier(name)}), 0)`;
  const latest = instantsOf[target].filter((name) => mapped.has(name)).map(milliseconds);
  const fallback = latest.length === 0 ? sql`toInt64(0)` : sql`arrayMax([${join(latest)}])`;
  if (!mapped.has('updated_at')) return fallback;
  const updated = milliseconds('updated_at');
  if (target !== 'ticket_snapshots') return sql`if(updated_at IS NULL, ${fallback}, ${updated})`;
  if (!mapped.has('sequence')) return updated;
  return sql`${updated} + if(${updated} % 1000 = 0, least(coalesce(sequence, 0), 999), 0)`;
}
