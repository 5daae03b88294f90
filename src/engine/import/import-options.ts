import type { Mapping, TargetName } from '../../core/import/mapping.ts';
import type { Sql } from '../../core/sql/sql.ts';
import type { Store } from '../store/store.ts';

/** The store and the database that an import writes to. */
export interface Workspace {
  readonly store: Store;
  readonly database: string;
}

/**
 * Makes the facts of the touched tickets anew, or removes tickets of which nothing is left.
 * `touched` is a SELECT of one column `ticket_id`: also right after rows were taken away, where the import id no longer leads to them.
 */
export type Derive = (importId: string, touched: Sql) => Promise<void>;

export interface ImportProgress {
  readonly importId: string;
  readonly phase: 'reading' | 'deriving' | 'finished';
  /** Bytes of the file as it lies on disk. */
  readonly bytes: number;
  readonly bytesDone: number;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** The saved mapping of a table with these columns; null when there is none. */
export type SavedMappingFor = (columns: readonly string[]) => Promise<{ readonly name: string; readonly mapping: Mapping } | null>;

interface FileOptions {
  readonly workspace: Workspace;
  readonly path: string;
  /** The name that people know the file by; the last part of the path when absent. */
  readonly fileName?: string;
  /** What was decided before, of a file that is one table; detected when absent. */
  readonly mapping?: Mapping;
  /** What was decided before, by the names of the tables of an archive or workbook; the others are recognised. */
  readonly mappings?: Readonly<Record<string, Mapping>>;
  /** The tables of an archive or workbook to read, by name; all that can be when absent. */
  readonly members?: readonly string[];
  /** Finds what was decided before for a table with these columns. */
  readonly savedFor?: SavedMappingFor;
  /** The shape that the file is said to have; `tickets` allows snapshots too. Detected when absent. */
  readonly target?: TargetName;
  /** Zone of times that name none, for detection; UTC when absent. */
  readonly zone?: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly directories: { readonly tmp: string };
}

export interface PreviewOptions extends FileOptions {
  /** The table of an archive or workbook to show; the first that can be imported when absent. */
  readonly member?: string;
}

export interface ImportOptions extends FileOptions {
  readonly derive: Derive;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Marks the rows as sample data that can be removed at once. */
  readonly sample?: boolean;
  /** Stops the import; what it wrote is taken back. */
  readonly signal?: AbortSignal;
  /** Size of a chunk, of 32 MB when absent. A run that goes on must be given the same. */
  readonly chunkBytes?: number;
}
