import type { Sql } from '../sql/sql.ts';
import type { Entity } from './entity.ts';
import type { Texts } from './locale.ts';

/** An event lies in one bucket; a span reaches from one instant until another (null is still). */
export type Time = EventTime | SpanTime;

export interface SpanTime {
  readonly kind: 'span';
  readonly from: Sql;
  readonly until: Sql;
  /** Of a span inside a list: a column of the row before which it does not begin. */
  readonly earliest?: Sql;
}

export interface EventTime {
  readonly kind: 'event';
  readonly at: Sql;
  /** Of an instant inside a list: columns of the row between which it lies, so that rows are skipped without reading their lists. */
  readonly between?: { readonly earliest: Sql; readonly latest: Sql };
  /** Of a derived row: an instant of the table's rows. Whatever lies in a period has a row of its family there whose instant lies in it. */
  readonly ofSource?: Sql;
}

/** Kinds of rows that do not count unless a question includes them. */
export const leftOuts = ['spam', 'test', 'deleted', 'merged'] as const;
export type LeftOut = (typeof leftOuts)[number];

/** Rows made of a table's rows. */
export interface Derivation {
  /** A SELECT over the table. */
  readonly from: (table: Sql) => Sql;
  /** The column of the table that rows made together share. */
  readonly family: string;
}

/** Columns of another entity, or of rows made of its rows, that are read beside a row by their key; only where a question names one of them. */
export interface Lookup {
  readonly entity: Entity;
  readonly derived?: Derivation;
  readonly key: string;
  /** The column of a row that holds the key. */
  readonly by: string;
  /** Columns of the other rows by the name under which they are read. */
  readonly columns: Readonly<Record<string, string>>;
}

/** One table, or one table with one of its lists laid out row by row: what a metric is computed over. */
export interface Dataset {
  readonly name: string;
  readonly text: Texts;
  readonly entity: Entity;
  /** A list column laid out row by row; its fields are read as `<as>_<field>`. */
  readonly arrayJoin?: { readonly list: string; readonly as: string };
  /** Columns of other rows that are read beside a row. */
  readonly lookups?: readonly Lookup[];
  /** Rows made of the table's rows before any filter, such as a contact with its neighbours or all contacts of a matter. */
  readonly derived?: Derivation;
  /** Rows that count at all. */
  readonly population: Sql;
  /** What the population leaves out and a question may include again: the condition by which a row is that. */
  readonly leftOut?: Readonly<Record<LeftOut, Sql>>;
  readonly times: Readonly<Record<string, Time>>;
  /** Columns of a drilled row, the first is the key. */
  readonly rowColumns: readonly string[];
  /** Columns that a search over rows looks into. */
  readonly searched?: readonly string[];
}
