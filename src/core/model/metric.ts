import type { Sql } from '../sql/sql.ts';
import type { Dataset } from './dataset.ts';
import type { Interval } from './estimate.ts';
import type { Formula } from './formula.ts';
import type { Locale } from './locale.ts';
import type { Reference } from './reference.ts';

/** What a value is counted in. Durations are in milliseconds, `businessMs` of working hours, whose days are no 24 hours. */
export type Unit = 'count' | 'percent' | 'points' | 'durationMs' | 'businessMs' | 'ratio' | 'score';

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
  /** The instant that open spans are looked at, in epoch milliseconds: the end of the bucket, now when that is earlier. */
  readonly at: Sql;
  /** The zone that the question counts days in. */
  readonly zone: Sql;
}

/** A worked example that the tests run: rows of the dataset's entity and the value that they must give. */
export interface Example {
  readonly name: string;
  /** Rows of the entity, of a composed metric that of its first part; columns left out take their empty value. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Rows of other entities that parts of a composed metric read, by name. */
  readonly beside?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly ask?: string;
  readonly period?: { readonly from: string; readonly until: string };
  readonly value: number | null;
  readonly n?: number;
}

/** Chapters of the glossary, in order. */
export const topics = ['volume', 'speed', 'outcome', 'sla', 'surveys', 'complaints', 'quality', 'bots', 'workload'] as const;
export type Topic = (typeof topics)[number];

interface Described {
  readonly name: string;
  /** The chapter of the glossary, where dataset and unit do not tell: see `topicOf`. */
  readonly topic?: Topic;
  readonly unit: Unit;
  readonly better: 'up' | 'down' | 'neither';
  readonly text: Readonly<Record<Locale, MetricText>>;
  /** Where the definition is from. */
  readonly reference: Reference;
  readonly examples: readonly Example[];
  /** The metric to read beside it. */
  readonly counterweight?: string;
  /** Options by name; the first value is the default. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** The smallest n that is shown without a mark. */
  readonly smallN?: number;
  /** Days until the rows of a day hardly change any more, with these options: younger days are hatched, and a period made of them is no match for the one before. */
  readonly ripensInDays?: (options: Readonly<Record<string, string>>) => number;
}

/** SQL, or what the asker's choices make of it. */
export type Conditional = Sql | ((choice: Choice) => Sql);

type Inputs = Readonly<Record<string, number>>;

/** One row a customer (or whatever `by` names) of each group and bucket, before anything is counted: the inputs of the metric are sums over these rows. */
export interface Each {
  /** What `by` is called as a column of a drilled row. */
  readonly name: string;
  readonly by: Conditional;
  /** Columns of the row: aggregates over the rows of one customer. */
  readonly inputs: Readonly<Record<string, Conditional>>;
  /** Dimensions that are decided for the customer as a whole, by name: aggregates too. */
  readonly dimensions?: Readonly<Record<string, Sql>>;
}

/** What a variant may say differently of any metric over rows. */
interface VariantOfRows {
  readonly dataset?: Dataset;
  readonly time?: string;
  /** Null where the asker may not choose the time. */
  readonly timeOption?: string | null;
  readonly where?: Conditional;
  readonly unit?: Unit;
  readonly better?: Described['better'];
  readonly provenance?: Sql | null;
}

/** A variant of an aggregate: another formula, other inputs, other rows or another population under the same name. */
export interface Variant extends VariantOfRows {
  readonly value?: Formula;
  /** Replace all inputs; then nothing is pending unless the variant says so. */
  readonly inputs?: Readonly<Record<string, Conditional>>;
  readonly pending?: Conditional;
  readonly each?: Each | null;
  readonly interval?: ((inputs: Inputs) => Interval | null) | null;
  readonly n?: string;
}

interface OverRows extends Described {
  readonly dataset: Dataset;
  readonly time: string;
  /** The option whose values are names of times of the dataset, where the asker may choose. */
  readonly timeOption?: string;
  readonly where?: Conditional;
  /** Where each row's figure is from: an expression that gives computed or reported. */
  readonly provenance?: Sql;
}

/** Additive inputs and one formula over them. */
export interface AggregateMetric extends OverRows {
  readonly kind: 'aggregate';
  /** Sums over rows: counts and sums only, so that totals and "others" are sums of them. Over spans there are none: `at_start`, `entered` and `left` are given. */
  readonly inputs: Readonly<Record<string, Conditional>>;
  readonly value: Formula;
  /** Formula of n over the inputs. */
  readonly n: string;
  /** Rows too young to judge: counted as pending and left out of the inputs. */
  readonly pending?: Conditional;
  readonly each?: Each;
  /** Shown as a percentage of the same figure over all groups of the bucket. */
  readonly share?: 'of total';
  readonly variants?: Readonly<Record<string, Variant>>;
  readonly interval?: (inputs: Inputs) => Interval | null;
}

/** A variant of a distribution: another value, other rows or another population under the same name. */
export interface DistributionVariant extends VariantOfRows {
  readonly of?: (choice: Choice) => Sql;
}

/** Order statistics and the mean of one value per row; a row without a value does not count. Over spans: of what is open at the end of the bucket. */
export interface DistributionMetric extends OverRows {
  readonly kind: 'distribution';
  /** A whole number. */
  readonly of: (choice: Choice) => Sql;
  readonly statistics: readonly Statistic[];
  readonly variants?: Readonly<Record<string, DistributionVariant>>;
}

/** A metric call by name, or what the asker's options make of it. */
export type PartReference = string | ((options: Readonly<Record<string, string>>) => string);

/** Parts that are metrics themselves, and a formula over their values; `days` is the length of the bucket in days, up to now. */
export interface ComposedMetric extends Described {
  readonly kind: 'composed';
  readonly of: Readonly<Record<string, PartReference>>;
  readonly value: Formula;
  /** The part whose n is shown. */
  readonly n: string;
  readonly interval?: (parts: Inputs) => Interval | null;
}

export type Metric = AggregateMetric | DistributionMetric | ComposedMetric;
