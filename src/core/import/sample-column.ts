import type { Layout } from './detect-layout.ts';

/** A column of a sample: its name and the values that say something. */
export interface SampleColumn {
  readonly name: string;
  readonly values: readonly string[];
}

/** The columns of a sample with the values that say something. */
export function sampleColumns(layout: Layout, nulls: readonly string[]): SampleColumn[] {
  const empty = new Set(['', ...nulls]);
  return layout.columns.map((name, index) => ({
    name,
    values: layout.rows.map((row) => (row[index] ?? '').trim()).filter((value) => !empty.has(value)),
  }));
}
