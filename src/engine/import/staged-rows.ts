import type { Entity } from '../../core/model/entity.ts';
import { identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { CompiledMapping } from './compile-mapping.ts';

/** Where the typed rows of one chunk lie while they are written to the tables. */
export interface StagedRows {
  readonly database: string;
  readonly compiled: CompiledMapping;
  readonly importId: string;
  /** The table of the rows. Its rows with an empty `problem` are to be written. */
  readonly rows: Sql;
  /** Messages and the ticket that their thread is; null when each message names its ticket. */
  readonly threads: Sql | null;
}

/** Rows that can be used, for the FROM clause. */
export function usable(staged: StagedRows): Sql {
  return sql`(SELECT * FROM ${staged.rows} WHERE problem = '')`;
}

/** An INSERT of the given columns; the others take their defaults. `from` begins after SELECT's list. */
export function insertSelect(staged: StagedRows, entity: Entity, values: Readonly<Record<string, Sql>>, from: Sql): Sql {
  const names = Object.keys(values);
  const list = Object.entries(values).map(([name, value]) => sql`${value} AS ${identifier(name)}`);
  return sql`INSERT INTO ${table(staged.database, entity)} (${join(names.map((name) => identifier(name)))})
SELECT
  ${join(list, sql`,\n  `)}
${from}`;
}

/** The staged fields that an entity has columns for, in the type of those columns. */
export function entityValues(staged: StagedRows, entity: Entity): Record<string, Sql> {
  const values: Record<string, Sql> = {};
  for (const { name, type } of staged.compiled.staged) {
    const column = entity.columns[name];
    if (column) values[name] = column.nullable ? asNullable(name, type) : asPlain(name, type);
  }
  return values;
}

function asNullable(name: string, type: string): Sql {
  const column = sql`rows.${identifier(name)}`;
  return type === 'String' ? sql`nullIf(${column}, '')` : column;
}

function asPlain(name: string, type: string): Sql {
  const column = sql`rows.${identifier(name)}`;
  if (type.startsWith('Nullable(DateTime64')) return sql`assumeNotNull(${column})`;
  if (type === 'Nullable(Bool)') return sql`coalesce(${column}, false)`;
  return type.startsWith('Nullable(') ? sql`coalesce(${column}, 0)` : column;
}
