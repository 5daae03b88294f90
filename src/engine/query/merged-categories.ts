import type { Dimension } from '../../core/model/dimension.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';

/** Categories that are shown as one. */
export interface CategoryMerge {
  readonly into: string;
  readonly from: readonly string[];
}

/** The dimension with its merged categories read as the one that they are merged into. */
export function mergedCategories(dimension: Dimension, merges: readonly CategoryMerge[]): Dimension {
  const pairs = merges.flatMap(({ into, from }) => from.map((category) => ({ category, into })));
  if (pairs.length === 0) return dimension;
  const from = bind(
    'Array(String)',
    pairs.map(({ category }) => category),
  );
  const into = bind(
    'Array(String)',
    pairs.map((pair) => pair.into),
  );
  const merged = (expression: Sql): Sql => sql`transform(toString(${expression}), ${from}, ${into}, toString(${expression}))`;
  return {
    ...dimension,
    sql: Object.fromEntries(Object.entries(dimension.sql).map(([dataset, expression]) => [dataset, merged(expression)])),
  };
}
