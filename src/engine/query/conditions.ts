import { type Dataset, type EventTime, leftOuts } from '../../core/model/dataset.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Filter } from '../../core/model/query.ts';
import { UserError } from '../../core/model/user-error.ts';
import { allOf, bind, type Sql, sql } from '../../core/sql/sql.ts';
import { partitionConditions } from './partitions.ts';
import { dimensionSql, type Moment, type Question } from './question.ts';

/** An instant in epoch milliseconds as DateTime64. */
export function instantSql(ms: number): Sql {
  return sql`fromUnixTimestamp64Milli(${bind('Int64', Math.trunc(ms))}, 'UTC')`;
}

/**
 * Rows of a dataset that count, with what the question includes.
 * @throws UserError where the dataset holds nothing but what counts
 */
export function populationCondition(dataset: Dataset, question: Pick<Question, 'include'>): Sql {
  if (question.include.length === 0) return dataset.population;
  if (!dataset.leftOut && 'counted' in dataset.entity.columns) {
    throw new UserError(
      'include_not_carried',
      `${dataset.text.en} are what customers turn to us with, which ${leftOuts.join(', ')} tickets are not; ask this figure without including ${question.include.join(', ')}`,
    );
  }
  if (!dataset.leftOut) return dataset.population;
  const still = Object.entries(dataset.leftOut).filter(([kind]) => !question.include.some((included) => included === kind));
  return allOf(still.map(([, condition]) => sql`NOT (${condition})`));
}

/** The filters of a question over a dataset. `none of` keeps rows whose value is not known: A + not A is all. */
export function filterConditions(
  question: Question,
  expression: (dimension: Dimension) => Sql,
  applies: (dimension: Dimension) => boolean = () => true,
): readonly Sql[] {
  return question.filters
    .filter(({ dimension }) => applies(dimension))
    .map(({ dimension, filter }) => filterCondition(filter, expression(dimension), dimension.many === true));
}

/** How the dimensions of a question read on a dataset at a moment. */
export function dimensionsOf(question: Pick<Question, 'zone'>, dataset: Dataset, moment: Moment): (dimension: Dimension) => Sql {
  return (dimension) => dimensionSql(dimension, dataset, moment, question.zone);
}

function filterCondition(filter: Filter, expression: Sql, many: boolean): Sql {
  const values = bind('Array(String)', filter.values);
  switch (filter.operator) {
    case 'any of':
      return many ? sql`hasAny(${expression}, ${values})` : sql`has(${values}, ${expression})`;
    case 'none of':
      return many ? sql`NOT hasAny(${expression}, ${values})` : sql`NOT has(${values}, ${expression})`;
    case 'all of':
      return many ? sql`hasAll(${expression}, ${values})` : sql`arrayAll(value -> value = ${expression}, ${values})`;
    case 'is empty':
      return many ? sql`empty(${expression})` : sql`${expression} = ''`;
    case 'is not empty':
      return many ? sql`notEmpty(${expression})` : sql`${expression} != ''`;
  }
}

/** Rows whose instant lies in the period of the question. */
export function periodConditions(
  question: Pick<Question, 'fromMs' | 'untilMs'>,
  { at, between }: Pick<EventTime, 'at' | 'between'>,
): readonly Sql[] {
  const [from, until] = [instantSql(question.fromMs), instantSql(question.untilMs)];
  const ofRow = between ? [sql`${between.latest} >= ${from}`, sql`${between.earliest} < ${until}`] : [];
  return [...ofRow, sql`${at} >= ${from}`, sql`${at} < ${until}`];
}

/** Rows of a dataset that count and whose instant lies in the period of the question. */
export function eventConditions(dataset: Dataset, question: Question, time: EventTime): readonly Sql[] {
  return [
    populationCondition(dataset, question),
    ...partitionConditions(question.partitions, dataset, time, question),
    ...periodConditions(question, time),
  ];
}

/** `WHERE` over all of these. */
export function where(conditions: readonly Sql[]): Sql {
  return sql`\nWHERE ${allOf(conditions)}`;
}
