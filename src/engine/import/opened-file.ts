import type { SourceOnDisk } from './source-file.ts';
import type { TableSource } from './table-source.ts';

/** Something in a file that is not read, and why. */
export interface LeftOut {
  readonly member: string;
  /** By which the page knows the reason. */
  readonly code: string;
  readonly reason: string;
}

/** A file with the tables that it holds. */
export interface OpenedFile {
  readonly file: SourceOnDisk;
  readonly tables: readonly TableSource[];
  readonly leftOut: readonly LeftOut[];
}
