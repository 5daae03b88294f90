import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const product: Dimension = {
  name: 'product',
  text: { en: 'Product', 'zh-Hans': '产品', 'zh-Hant': '產品', ru: 'Товар' },
  sql: {
    ...onTickets(sql`product`),
    contacts: sql`product`,
    contacts_after: sql`product`,
    matters: sql`first_product`,
    answers: sql`product`,
  },
};
