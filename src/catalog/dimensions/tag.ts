import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const tag: Dimension = {
  name: 'tag',
  text: { en: 'Tag', 'zh-Hans': '标签', 'zh-Hant': '標籤', ru: 'Метка' },
  sql: { tickets: sql`tags`, unsolved_tickets: sql`tags`, ticket_slas: sql`tags` },
  many: true,
};
