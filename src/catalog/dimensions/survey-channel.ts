import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const surveyChannel: Dimension = {
  name: 'survey_channel',
  text: { en: 'Sent by', 'zh-Hans': '问卷发送渠道', 'zh-Hant': '問卷寄送管道', ru: 'Канал опроса' },
  sql: { answers: sql`channel`, invitations: sql`channel` },
  values: 'channel',
};
