import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const survey: Dimension = {
  name: 'survey',
  text: { en: 'Survey', 'zh-Hans': '问卷', 'zh-Hant': '問卷', ru: 'Опрос' },
  sql: { answers: sql`survey`, invitations: sql`survey` },
};
