import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const openedBy: Dimension = {
  name: 'opened_by',
  text: { en: 'Opened by', 'zh-Hans': '发起方', 'zh-Hant': '發起方', ru: 'Кто создал' },
  sql: { ...onTickets(sql`opened_by`) },
  values: 'actor',
};
