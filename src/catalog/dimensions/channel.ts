import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const channel: Dimension = {
  name: 'channel',
  text: { en: 'Channel', 'zh-Hans': '渠道', 'zh-Hant': '管道', ru: 'Канал' },
  sql: {
    tickets: sql`channel`,
    unsolved_tickets: sql`channel`,
    ticket_slas: sql`channel`,
    contacts: sql`channel`,
    invitations: sql`channel`,
    answers: sql`ticket_channel`,
  },
  values: 'channel',
};
