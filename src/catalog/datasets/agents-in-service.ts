import { agents as entity } from '../../core/entities/people.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';

/** People on our side, from their first day until their last. */
export const agentsInService: Dataset = {
  name: 'agents_in_service',
  text: { en: 'Agents in service', 'zh-Hans': '在职客服', 'zh-Hant': '在職客服人員', ru: 'Работающие операторы' },
  entity,
  population: sql`kind != 'bot'`,
  times: { in_service: { kind: 'span', from: sql`coalesce(joined_at, fromUnixTimestamp64Milli(toInt64(0), 'UTC'))`, until: sql`left_at` } },
  rowColumns: ['id', 'name', 'team_id', 'role', 'joined_at', 'left_at'],
};
