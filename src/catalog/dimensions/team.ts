import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const team: Dimension = {
  name: 'team',
  text: { en: 'Team', 'zh-Hans': '客服组', 'zh-Hant': '客服團隊', ru: 'Группа' },
  sql: {
    ...onTickets(sql`team_id`),
    contacts: sql`team_id`,
    contacts_after: sql`team_id`,
    matters: sql`first_team_id`,
    answers: sql`team_id`,
    reviews: sql`team_id`,
    invitations: sql`team_id`,
    ticket_slas: sql`sla_team_id`,
    ticket_assignments: sql`assignment_team_id`,
    agents_in_service: sql`team_id`,
  },
  via: 'teams',
  asOf: 'now',
};
