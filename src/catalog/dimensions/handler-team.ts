import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const handlerTeam: Dimension = {
  name: 'handler_team',
  text: { en: 'Team at the solve', 'zh-Hans': '解决时的客服组', 'zh-Hant': '解決時的客服團隊', ru: 'Группа на момент решения' },
  sql: {
    ...onTickets(sql`handler_team_id`),
    contacts: sql`handler_team_id`,
    answers: sql`team_id`,
    invitations: sql`team_id`,
    reviews: sql`team_id`,
  },
  via: 'teams',
  asOf: 'then',
};
