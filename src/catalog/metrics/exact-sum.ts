import { type Sql, sql } from '../../core/sql/sql.ts';

/** The sum of a fraction to twelve decimals: of floating numbers the last digits would depend on the order in which rows are read. */
export function exactSum(value: Sql): Sql {
  return sql`toFloat64(sum(toDecimal128(${value}, 12)))`;
}
