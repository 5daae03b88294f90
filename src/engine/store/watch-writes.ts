import type { Store } from './store.ts';

/** A store, and how often what it holds may have changed since it was opened: each write counts when it begins and when it ends. */
export interface WatchedStore {
  readonly store: Store;
  revision(): number;
}

/** Counts what is written through a store. */
export function watchWrites(store: Store): WatchedStore {
  let revision = 0;
  async function counted(write: () => Promise<void>): Promise<void> {
    revision += 1;
    try {
      await write();
    } finally {
      revision += 1;
    }
  }
  return {
    revision: () => revision,
    store: {
      query: (statement, limits) => store.query(statement, limits),
      stream: (statement, limits) => store.stream(statement, limits),
      columns: (statement, shape, limits) => store.columns(statement, shape, limits),
      queryFile: (file, statement, limits) => store.queryFile(file, statement, limits),
      openParquet: (path) => store.openParquet(path),
      insert: (database, entity, rows) => counted(() => store.insert(database, entity, rows)),
      command: (statement, limits) => counted(() => store.command(statement, limits)),
      load: (file, statement, limits) => counted(() => store.load(file, statement, limits)),
      close: () => store.close(),
    },
  };
}
