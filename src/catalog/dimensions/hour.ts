import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const hour: Dimension = {
  name: 'hour',
  text: { en: 'Hour of the day', 'zh-Hans': '一天中的小时', 'zh-Hant': '一天中的小時', ru: 'Час суток' },
  sql: {},
  ofTime: (at, zone) => sql`toString(toHour(${at}, ${zone}))`,
  values: 'hour',
};
