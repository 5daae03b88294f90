import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const statusThen: Dimension = {
  name: 'status_then',
  text: { en: 'Status at the time', 'zh-Hans': '当时状态', 'zh-Hant': '當時狀態', ru: 'Статус на тот момент' },
  sql: { ticket_statuses: sql`stay_status` },
  values: 'status',
  asOf: 'then',
};
