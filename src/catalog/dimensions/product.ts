import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';

export const product: Dimension = {
  name: 'product',
  text: { en: 'Product', 'zh-Hans': '产品', 'zh-Hant': '產品', ru: 'Товар' },
  sql: { tickets: sql`product`, unsolved_tickets: sql`product`, ticket_slas: sql`product`, contacts: sql`product`, answers: sql`product` },
};
