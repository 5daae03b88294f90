import type { Result, ResultRow } from '../../core/model/result.ts';

/** What a drawn point stands for: the rows behind it can be asked for by this. */
export interface PointTarget {
  readonly metric: string;
  /** Dimension → value. */
  readonly group: Readonly<Record<string, string>>;
  readonly bucket: string | null;
}

/** What a row stands for, or null for "others", which is no group of its own. */
export function targetOf(result: Result, row: Pick<ResultRow, 'group' | 'others' | 'bucket'>, metric: string): PointTarget | null {
  if (row.others) return null;
  const group = Object.fromEntries(result.dimensions.map((dimension, index) => [dimension, row.group[index] ?? '']));
  return { metric, group, bucket: row.bucket };
}
