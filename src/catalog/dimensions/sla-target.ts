import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const slaTarget: Dimension = {
  name: 'sla_target',
  text: { en: 'SLA target', 'zh-Hans': 'SLA 目标类型', 'zh-Hant': 'SLA 目標類型', ru: 'Цель SLA' },
  sql: { ticket_slas: sql`sla_metric` },
  values: 'slaMetric',
};
