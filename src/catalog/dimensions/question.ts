import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const question: Dimension = {
  name: 'question',
  text: { en: 'Question', 'zh-Hans': '问题', 'zh-Hant': '問題', ru: 'Вопрос' },
  sql: { answers: sql`question` },
};
