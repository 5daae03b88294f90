import type { Dimension } from '../../core/model/dimension.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';

const changed = (channels: Sql): Sql => sql`multiIf(${channels} = 0, '', ${channels} > 1, 'yes', 'no')`;

/** Whether the customer used more than one channel on the matter. */
export const channelChange: Dimension = {
  name: 'channel_change',
  text: { en: 'Channel changed', 'zh-Hans': '换过渠道', 'zh-Hant': '換過管道', ru: 'Смена канала' },
  sql: { matters: changed(sql`length(channels)`), answers: changed(sql`ticket_matter_channels`) },
  values: 'yesNo',
};
