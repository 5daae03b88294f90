import type { Dataset, EventTime } from '../../core/model/dataset.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Choice, Each } from '../../core/model/metric.ts';
import { identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import { conditional } from './choice.ts';
import { dimensionsOf, eventConditions, filterConditions, where } from './conditions.ts';
import { groupBy, grouping } from './grouping.ts';
import type { Question } from './question.ts';
import { readingFor, relation } from './relation.ts';

/** One row for each customer, or whatever stands in its place, with every choice made. */
export interface EachPlan {
  readonly by: Sql;
  readonly inputs: Readonly<Record<string, Sql>>;
  readonly dimensions: Readonly<Record<string, Sql>>;
}

/** The key of such a row. */
export const eachKey = 'each_key';

/** The plan of a declaration under a choice. */
export function eachPlan(each: Each, choice: Choice): EachPlan {
  return {
    by: conditional(each.by, choice),
    inputs: Object.fromEntries(Object.entries(each.inputs).map(([name, input]) => [name, conditional(input, choice)])),
    dimensions: each.dimensions ?? {},
  };
}

/** `FROM` one row for each customer of a group and bucket: `each_key`, the inputs, and the columns that the question groups by. */
export function eachRelation(each: EachPlan, dataset: Dataset, time: EventTime, conditions: readonly Sql[], question: Question): Sql {
  const isDecided = (dimension: Dimension): boolean => dimension.name in each.dimensions;
  const read = dimensionsOf(question, dataset, time);
  const groups = grouping(question, time.at, (dimension) => each.dimensions[dimension.name] ?? read(dimension));
  const names = groups.names.filter((_, index) => !isDecidedColumn(question, index, isDecided));
  const decided = Object.entries(each.dimensions).map(([name, value]) => sql`${value} AS ${decidedName(name)}`);
  const inputs = Object.entries(each.inputs).map(([name, input]) => sql`${input} AS ${identifier(name)}`);
  const selected = [...groups.selected, sql`${each.by} AS ${identifier(eachKey)}`, ...inputs, ...decided];
  const all = [
    ...eventConditions(dataset, question, time),
    ...filterConditions(question, read, (dimension) => !isDecided(dimension)),
    ...conditions,
  ];
  return sql`
FROM (
SELECT ${join(selected)}${relation(dataset, readingFor(question, time), [...selected, ...all])}${where(all)}${groupBy([...names, identifier(eachKey)])}
)`;
}

/** Filters on what is decided for the customer as a whole. */
export function decidedConditions(each: EachPlan, question: Question): readonly Sql[] {
  return filterConditions(
    question,
    (dimension) => decidedName(dimension.name),
    (dimension) => dimension.name in each.dimensions,
  );
}

/** The column of a decided dimension. */
export function decidedName(dimension: string): Sql {
  return identifier(`decided_${dimension}`);
}

function isDecidedColumn(question: Question, column: number, isDecided: (dimension: Dimension) => boolean): boolean {
  const dimension = question.dimensions[column - (question.grain === null ? 0 : 1)];
  return dimension !== undefined && isDecided(dimension);
}
