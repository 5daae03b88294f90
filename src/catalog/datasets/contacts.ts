import { contacts as entity } from '../../core/entities/contacts.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';

/** Contacts that a customer made and that count. */
export const knownContacts = sql`counted AND NOT is_outbound AND customer_key != 0`;

/** Contacts of known customers in order of time, each with the contact before and after it, on the same issue (same category) and on any. */
export const contacts: Dataset = {
  name: 'contacts',
  text: { en: 'Contacts by customer', 'zh-Hans': '按客户排列的联系', 'zh-Hant': '依客戶排列的聯繫', ru: 'Контакты по клиентам' },
  entity,
  derived: {
    family: 'customer_key',
    from: (table) => sql`SELECT
  *,
  lagInFrame(toNullable(created_at)) OVER matter AS previous_at,
  leadInFrame(toNullable(created_at)) OVER matter AS next_at,
  lagInFrame(toNullable(created_at)) OVER customer AS customer_previous_at,
  leadInFrame(toNullable(created_at)) OVER customer AS customer_next_at
FROM ${table}
WHERE ${knownContacts}
WINDOW
  matter AS (PARTITION BY customer_key, category ORDER BY created_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
  customer AS (PARTITION BY customer_key ORDER BY created_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`,
  },
  population: sql`true`,
  times: {
    created: { kind: 'event', at: sql`created_at`, ofSource: sql`created_at` },
    solved: { kind: 'event', at: sql`last_solved_at`, ofSource: sql`last_solved_at` },
  },
  rowColumns: [
    'id',
    'status',
    'priority',
    'channel',
    'category',
    'team_id',
    'handler_id',
    'created_at',
    'last_solved_at',
    'previous_at',
    'next_at',
  ],
};
