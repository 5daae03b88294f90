import type { Sql } from '../sql/sql.ts';
import type { Entity } from './entity.ts';
import type { Texts } from './locale.ts';

/** An event lies in one bucket; a span reaches from one instant until another (null is still). */
export type Time = { readonly kind: 'event'; readonly at: Sql } | { readonly kind: 'span'; readonly from: Sql; readonly until: Sql };

/** One table, or one table with one of its lists laid out row by row: what a metric is computed over. */
export interface Dataset {
  readonly name: string;
  readonly text: Texts;
  readonly entity: Entity;
  /** A list column laid out row by row; its fields are read as `<as>_<field>`. */
  readonly arrayJoin?: { readonly list: string; readonly as: string };
  /** Columns that need the customer's other rows: computed over `PARTITION BY … ORDER BY …` before any filter. */
  readonly sequence?: { readonly by: Sql; readonly order: Sql; readonly columns: Readonly<Record<string, Sql>>; readonly where: Sql };
  /** Rows that count at all. */
  readonly population: Sql;
  readonly times: Readonly<Record<string, Time>>;
  /** Columns of a drilled row, the first is the key. */
  readonly rowColumns: readonly string[];
}
