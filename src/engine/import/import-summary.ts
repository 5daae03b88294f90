import type { Mapping } from '../../core/import/mapping.ts';

/** A word of the source that none of ours was found for. The row stays; the field is empty. */
export interface UnmappedValue {
  readonly field: string;
  readonly column: string;
  readonly value: string;
  readonly count: number;
}

/** A row that could not be used. */
export interface Reject {
  readonly line: number;
  readonly reason: string;
  readonly column: string;
  readonly value: string;
  readonly raw: string;
}

/** What came of an import. */
export interface ImportSummary {
  readonly importId: string;
  readonly mapping: Mapping;
  /** Tickets that the rows belong to. */
  readonly tickets: number;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly unmapped: readonly UnmappedValue[];
  /** What was decided and may be corrected, in sentences. */
  readonly notes: readonly string[];
  /** True when the very same file was imported before with the same mapping. */
  readonly unchanged: boolean;
  readonly elapsedMs: number;
  readonly deriveMs: number;
  readonly rowsPerSecond: number;
}

/** What an import would make of a file. */
export interface ImportPreview {
  readonly fileName: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  readonly sourceColumns: readonly { readonly name: string; readonly samples: readonly string[]; readonly empty: number }[];
  readonly fields: readonly {
    readonly name: string;
    readonly doc: string;
    readonly kind: string;
    readonly required: boolean;
    readonly values: readonly string[];
  }[];
  readonly targets: readonly string[];
  /** The first rows as they will be stored. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly rejects: readonly Reject[];
  readonly unmapped: readonly UnmappedValue[];
  readonly notes: readonly string[];
}
