import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

/** Bands of whole days since creation; the keys sort as they grow. */
export const age: Dimension = {
  name: 'age',
  text: { en: 'Age of the ticket', 'zh-Hans': '工单已开时长', 'zh-Hant': '工單已開啟時間', ru: 'Возраст обращения' },
  sql: {},
  ofStanding: {
    unsolved_tickets: (atMs) => {
      const days = sql`intDiv(${atMs} - toUnixTimestamp64Milli(created_at), 86400000)`;
      return sql`multiIf(${days} < 1, '0-1', ${days} < 3, '1-3', ${days} < 7, '3-7', ${days} < 14, '7-14', ${days} < 30, '14-30', '30+')`;
    },
  },
  values: 'age',
};
