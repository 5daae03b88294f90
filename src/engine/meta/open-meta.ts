import { loadDump, takeDump } from './dump.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import type { MetaDatabase } from './meta-database.ts';
import { mappingsTable, settingsTable, viewsTable } from './meta-tables.ts';
import { openServerDatabase } from './server-database.ts';
import { type VersionedDocuments, versionedDocuments } from './versioned-documents.ts';
import { type WorkspaceRegister, workspaceRegister } from './workspaces.ts';

/** Everything that people decide, as opposed to what happened: that is in the store. */
export interface Meta {
  readonly settings: VersionedDocuments;
  /** Mappings of files, by name. */
  readonly mappings: VersionedDocuments;
  /** Addresses that were kept under a name, by id. */
  readonly views: VersionedDocuments;
  readonly workspaces: WorkspaceRegister;
  /** All tables as text, for a backup. */
  dump(): Promise<string>;
  /** Replaces everything by a dump, as a whole or not at all. Throws UserError for a text that is none, or a newer one. */
  load(dump: string): Promise<void>;
  close(): Promise<void>;
}

/** `directory`: PostgreSQL inside the process (open the store of the same data directory before); `url`: a PostgreSQL server. */
export type MetaPlace = { readonly directory: string } | { readonly url: string };

export interface MetaOptions {
  readonly now?: () => number;
  readonly onNotice?: (sentence: string) => void;
  /** An hour by default. Only for the one inside. */
  readonly dumpEveryMs?: number;
}

/** Opens, migrates and, where the one inside is broken, restores. First start 2 to 6 s, later under 1 s. */
export async function openMeta(place: MetaPlace, options: MetaOptions = {}): Promise<Meta> {
  const { now = Date.now, onNotice = () => undefined, dumpEveryMs = 3_600_000 } = options;
  const database =
    'url' in place
      ? await openServerDatabase(place.url, now)
      : await openEmbeddedDatabase({ directory: place.directory, now, onNotice, dumpEveryMs });
  return metaOf(database, now);
}

function metaOf(database: MetaDatabase, now: () => number): Meta {
  return {
    settings: versionedDocuments(database, settingsTable, now),
    mappings: versionedDocuments(database, mappingsTable, now),
    views: versionedDocuments(database, viewsTable, now),
    workspaces: workspaceRegister(database, now),
    dump: () => takeDump(database.connection),
    load: (dump) => database.write((transaction) => loadDump(transaction, dump, now())),
    close: () => database.close(),
  };
}
