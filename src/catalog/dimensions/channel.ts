import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const channel: Dimension = {
  name: 'channel',
  text: { en: 'Channel', 'zh-Hans': '渠道', 'zh-Hant': '管道', ru: 'Канал' },
  sql: {
    ...onTickets(sql`channel`),
    contacts: sql`channel`,
    contacts_after: sql`channel`,
    matters: sql`first_channel`,
    invitations: sql`ticket_channel`,
    answers: sql`ticket_channel`,
    reviews: sql`channel`,
  },
  values: 'channel',
};
