import type { Sql } from '../../core/sql/sql.ts';
import type { Limits, Store } from '../store/store.ts';

/** Runs a statement and gives its rows. */
export type Ask = (statement: Sql) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Asks a store within limits. */
export function askStore(store: Store, limits?: Limits): Ask {
  return async (statement) => (await store.query(statement, limits)).rows;
}
