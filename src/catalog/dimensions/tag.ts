import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const tag: Dimension = {
  name: 'tag',
  text: { en: 'Tag', 'zh-Hans': '标签', 'zh-Hant': '標籤', ru: 'Метка' },
  sql: { ...onTickets(sql`tags`), answers: sql`ticket_tags` },
  many: true,
};
