import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const country: Dimension = {
  name: 'country',
  text: { en: 'Country', 'zh-Hans': '国家', 'zh-Hant': '國家', ru: 'Страна' },
  sql: {
    ...onTickets(sql`country`),
    contacts: sql`country`,
    contacts_after: sql`country`,
    matters: sql`first_country`,
    answers: sql`country`,
  },
};
