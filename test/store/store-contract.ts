import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { bind, sql } from '../../src/core/sql/sql.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import type { Store } from '../../src/engine/store/store.ts';
import type { StoreError } from '../../src/engine/store/store-error.ts';
import { createDatabase, table } from '../../src/engine/store/workspace.ts';
import { database, things } from './contract-table.ts';
import { readingContract } from './reading-contract.ts';
import { statementsContract } from './statements-contract.ts';
import { valuesContract } from './values-contract.ts';

/** What every store does. `open` is called once; the store is closed at the end, and `after` is called then. */
export function storeContract(name: string, open: () => Promise<Store>, after: () => Promise<void>): void {
  describe(name, () => {
    let store: Store;
    let files: string;

    beforeAll(async () => {
      files = await mkdtemp(join(tmpdir(), 'earshot-contract-'));
      store = await open();
      await createDatabase(store, database);
      await createTables(store, database, { entities: [things] });
    });

    afterAll(async () => {
      await store.close();
      await after();
      await rm(files, { recursive: true, force: true });
    });

    const contract = {
      get store() {
        return store;
      },
      get files() {
        return files;
      },
      insert: (rows: readonly Record<string, unknown>[]) => store.insert(database, things, rows),
      rowsOf: async (id: string) =>
        (await store.query(sql`SELECT * FROM ${table(database, things)} WHERE id = ${bind('String', id)}`)).rows,
      failureOf: (work: Promise<unknown>) =>
        work.then(
          () => 'none',
          (error: StoreError) => error.failure,
        ),
    };
    valuesContract(contract);
    statementsContract(contract);
    readingContract(contract);
  });
}
