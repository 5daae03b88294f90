import type { Mapping } from '../../core/import/mapping.ts';
import { bind, identifier, join, type Sql, sql } from '../../core/sql/sql.ts';

/** The text of a cell, '' where nothing is known. */
export function cleanedCell(index: number): Sql {
  return identifier(`v${index}`);
}

/** The first of some texts that is not empty. */
export function firstText(texts: readonly Sql[]): Sql {
  const [first = sql`''`, ...rest] = texts;
  return rest.length === 0 ? first : sql`if(${first} != '', ${first}, ${firstText(rest)})`;
}

/** Places of the cells that are read: those with a field, or all where they make the id. */
export function usedCells(mapping: Mapping, fileColumns: readonly string[], identified: boolean): number[] {
  const mapped = new Set(mapping.columns.map((column) => column.from));
  return fileColumns.flatMap((name, index) => (!identified || mapped.has(name) ? [index] : []));
}

/** The cells as text, '' where a word says that nothing is known. */
export function cleanedCells(mapping: Mapping, used: readonly number[]): Sql {
  const nulls = mapping.nulls.filter((word) => word !== '');
  const words = bind('Array(String)', nulls);
  const none = bind(
    'Array(String)',
    nulls.map(() => ''),
  );
  const cells = used.map((index) => {
    const cell = sql`coalesce(${identifier(`c${index}`)}, '')`;
    const clean = nulls.length === 0 ? cell : sql`transform(${cell}, ${words}, ${none})`;
    return sql`${clean} AS ${cleanedCell(index)}`;
  });
  return join([sql`toUInt64(assumeNotNull(line)) AS line`, ...cells]);
}
