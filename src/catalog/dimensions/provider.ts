import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const provider: Dimension = {
  name: 'provider',
  text: { en: 'Mail provider', 'zh-Hans': '邮件服务商', 'zh-Hant': '郵件服務商', ru: 'Почтовый сервис' },
  sql: { invitations: sql`provider` },
};
