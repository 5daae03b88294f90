import { tickets } from '../../../core/entities/tickets.ts';
import { type Sql, sql } from '../../../core/sql/sql.ts';
import { epochDayAt, startOfDayMs } from '../../../core/time/zone.ts';
import { instantSql } from '../../query/conditions.ts';
import { table } from '../../store/workspace.ts';
import type { SettingPlace } from './setting-kind.ts';

const days = 28;

/** Tickets that count and were created in the last 28 full days, as FROM and WHERE. */
export function recentTickets({ database, nowMs, calendar }: SettingPlace): Sql {
  const today = epochDayAt(calendar.zone, nowMs);
  return sql`FROM ${table(database, tickets)}
WHERE counted
  AND created_at >= ${instantSql(startOfDayMs(calendar.zone, today - days))}
  AND created_at < ${instantSql(startOfDayMs(calendar.zone, today))}`;
}
