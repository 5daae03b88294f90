import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const priority: Dimension = {
  name: 'priority',
  text: { en: 'Priority', 'zh-Hans': '优先级', 'zh-Hant': '優先順序', ru: 'Приоритет' },
  sql: {
    ...onTickets(sql`priority`),
    contacts: sql`priority`,
    contacts_after: sql`priority`,
    matters: sql`first_priority`,
    answers: sql`priority`,
    ticket_slas: sql`sla_priority`,
  },
  values: 'priority',
};
