import { contacts as entity } from '../../core/entities/contacts.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';

/** Contacts of known customers in order of time, each with the contact on the same issue before and after it. */
export const contacts: Dataset = {
  name: 'contacts',
  text: { en: 'Contacts by customer', 'zh-Hans': '按客户排列的联系', 'zh-Hant': '依客戶排列的聯繫', ru: 'Контакты по клиентам' },
  entity,
  sequence: {
    by: sql`customer_key, category`,
    order: sql`created_at, id`,
    where: sql`counted AND NOT is_outbound AND customer_key != 0`,
    columns: {
      previous_at: sql`lagInFrame(toNullable(created_at))`,
      next_at: sql`leadInFrame(toNullable(created_at))`,
    },
  },
  population: sql`true`,
  times: {
    created: { kind: 'event', at: sql`created_at` },
    solved: { kind: 'event', at: sql`last_solved_at` },
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
