import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const source: Dimension = {
  name: 'source',
  text: { en: 'Source', 'zh-Hans': '数据来源', 'zh-Hant': '資料來源', ru: 'Источник' },
  sql: {
    tickets: sql`source`,
    unsolved_tickets: sql`source`,
    ticket_slas: sql`source`,
    contacts: sql`source`,
    answers: sql`source`,
    invitations: sql`source`,
  },
};
