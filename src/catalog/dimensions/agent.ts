import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const agent: Dimension = {
  name: 'agent',
  text: { en: 'Agent', 'zh-Hans': '客服', 'zh-Hant': '客服人員', ru: 'Оператор' },
  sql: {
    ...onTickets(sql`assignee_id`),
    contacts: sql`assignee_id`,
    answers: sql`agent_id`,
    reviews: sql`agent_id`,
    invitations: sql`agent_id`,
    ticket_slas: sql`sla_agent_id`,
    ticket_replies: sql`reply_answered_by`,
    ticket_cycles: sql`cycle_solved_by`,
    ticket_assignments: sql`assignment_agent_id`,
    agents_in_service: sql`id`,
  },
  via: 'agents',
  asOf: 'now',
};
