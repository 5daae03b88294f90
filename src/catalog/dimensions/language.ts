import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const language: Dimension = {
  name: 'language',
  text: { en: 'Language', 'zh-Hans': '语言', 'zh-Hant': '語言', ru: 'Язык' },
  sql: {
    ...onTickets(sql`language`),
    contacts: sql`language`,
    contacts_after: sql`language`,
    matters: sql`first_language`,
    answers: sql`language`,
    reviews: sql`language`,
    invitations: sql`language`,
  },
  values: 'language',
};
