import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const criterion: Dimension = {
  name: 'criterion',
  text: { en: 'Quality criterion', 'zh-Hans': '质检项', 'zh-Hant': '評核項目', ru: 'Критерий качества' },
  sql: { reviews: sql`criterion` },
};
