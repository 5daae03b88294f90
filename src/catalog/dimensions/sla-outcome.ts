import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const slaOutcome: Dimension = {
  name: 'sla_outcome',
  text: { en: 'SLA outcome', 'zh-Hans': 'SLA 结果', 'zh-Hant': 'SLA 結果', ru: 'Итог SLA' },
  sql: { ticket_slas: sql`sla_outcome` },
  values: 'slaOutcome',
};
