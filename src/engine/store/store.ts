import type { Entity } from '../../core/model/entity.ts';
import type { Sql } from '../../core/sql/sql.ts';

/** What a column is read as: `text` and `key` as arrays of strings and bigints, the rest as typed arrays with NaN for null. */
export type ColumnShape = Readonly<Record<string, 'text' | 'number' | 'instant' | 'key' | 'flag' | 'texts'>>;

/** Columns of equal length. Instants are epoch milliseconds in a Float64Array; a null number or instant is NaN; a null text is null; a null flag is 255. */
export type ColumnsOf<S extends ColumnShape> = {
  readonly [K in keyof S]: S[K] extends 'text'
    ? readonly (string | null)[]
    : S[K] extends 'texts'
      ? readonly (readonly string[])[]
      : S[K] extends 'key'
        ? BigUint64Array
        : S[K] extends 'flag'
          ? Uint8Array
          : Float64Array;
} & { readonly length: number };

/** Bounds of one statement. Every statement has them; without a word of the caller 60 s to read, 600 s to stream or read columns, an hour to write, and half of the machine's memory. */
export interface Limits {
  readonly maxSeconds?: number;
  readonly maxMemoryBytes?: number;
}

export interface QueryAnswer<R> {
  readonly rows: readonly R[];
  readonly elapsedMs: number;
  readonly rowsRead: number;
}

/** A file of decoded text that a statement reads as a relation whose columns are all Nullable(String). */
export interface SourceFile {
  readonly path: string;
  readonly format: 'CSV' | 'TSV' | 'JSONEachRow';
  readonly columns: readonly string[];
  /** One character; comma when absent. Only for CSV. */
  readonly separator?: string;
}

/** A Parquet file of this machine, open to be read as text. */
export interface ParquetFile {
  /** Its columns with their ClickHouse types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: number;
  /** These expressions over every row as CSV bytes, in the order of the file, null as empty, instants in ISO 8601. */
  csv(values: readonly Sql[]): AsyncIterable<Uint8Array>;
}

/**
 * Facts and analytics. Two implementations under one contract suite: embedded on chDB, server on ClickHouse.
 * Queries never write FINAL: the store adds `final = 1`. Reads are read-only and bounded.
 */
export interface Store {
  /** Rows as JSON objects: 64-bit integers as numbers when safe, keys as text, instants as the statement writes them. */
  query<R = Record<string, unknown>>(statement: Sql, limits?: Limits): Promise<QueryAnswer<R>>;
  /** Rows in blocks, without holding the whole result. Stops the engine when the consumer stops. */
  stream<R = Record<string, unknown>>(statement: Sql, limits?: Limits): AsyncIterable<readonly R[]>;
  /** Columns as typed arrays, for folds and analyses. */
  columns<S extends ColumnShape>(statement: Sql, shape: S, limits?: Limits): Promise<ColumnsOf<S>>;
  /** Inserts rows of one entity; durable when the promise resolves. */
  insert(database: string, entity: Entity, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Runs a statement that returns nothing: DDL, mutation, INSERT … SELECT. Durable when the promise resolves. */
  command(statement: Sql, limits?: Limits): Promise<void>;
  /** Runs an INSERT … SELECT over a file; the statement receives the relation to select from. */
  load(file: SourceFile, statement: (relation: Sql) => Sql, limits?: Limits): Promise<void>;
  /** Reads a file as `load` does, without writing: for previews. */
  queryFile<R = Record<string, unknown>>(file: SourceFile, statement: (relation: Sql) => Sql, limits?: Limits): Promise<QueryAnswer<R>>;
  /** Opens a Parquet file. @throws StoreError when it is broken or of a kind that cannot be read */
  openParquet(path: string): Promise<ParquetFile>;
  /** Waits for what runs, then frees the engine. */
  close(): Promise<void>;
}
