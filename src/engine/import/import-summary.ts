import type { ImportNote } from '../../core/import/import-note.ts';
import type { Mapping } from '../../core/import/mapping.ts';
import type { SuggestedField } from '../../core/import/suggest-custom-fields.ts';

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
  /** What was read, with the mapping of each; the member is null where the file is the table. */
  readonly tables: readonly { readonly member: string | null; readonly mapping: Mapping }[];
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
  /** The same with their keys and values. */
  readonly remarks: readonly ImportNote[];
  /** True when the very same file was imported before with the same mapping. */
  readonly unchanged: boolean;
  readonly elapsedMs: number;
  readonly deriveMs: number;
  readonly rowsPerSecond: number;
}

/** One of the first rows: as it stands in the file, and as it would be stored or why it cannot be. */
export interface TrialRow {
  readonly line: number;
  readonly source: Readonly<Record<string, string>>;
  readonly stored: Readonly<Record<string, unknown>> | null;
  readonly reject: Reject | null;
}

/** How a column is understood, with how many of its cells in the sample say something and how many of those could be read. */
export interface UnderstoodColumn {
  readonly column: string;
  readonly field: string;
  readonly kind: string;
  readonly filled: number;
  readonly read: number;
  readonly example: { readonly text: string; readonly value: unknown } | null;
}

/** A table of an archive or workbook. */
export interface PreviewMember {
  readonly name: string;
  /** It would be imported. */
  readonly used: boolean;
  readonly target: string | null;
  /** As it is understood; null where it cannot be read at all. */
  readonly mapping: Mapping | null;
  /** Why it would not be imported. */
  readonly remark: ImportNote | null;
}

/** What an import would make of a file. */
export interface ImportPreview {
  readonly fileName: string;
  readonly bytes: number;
  /** The table that the rest speaks of; null where the file is the table. */
  readonly member: string | null;
  /** All tables of an archive or workbook; empty where the file is the table. */
  readonly members: readonly PreviewMember[];
  /** It is written as text, so that its encoding and its separator can be corrected. */
  readonly isText: boolean;
  readonly mapping: Mapping;
  readonly sourceColumns: readonly { readonly name: string; readonly samples: readonly string[]; readonly empty: number }[];
  readonly fields: readonly {
    readonly name: string;
    readonly doc: string;
    readonly kind: string;
    readonly required: boolean;
    readonly values: readonly string[];
  }[];
  /** What columns without a field could be as fields of the house's own. */
  readonly suggestedFields: readonly SuggestedField[];
  /** The saved mapping that it is read by. */
  readonly savedMapping: string | null;
  readonly targets: readonly string[];
  /** The first rows as they will be stored. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The first ten rows, those too that cannot be used. */
  readonly trial: readonly TrialRow[];
  readonly understood: readonly UnderstoodColumn[];
  /** Of the rows that were tried. */
  readonly sample: { readonly rows: number; readonly rejected: number; readonly rejectedBy: Readonly<Record<string, number>> };
  readonly rejects: readonly Reject[];
  readonly unmapped: readonly UnmappedValue[];
  readonly notes: readonly string[];
  readonly remarks: readonly ImportNote[];
}
