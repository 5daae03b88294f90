import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MappingInput, mappingSchema } from '../../src/core/import/mapping.ts';
import { type Sql, sql } from '../../src/core/sql/sql.ts';
import type { ImportOptions } from '../../src/engine/import/import-options.ts';
import type { ImportPreview, ImportSummary } from '../../src/engine/import/import-summary.ts';
import { previewImport } from '../../src/engine/import/preview-import.ts';
import { runImport } from '../../src/engine/import/run-import.ts';
import { undoImport } from '../../src/engine/import/undo-import.ts';
import { fileCheckpoint } from '../../src/engine/ingest/checkpoint.ts';
import { type Deriver, openDeriver } from '../../src/engine/ingest/deriver.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import type { Store } from '../../src/engine/store/store.ts';
import { createDatabase, dropDatabase, table } from '../../src/engine/store/workspace.ts';

/** An engine of its own with one workspace at a time, and a folder for files to import. */
export interface ImportWorkspace {
  readonly directory: string;
  readonly store: Store;
  readonly database: string;
  /** Begins an empty workspace. */
  begin(): Promise<void>;
  end(): Promise<void>;
  close(): Promise<void>;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Buffer): string;
  run(path: string, more?: Partial<ImportOptions>): Promise<ImportSummary>;
  preview(path: string, mapping?: MappingInput): Promise<ImportPreview>;
  undo(importId: string): Promise<void>;
  /** Derives tickets anew. @param touched selects one column `ticket_id` */
  derive(touched: Sql): Promise<void>;
  rows<R = Record<string, unknown>>(statement: Sql): Promise<readonly R[]>;
  count(name: string): Promise<number>;
  /** The table of an entity, to read from. */
  table(name: string): Sql;
}

const firstMs = Date.parse('2027-01-01T00:00:00Z');
const minuteMs = 60_000;

export async function openImportWorkspace(): Promise<ImportWorkspace> {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-import-'));
  const store = await openEmbeddedStore({ directory: join(directory, 'chdb') });
  const database = 'imported';
  const workspace = { store, database };
  const directories = { tmp: join(directory, 'tmp') };
  let deriver: Deriver;
  let calls = 0;
  const now = () => firstMs + minuteMs * calls++;
  const rows = async <R>(statement: Sql) => (await store.query<R>(statement)).rows;
  const named = (name: string) => table(database, { name });
  return {
    directory,
    store,
    database,
    begin: async () => {
      await createDatabase(store, database);
      await createTables(store, database);
      const fail = (error: unknown): void => {
        throw error;
      };
      deriver = await openDeriver({
        workspace,
        checkpoint: fileCheckpoint(join(directory, 'derived')),
        onDerived: () => undefined,
        onError: fail,
      });
    },
    end: () => dropDatabase(store, database),
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
    file: (name, content) => {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    },
    run: (path, more = {}) =>
      runImport({
        workspace,
        path,
        now: now(),
        directories,
        derive: (importId, touched) => deriver.derive(importId, touched),
        ...more,
      }),
    preview: (path, mapping) =>
      previewImport({ workspace, path, now: now(), directories, ...(mapping ? { mapping: mappingSchema.parse(mapping) } : {}) }),
    undo: async (importId) => {
      await undoImport({ workspace, importId, now: now(), derive: (id, touched) => deriver.derive(id, touched) });
    },
    derive: (touched) => deriver.derive('test', touched),
    rows,
    count: async (name) => Number((await rows<{ count: number }>(sql`SELECT count() AS count FROM ${named(name)}`))[0]?.count ?? 0),
    table: named,
  };
}
