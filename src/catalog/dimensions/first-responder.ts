import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const firstResponder: Dimension = {
  name: 'first_responder',
  text: { en: 'Agent of the first response', 'zh-Hans': '首次响应的客服', 'zh-Hant': '首次回應的客服人員', ru: 'Оператор первого ответа' },
  sql: onTickets(sql`first_response_by`),
  via: 'agents',
  asOf: 'then',
};
