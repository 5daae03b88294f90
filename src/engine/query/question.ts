import type { Dataset } from '../../core/model/dataset.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Filter } from '../../core/model/query.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, type Sql } from '../../core/sql/sql.ts';
import type { Weekday } from '../../core/time/calendar-day.ts';
import type { Grain } from '../../core/time/grain.ts';

/** What one statement is asked: one stretch of time, its groups and its filters. Instants are epoch milliseconds, half open. */
export interface Question {
  readonly database: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly grain: Grain | null;
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly nowMs: number;
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly { readonly dimension: Dimension; readonly filter: Filter }[];
  /** When set, groups of the first dimension outside of it become "others". */
  readonly keep: readonly string[] | null;
}

/** The group that stands for all beyond the top. A real value never starts with this control character. */
export const othersGroup = '\u001fothers';

/** The expression of a dimension on a dataset; `at` is the metric's own time. */
export function dimensionSql(dimension: Dimension, dataset: Dataset, at: Sql, zone: string): Sql {
  if (dimension.ofTime) return dimension.ofTime(at, bind('String', zone));
  const expression = dimension.sql[dataset.name];
  if (!expression) {
    throw new UserError(
      'dimension_not_carried',
      `${dataset.text.en} carry no ${dimension.name}; they can be grouped and filtered by what GET /api/dimensions lists for "${dataset.name}"`,
    );
  }
  return expression;
}
