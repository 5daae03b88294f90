import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const weekday: Dimension = {
  name: 'weekday',
  text: { en: 'Day of the week', 'zh-Hans': '星期', 'zh-Hant': '星期', ru: 'День недели' },
  sql: {},
  ofTime: (at, zone) => sql`toString(toDayOfWeek(${at}, 0, ${zone}))`,
  values: 'weekday',
};
