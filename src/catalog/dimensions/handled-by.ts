import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const handledBy: Dimension = {
  name: 'handled_by',
  text: { en: 'Handled by', 'zh-Hans': '处理方', 'zh-Hant': '處理方', ru: 'Кто отвечал' },
  sql: { ...onTickets(sql`handled_by`), contacts: sql`handled_by`, contacts_after: sql`handled_by`, answers: sql`ticket_handled_by` },
  values: 'handledBy',
};
