import type { Estimate } from './estimate.ts';
import type { Statistic, Unit } from './metric.ts';

/** One metric as it was asked, with every choice resolved. */
export interface ResolvedMetric {
  /** The canonical spelling, and the key of its values in the rows. */
  readonly key: string;
  readonly name: string;
  readonly statistic: Statistic | null;
  readonly options: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly variant: string;
  readonly unit: Unit;
  readonly better: 'up' | 'down' | 'neither';
}

export interface ResolvedPeriod {
  /** ISO instants, half open. */
  readonly from: string;
  readonly until: string;
}

export interface Bucket {
  /** Local date of its start, or local time with offset for hours. */
  readonly key: string;
  readonly from: string;
  readonly until: string;
  /** False when it is not over yet or is cut by the period. */
  readonly complete: boolean;
}

export interface ResultRow {
  /** Values of the dimensions in order of the query; empty text is "not known". */
  readonly group: readonly string[];
  /** The rest beyond the top groups. */
  readonly others: boolean;
  readonly bucket: string | null;
  readonly values: Readonly<Record<string, Estimate>>;
  readonly comparison: Readonly<Record<string, Estimate>> | null;
}

/** The answer to a query: what screen, export, API and command line show. */
export interface Result {
  readonly metrics: readonly ResolvedMetric[];
  readonly dimensions: readonly string[];
  readonly zone: string;
  readonly weekStart: number;
  readonly period: ResolvedPeriod;
  readonly comparisonPeriod: ResolvedPeriod | null;
  /** The running period is compared up to the same point. */
  readonly toDate: boolean;
  readonly buckets: readonly Bucket[];
  readonly rows: readonly ResultRow[];
  readonly totals: { readonly values: Readonly<Record<string, Estimate>>; readonly comparison: Readonly<Record<string, Estimate>> | null };
  /** How many groups stand behind "others"; 0 when none. */
  readonly othersCount: number;
  /** Names of ids of agents and teams that occur in the rows. */
  readonly names: Readonly<Record<string, string>>;
  /** Newest row that the answer could see, ISO; null when there are none. */
  readonly dataUntil: string | null;
}

/** Rows behind a number. */
export interface RowsResult {
  readonly dataset: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** All rows behind the number, of which this is a page. */
  readonly count: number;
}
