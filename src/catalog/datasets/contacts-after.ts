import { contacts as entity } from '../../core/entities/contacts.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';

/** Contacts of known customers, each with the next contact of that customer, on whatever issue, that a person replied to. */
export const contactsAfter: Dataset = {
  name: 'contacts_after',
  text: {
    en: 'Contacts and what came after',
    'zh-Hans': '联系及之后的人工联系',
    'zh-Hant': '聯繫及之後的真人聯繫',
    ru: 'Контакты и что было после',
  },
  entity,
  derived: {
    family: 'customer_key',
    from: (table) => sql`SELECT *, minOrNullIf(created_at, handled_by IN ('person', 'both')) OVER later AS next_person_at
FROM ${table}
WHERE counted AND NOT is_outbound AND customer_key != 0
WINDOW later AS (PARTITION BY customer_key ORDER BY created_at, id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`,
  },
  population: sql`true`,
  times: { solved: { kind: 'event', at: sql`last_solved_at`, ofSource: sql`last_solved_at` } },
  rowColumns: ['id', 'status', 'channel', 'category', 'team_id', 'created_at', 'last_solved_at', 'next_person_at'],
};
