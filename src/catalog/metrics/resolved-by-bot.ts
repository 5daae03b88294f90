import type { Choice, Parameter } from '../../core/model/metric.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';

/** How long no person may reply after the bot for the bot to have resolved it. */
export const within: Parameter = { unit: 'hours', default: 72, min: 1, max: 336 };

const lastReply: Sql = sql`toUnixTimestamp64Milli(last_bot_reply_at)`;

/** Solved, and no person replied publicly until `within` after the last reply of the bot. Over tickets or contacts. */
export function resolvedByBot({ bound }: Choice): Sql {
  return sql`ifNull(last_solved_at IS NOT NULL AND last_bot_reply_at IS NOT NULL AND (first_person_reply_at IS NULL OR toUnixTimestamp64Milli(first_person_reply_at) > ${lastReply} + ${bound('within')}), false)`;
}

/** A person may still reply in time. */
export function isYoung({ bound, now }: Choice): Sql {
  return sql`ifNull(${lastReply} + ${bound('within')} > ${now}, false)`;
}
