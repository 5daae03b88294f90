import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const category: Dimension = {
  name: 'category',
  text: { en: 'Category', 'zh-Hans': '问题类型', 'zh-Hant': '問題類別', ru: 'Тематика' },
  sql: {
    ...onTickets(sql`category`),
    contacts: sql`category`,
    contacts_after: sql`category`,
    matters: sql`category`,
    answers: sql`category`,
    reviews: sql`category`,
    invitations: sql`category`,
  },
};
