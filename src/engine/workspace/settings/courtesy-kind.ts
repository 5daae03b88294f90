import { messages } from '../../../core/entities/messages.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { type Sql, sql } from '../../../core/sql/sql.ts';
import { courtesyCondition } from '../../../core/text/courtesy.ts';
import { table } from '../../store/workspace.ts';
import type { SettingKind } from './setting-kind.ts';

/** Tickets are derived anew on which a message is thanks by one of the two and not by the other. */
export const courtesyKind: SettingKind<'courtesy'> = {
  touched: ({ database, before, after }) => sql`SELECT DISTINCT ticket_id
FROM ${table(database, messages)}
WHERE actor_kind = 'customer'
  AND (${isThanks(before)}) != (${isThanks(after)})`,
};

function isThanks({ enabled, words }: Setting<'courtesy'>): Sql {
  return enabled ? courtesyCondition(sql`text`, words) : sql`false`;
}
