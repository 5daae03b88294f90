import type { Dimension } from '../../core/model/dimension.ts';
import { bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { Grain } from '../../core/time/grain.ts';
import { othersGroup, type Question } from './question.ts';

/** The columns that a statement groups by, with their aliases: `bucket`, then `group_0`, `group_1` … */
export interface Grouping {
  readonly selected: readonly Sql[];
  readonly names: readonly Sql[];
}

/** Bucket and dimensions of a question: the instant that decides the bucket, and how a dimension reads. */
export function grouping(question: Question, at: Sql, expression: (dimension: Dimension) => Sql): Grouping {
  const bucket = question.grain === null ? [] : [sql`${bucketSql(question.grain, at, question)} AS ${identifier('bucket')}`];
  return {
    selected: [...bucket, ...groupColumns(question, expression)],
    names: [...(question.grain === null ? [] : [identifier('bucket')]), ...groupNames(question)],
  };
}

/** The dimensions of a question as columns: `group_0`, `group_1` … */
export function groupColumns(question: Question, expression: (dimension: Dimension) => Sql): readonly Sql[] {
  return question.dimensions.map((dimension, index) => {
    const own = expression(dimension);
    const value = dimension.many ? sql`arrayJoin(if(empty(${own}), [''], ${own}))` : own;
    return sql`${index === 0 ? kept(question, value) : value} AS ${groupName(index)}`;
  });
}

/** The names of those columns. */
export function groupNames(question: Question): readonly Sql[] {
  return question.dimensions.map((_, index) => groupName(index));
}

function groupName(index: number): Sql {
  return identifier(`group_${index}`);
}

/** `GROUP BY`, or nothing when there is nothing to group by. */
export function groupBy(names: readonly Sql[]): Sql {
  return names.length === 0 ? sql`` : sql`\nGROUP BY ${join(names)}`;
}

/** The bucket of an instant: the local date of its start, for hours the epoch second at which the local hour began by the offset in force. */
function bucketSql(grain: Grain, at: Sql, question: { readonly zone: string; readonly weekStart: number }): Sql {
  const zone = bind('String', question.zone);
  switch (grain) {
    case 'hour':
      return sql`toUnixTimestamp(${at}) - 60 * toMinute(${at}, ${zone}) - toSecond(${at}, ${zone})`;
    case 'day':
      return sql`toDate(${at}, ${zone})`;
    case 'week':
      return weekSql(sql`toDate(${at}, ${zone})`, question.weekStart);
    case 'month':
      return sql`toStartOfMonth(${at}, ${zone})`;
    case 'quarter':
      return sql`toStartOfQuarter(${at}, ${zone})`;
    case 'year':
      return sql`toStartOfYear(${at}, ${zone})`;
  }
}

function weekSql(day: Sql, weekStart: number): Sql {
  return sql`${day} - (toDayOfWeek(${day}) + 7 - ${integer(weekStart)}) % 7`;
}

function kept(question: Question, value: Sql): Sql {
  if (question.keep === null) return value;
  return sql`if(has(${bind('Array(String)', question.keep)}, toString(${value})), toString(${value}), ${bind('String', othersGroup)})`;
}
