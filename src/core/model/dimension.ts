import type { Sql } from '../sql/sql.ts';
import type { Texts } from './locale.ts';

/** Something to group and filter by. One name, one meaning, on every dataset that carries it. */
export interface Dimension {
  readonly name: string;
  readonly text: Texts;
  /** The expression on each dataset that carries it, by dataset name. Empty text means "not known". */
  readonly sql: Readonly<Record<string, Sql>>;
  /** Several values a row (tags): groups overlap and are never summed to a total. */
  readonly many?: true;
  /** Read off the metric's own time in the query's zone instead of a column. */
  readonly ofTime?: (at: Sql, zone: Sql) => Sql;
  /** Read off the instant that open spans are looked at, in epoch milliseconds: the age of what is open, by dataset name. */
  readonly ofStanding?: Readonly<Record<string, (atMs: Sql) => Sql>>;
  /** Whose state it shows: today's, or the one at the event. Rows that know only one of both show that one under either name. */
  readonly asOf?: 'now' | 'then';
  /** The word list for the values, a key of the locales; absent when values are names. */
  readonly values?: string;
  /** The entity whose `name` shows in place of an id. */
  readonly via?: 'agents' | 'teams';
}
