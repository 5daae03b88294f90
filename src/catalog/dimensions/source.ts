import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const source: Dimension = {
  name: 'source',
  text: { en: 'Source', 'zh-Hans': '数据来源', 'zh-Hant': '資料來源', ru: 'Источник' },
  sql: {
    ...onTickets(sql`source`),
    contacts: sql`source`,
    contacts_after: sql`source`,
    matters: sql`first_source`,
    answers: sql`source`,
    reviews: sql`source`,
    invitations: sql`source`,
  },
};
