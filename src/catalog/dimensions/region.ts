import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const region: Dimension = {
  name: 'region',
  text: { en: 'Region', 'zh-Hans': '地区', 'zh-Hant': '地區', ru: 'Регион' },
  sql: {
    ...onTickets(sql`region`),
    contacts: sql`region`,
    contacts_after: sql`region`,
    matters: sql`first_region`,
    answers: sql`region`,
    invitations: sql`region`,
  },
};
