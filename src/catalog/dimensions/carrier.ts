import type { Dimension } from '../../core/model/dimension.ts';
import { sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

export const carrier: Dimension = {
  name: 'carrier',
  text: { en: 'Carrier', 'zh-Hans': '承运商', 'zh-Hant': '物流商', ru: 'Перевозчик' },
  sql: { ...onTickets(sql`carrier`), contacts: sql`carrier`, contacts_after: sql`carrier`, matters: sql`first_carrier` },
};
