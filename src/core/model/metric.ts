import type { Sql } from '../sql/sql.ts';
import type { Dataset } from './dataset.ts';
import type { Interval } from './estimate.ts';
import type { Formula } from './formula.ts';
import type { Locale } from './locale.ts';

export type Unit = 'count' | 'percent' | 'points' | 'durationMs' | 'ratio' | 'score';

export type Statistic = 'median' | 'p90' | 'mean';

/** What people read about a metric, in one language. */
export interface MetricText {
  readonly label: string;
  /** What starts and stops the clock, who counts: the definition in words. */
  readonly definition: string;
  readonly edgeCases: string;
  /** Names of the inputs for the formula in words. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A number that the asker may set. */
export interface Parameter {
  readonly unit: 'days' | 'hours' | 'seconds' | 'percent';
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** The asker's choices, resolved: every option and parameter has a value. */
export interface Choice {
  readonly options: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, number>>;
  /** A parameter as a bound value in milliseconds, or as it is for percent. */
  readonly bound: (parameter: string) => Sql;
  /** The instant that the question is asked at. */
  readonly now: Sql;
}

/** A worked example that the tests run: rows of the dataset's entity and the value that they must give. */
export interface Example {
  readonly name: string;
  /** Rows of the entity; columns left out take their empty value. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly ask?: string;
  readonly period?: { readonly from: string; readonly until: string };
  readonly value: number | null;
  readonly n?: number;
}

interface Described {
  readonly name: string;
  readonly unit: Unit;
  readonly better: 'up' | 'down' | 'neither';
  readonly text: Readonly<Record<Locale, MetricText>>;
  /** Where the definition is from. */
  readonly reference: string;
  readonly examples: readonly Example[];
  /** The metric to read beside it. */
  readonly counterweight?: string;
  /** Options by name; the first value is the default. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** The smallest n that is shown without a mark. */
  readonly smallN?: number;
}

type Conditional = Sql | ((choice: Choice) => Sql);

/** A variant of an aggregate: another formula, other inputs or another population under the same name. */
export interface Variant {
  readonly value?: Formula;
  readonly inputs?: Readonly<Record<string, Conditional>>;
  readonly where?: Conditional;
  readonly unit?: Unit;
  readonly interval?: ((inputs: Readonly<Record<string, number>>) => Interval | null) | null;
  readonly n?: string;
}

/** Additive inputs and one formula over them. */
export interface AggregateMetric extends Described {
  readonly kind: 'aggregate';
  readonly dataset: Dataset;
  readonly time: string;
  /** Sums over rows: counts and sums only, so that totals and "others" are sums of them. Over spans there are none: `at_start`, `entered` and `left` are given. */
  readonly inputs: Readonly<Record<string, Conditional>>;
  readonly value: Formula;
  /** Formula of n over the inputs. */
  readonly n: string;
  readonly where?: Conditional;
  /** Rows too young to judge: counted as pending and left out of the inputs. */
  readonly pending?: Conditional;
  readonly variants?: Readonly<Record<string, Variant>>;
  readonly interval?: (inputs: Readonly<Record<string, number>>) => Interval | null;
  /** Where each row's figure is from: an expression that gives computed or reported. */
  readonly provenance?: Sql;
}

/** Order statistics and the mean of one value per row; a row without a value does not count. */
export interface DistributionMetric extends Described {
  readonly kind: 'distribution';
  readonly dataset: Dataset;
  readonly time: string;
  readonly of: (choice: Choice) => Sql;
  readonly where?: Conditional;
  readonly statistics: readonly Statistic[];
  readonly provenance?: Sql;
}

/** Parts that are metrics themselves, and a formula over their values. */
export interface ComposedMetric extends Described {
  readonly kind: 'composed';
  readonly of: Readonly<Record<string, string>>;
  readonly value: Formula;
  /** The part whose n is shown. */
  readonly n: string;
  readonly interval?: (parts: Readonly<Record<string, number>>) => Interval | null;
}

export type Metric = AggregateMetric | DistributionMetric | ComposedMetric;
