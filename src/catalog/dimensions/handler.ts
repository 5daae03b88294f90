import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const handler: Dimension = {
  name: 'handler',
  text: { en: 'Agent at the solve', 'zh-Hans': '解决时的客服', 'zh-Hant': '解決時的客服人員', ru: 'Оператор на момент решения' },
  sql: {
    ...onTickets(sql`handler_id`),
    contacts: sql`handler_id`,
    answers: sql`agent_id`,
    reviews: sql`agent_id`,
    invitations: sql`agent_id`,
  },
  via: 'agents',
  asOf: 'then',
};
