import { ticketEvents } from '../../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../../core/entities/ticket-records.ts';
import { tickets } from '../../../core/entities/tickets.ts';
import { bind, join, sql } from '../../../core/sql/sql.ts';
import { table } from '../../store/workspace.ts';
import { checkNames } from './known-names.ts';
import type { SettingKind } from './setting-kind.ts';

/** Tickets are derived anew whose category or tag the rule names before or after, and those that are marked where the mark begins or ceases to count. */
export const complaintRuleKind: SettingKind<'complaint-rule'> = {
  check: async (after, place, before) => {
    await checkNames('category', after.categories, before.categories, place);
    return after;
  },
  touched: ({ database, before, after }) => {
    const categories = changedOf(before.categories, after.categories);
    const tags = changedOf(before.tags, after.tags);
    const named = [
      ...(categories.length > 0 ? [sql`has(${bind('Array(String)', categories)}, category)`] : []),
      ...(tags.length > 0 ? [sql`hasAny(tags, ${bind('Array(String)', tags)})`] : []),
    ];
    const parts = [
      ...(named.length > 0 ? [sql`SELECT id AS ticket_id FROM ${table(database, tickets)} WHERE ${join(named, sql` OR `)}`] : []),
      ...(before.marked === after.marked
        ? []
        : [
            sql`SELECT ticket_id FROM ${table(database, ticketEvents)} WHERE is_complaint`,
            sql`SELECT id AS ticket_id FROM ${table(database, ticketRecords)} WHERE is_complaint`,
          ]),
    ];
    return parts.length === 0 ? null : join(parts, sql` UNION DISTINCT `);
  },
};

function changedOf(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...before.filter((name) => !after.includes(name)), ...after.filter((name) => !before.includes(name))];
}
