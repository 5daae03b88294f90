import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const status: Dimension = {
  name: 'status',
  text: { en: 'Status now', 'zh-Hans': '当前状态', 'zh-Hant': '目前狀態', ru: 'Текущий статус' },
  sql: { ...onTickets(sql`status`), contacts: sql`status`, contacts_after: sql`status` },
  values: 'status',
  asOf: 'now',
};
