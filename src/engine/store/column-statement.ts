import { identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { ColumnShape } from './store.ts';

type ShapeKind = ColumnShape[string];

const cast: Readonly<Record<ShapeKind, (column: Sql) => Sql>> = {
  number: (column) => sql`ifNull(CAST(${column} AS Nullable(Float64)), nan)`,
  instant: (column) => sql`ifNull(toFloat64(toUnixTimestamp64Milli(CAST(${column} AS Nullable(DateTime64(3, 'UTC'))))), nan)`,
  key: (column) => sql`CAST(${column} AS UInt64)`,
  flag: (column) => sql`ifNull(CAST(${column} AS Nullable(UInt8)), 255)`,
  text: (column) => sql`CAST(${column} AS Nullable(String))`,
  texts: (column) => sql`CAST(${column} AS Array(String))`,
};

/** The statement with its columns in the order and the plain types that the column decoder reads. */
export function columnStatement(statement: Sql, shape: ColumnShape): Sql {
  const columns = Object.entries(shape).map(([name, kind]) => cast[kind](identifier(name)));
  return sql`SELECT ${join(columns)} FROM (${statement})`;
}
