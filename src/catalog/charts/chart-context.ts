import type { Locale } from '../../core/model/locale.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { WordKey } from '../locales/words.ts';
import type { ThemeName } from './palette.ts';

/** An event of the calendar, in local days, both inclusive. */
export interface MarkedEvent {
  readonly name: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
}

/** Says a word of the page in the language of the reader. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** What a chart knows beside its result. */
export interface ChartContext {
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly say: Say;
  /** What a value of a dimension is called. */
  readonly nameOf: (dimension: string, value: string) => string;
  readonly metricName: (metric: ResolvedMetric) => string;
  readonly events: readonly MarkedEvent[];
  /** What figures should be, by metric in its unit. */
  readonly goals?: Readonly<Record<string, number>>;
  /** The most frequent values of dimensions in the whole workspace, by dimension. */
  readonly frequent?: Readonly<Record<string, readonly string[]>>;
  readonly widthPx: number;
}
