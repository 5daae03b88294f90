import { type CustomField, type CustomFieldKind, customFieldColumn } from '../../core/model/custom-field.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import { identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { onTickets } from './on-tickets.ts';

const readAs: Readonly<Record<CustomFieldKind, (column: Sql) => Sql>> = {
  label: (column) => column,
  number: (column) => sql`ifNull(toString(${column}), '')`,
  flag: (column) => sql`multiIf(${column} IS NULL, '', ${column}, 'yes', 'no')`,
  date: (column) => sql`ifNull(toString(toDate(${column}, 'UTC')), '')`,
};

/** A field of the house's own as something to group and filter by; in every language it is called what its source calls it. */
export function customFieldDimension({ name, label, kind }: CustomField): Dimension {
  const expression = readAs[kind](identifier(customFieldColumn(name)));
  return {
    name: customFieldColumn(name),
    text: { en: label, 'zh-Hans': label, 'zh-Hant': label, ru: label },
    sql: { ...onTickets(expression), contacts: expression },
    ...(kind === 'flag' ? { values: 'yesNo' } : {}),
  };
}
