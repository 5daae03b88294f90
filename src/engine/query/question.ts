import type { Dataset, LeftOut } from '../../core/model/dataset.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Filter } from '../../core/model/query.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, type Sql } from '../../core/sql/sql.ts';
import type { Weekday } from '../../core/time/calendar-day.ts';
import type { Grain } from '../../core/time/grain.ts';
import type { CategoryMerge } from './merged-categories.ts';
import type { Partitions } from './partitions.ts';

/** A bucket as statements name it: `column` is the local date of its start, for hours the epoch second at which the local hour began. */
export interface QuestionBucket {
  readonly column: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What one statement is asked: one stretch of time, its groups and its filters. Instants are epoch milliseconds, half open. */
export interface Question {
  readonly database: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly grain: Grain | null;
  /** The buckets of the stretch; none without a grain. */
  readonly buckets: readonly QuestionBucket[];
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly nowMs: number;
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly { readonly dimension: Dimension; readonly filter: Filter }[];
  /** Categories that the house shows as one: rows made of others by category follow them. */
  readonly merges: readonly CategoryMerge[];
  /** Kinds of rows that count though they do not otherwise. */
  readonly include: readonly LeftOut[];
  /** What lies in which partition of the tables; nothing is known when absent. */
  readonly partitions?: Partitions | undefined;
  /** When set, groups of the first dimension outside of it become "others". */
  readonly keep: readonly string[] | null;
}

/** The same question over everything at once. */
export function whole(question: Question): Question {
  return { ...question, grain: null, buckets: [], dimensions: [], keep: null };
}

/** The group that stands for all beyond the top. A real value never starts with this control character. */
export const othersGroup = '\u001fothers';

/** Where a dimension is read: at the metric's own time, and for open spans at the instant they are looked at, in epoch milliseconds. */
export interface Moment {
  readonly at: Sql;
  readonly standingMs?: Sql;
}

/** Whether rows of the dataset can be grouped by the dimension. */
export function carries(dimension: Dimension, dataset: Dataset): boolean {
  return dimension.ofTime !== undefined || dataset.name in dimension.sql || dataset.name in (dimension.ofStanding ?? {});
}

/** The expression of a dimension on a dataset. */
export function dimensionSql(dimension: Dimension, dataset: Dataset, moment: Moment, zone: string): Sql {
  if (dimension.ofTime) return dimension.ofTime(moment.at, bind('String', zone));
  const ofStanding = dimension.ofStanding?.[dataset.name];
  if (ofStanding && moment.standingMs) return ofStanding(moment.standingMs);
  const expression = dimension.sql[dataset.name];
  if (!expression) {
    throw new UserError(
      'dimension_not_carried',
      `${dataset.text.en} carry no ${dimension.name}; they can be grouped and filtered by what GET /api/dimensions lists for "${dataset.name}"`,
    );
  }
  return expression;
}
