import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const complaint: Dimension = {
  name: 'complaint',
  text: { en: 'Complaint', 'zh-Hans': '投诉', 'zh-Hant': '客訴', ru: 'Жалоба' },
  sql: {
    ...onTickets(sql`if(is_complaint, 'yes', 'no')`),
    answers: sql`if(ticket_is_complaint, 'yes', 'no')`,
  },
  values: 'yesNo',
};
