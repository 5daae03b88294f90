import type { ColumnMapping, Mapping, TargetName } from './mapping.ts';

/** What is known of the files that one system writes. */
export interface SourceDeclaration {
  readonly name: string;
  readonly doc: string;
  /** Columns that are all there in a file of this system. */
  readonly signature: readonly string[];
  readonly target: TargetName;
  readonly columns: readonly ColumnMapping[];
  readonly settings?: Partial<Pick<Mapping, 'dateOrder' | 'zone' | 'decimal' | 'constants' | 'nulls'>>;
}
