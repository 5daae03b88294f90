import type { Dimension } from '../../core/model/dimension.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';

/** Categories that are shown as one. */
export interface CategoryMerge {
  readonly into: string;
  readonly from: readonly string[];
}

/** The dimension with its merged categories read as the one that they are merged into. */
export function mergedCategories(dimension: Dimension, merges: readonly CategoryMerge[]): Dimension {
  if (merges.length === 0) return dimension;
  return {
    ...dimension,
    sql: Object.fromEntries(Object.entries(dimension.sql).map(([dataset, expression]) => [dataset, mergedCategory(expression, merges)])),
  };
}

/** A category as the one that it is merged into. */
export function mergedCategory(expression: Sql, merges: readonly CategoryMerge[]): Sql {
  const pairs = merges.flatMap(({ into, from }) => from.map((category) => ({ category, into })));
  const list = (side: 'category' | 'into'): Sql =>
    bind(
      'Array(String)',
      pairs.map((pair) => pair[side]),
    );
  return sql`transform(toString(${expression}), ${list('category')}, ${list('into')}, toString(${expression}))`;
}
