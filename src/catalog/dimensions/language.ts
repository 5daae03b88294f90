import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const language: Dimension = {
  name: 'language',
  text: { en: 'Language', 'zh-Hans': '语言', 'zh-Hant': '語言', ru: 'Язык' },
  sql: {
    tickets: sql`language`,
    unsolved_tickets: sql`language`,
    ticket_slas: sql`language`,
    contacts: sql`language`,
    answers: sql`language`,
    invitations: sql`language`,
  },
  values: 'language',
};
