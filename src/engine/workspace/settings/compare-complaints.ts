import { ticketEvents } from '../../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../../core/entities/ticket-records.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { bind, type Sql, sql } from '../../../core/sql/sql.ts';
import { table } from '../../store/workspace.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { recentTickets } from './recent-tickets.ts';
import type { Figures } from './setting-figures.ts';
import type { SettingChange } from './setting-kind.ts';

/** How many complaints the last 28 days had by the rule before and would have by the one after. */
export async function compareComplaints(workspace: OpenWorkspace, change: SettingChange<'complaint-rule'>): Promise<Figures> {
  const [row] =
    await workspace.ask(sql`SELECT countIf(${byRule(change.before, change.database)}) AS was, countIf(${byRule(change.after, change.database)}) AS would_be
${recentTickets(change)}`);
  const [before, after] = [Number(row?.was ?? 0), Number(row?.would_be ?? 0)];
  return { metrics: [{ metric: 'complaints', before, after, n: after }], notes: [] };
}

function byRule({ marked, categories, tags }: Setting<'complaint-rule'>, database: string): Sql {
  const named = sql`(category != '' AND has(${bind('Array(String)', categories)}, category)) OR hasAny(tags, ${bind('Array(String)', tags)})`;
  if (!marked) return named;
  return sql`${named} OR id IN (
  SELECT ticket_id FROM ${table(database, ticketEvents)} WHERE is_complaint
  UNION ALL
  SELECT id FROM ${table(database, ticketRecords)} WHERE is_complaint
)`;
}
