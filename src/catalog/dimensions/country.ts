import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const country: Dimension = {
  name: 'country',
  text: { en: 'Country', 'zh-Hans': '国家', 'zh-Hant': '國家', ru: 'Страна' },
  sql: { tickets: sql`country`, unsolved_tickets: sql`country`, ticket_slas: sql`country`, contacts: sql`country`, answers: sql`country` },
};
