import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const status: Dimension = {
  name: 'status',
  text: { en: 'Status now', 'zh-Hans': '当前状态', 'zh-Hant': '目前狀態', ru: 'Текущий статус' },
  sql: { tickets: sql`status`, unsolved_tickets: sql`status`, ticket_slas: sql`status`, contacts: sql`status` },
  values: 'status',
  asOf: 'now',
};
