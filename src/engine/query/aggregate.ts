import type { EventTime } from '../../core/model/dataset.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import { evaluateFormula, type Formula, parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';
import { wilsonInterval } from '../../core/stats/wilson-interval.ts';
import { type Cells, cells, placeOf } from './cells.ts';
import { type Asked, choiceOf, conditional } from './choice.ts';
import { dimensionsOf, eventConditions, filterConditions, where } from './conditions.ts';
import { decidedConditions, type EachPlan, eachPlan, eachRelation } from './each.ts';
import { groupBy, grouping, groupNames } from './grouping.ts';
import type { MetricCall } from './metric-call.ts';
import { timeName } from './metric-time.ts';
import type { Question } from './question.ts';
import { readingFor, relation } from './relation.ts';

export type Inputs = Readonly<Record<string, number>>;

const pendingInput = 'pending';
const computedInput = 'computed';
const reportedInput = 'reported';

/** An aggregate with every choice made: what to sum, over which rows, and what to make of it. */
export interface AggregatePlan {
  readonly metric: AggregateMetric;
  /** Name of the time on the dataset. */
  readonly time: string;
  readonly inputs: Readonly<Record<string, Sql>>;
  readonly conditions: readonly Sql[];
  readonly pending: Sql | null;
  readonly each: EachPlan | null;
  readonly value: Formula;
  readonly n: Formula;
}

/** The plan of a call of an aggregate. */
export function aggregatePlan(call: MetricCall & { metric: AggregateMetric }, asked: Asked): AggregatePlan {
  const { metric } = call;
  const choice = choiceOf(call, asked);
  return {
    metric,
    time: timeName(call),
    inputs: Object.fromEntries(Object.entries(metric.inputs).map(([name, input]) => [name, conditional(input, choice)])),
    conditions: metric.where ? [conditional(metric.where, choice)] : [],
    pending: metric.pending ? conditional(metric.pending, choice) : null,
    each: metric.each ? eachPlan(metric.each, choice) : null,
    value: metric.value,
    n: parseFormula(metric.n),
  };
}

/** Plans that one statement can answer: the same rows of the same dataset by the same time. */
export function sameRows(plan: AggregatePlan): string {
  const each = plan.each ? [plan.each.by, ...Object.values(plan.each.inputs), ...Object.values(plan.each.dimensions)] : [];
  const rows = [
    ...plan.conditions,
    ...(plan.pending ? [plan.pending] : []),
    ...(plan.metric.provenance ? [plan.metric.provenance] : []),
    ...each,
  ];
  return JSON.stringify([plan.metric.dataset.name, plan.time, Object.keys(plan.each?.inputs ?? {}), rows.map(render)], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

/** One statement for plans with the same rows; its answer has the columns `input_0_tickets` … */
export function aggregateStatement(plans: readonly AggregatePlan[], question: Question): Sql {
  const [first] = plans;
  if (!first) throw new TypeError('no plans');
  const source = first.each ? eachSource(first, first.each, question) : rowSource(first, question);
  const pending = first.pending ? [sql`${first.pending} AS ${identifier(pendingInput)}`] : [];
  const sums = plans.flatMap((plan, index) =>
    Object.entries(plan.inputs).map(([name, input]) => sql`${input} AS ${inputName(index, name)}`),
  );
  const selected = [...source.selected, ...pending, ...sums, ...provenanceCounts(first.metric.provenance)];
  const names = first.pending ? [...source.names, identifier(pendingInput)] : source.names;
  return sql`SELECT ${join(selected)}${source.from(selected)}${where(source.conditions)}${groupBy(names)}`;
}

interface RowSource {
  readonly selected: readonly Sql[];
  readonly names: readonly Sql[];
  readonly conditions: readonly Sql[];
  readonly from: (selected: readonly Sql[]) => Sql;
}

function rowSource(plan: AggregatePlan, question: Question): RowSource {
  const { dataset } = plan.metric;
  const time = eventTime(plan);
  const read = dimensionsOf(question, dataset, time);
  const conditions = [...eventConditions(dataset, question, time), ...filterConditions(question, read), ...plan.conditions];
  return {
    ...grouping(question, time.at, read),
    conditions,
    from: (selected) => relation(dataset, readingFor(question, time), [...selected, ...conditions]),
  };
}

function eachSource(plan: AggregatePlan, each: EachPlan, question: Question): RowSource {
  const names = [...(question.grain === null ? [] : [identifier('bucket')]), ...groupNames(question)];
  const from = eachRelation(each, plan.metric.dataset, eventTime(plan), plan.conditions, question);
  return { selected: names, names, conditions: decidedConditions(each, question), from: () => from };
}

function eventTime(plan: AggregatePlan): EventTime {
  const time = plan.metric.dataset.times[plan.time];
  if (time?.kind !== 'event') throw new TypeError(`${plan.metric.name} is not counted by an event`);
  return time;
}

/** The sums of each plan by place, with `pending`, `computed` and `reported` beside them. */
export function readAggregates(
  plans: readonly AggregatePlan[],
  question: Question,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Cells<Inputs>[] {
  const placed = rows.map((row) => [placeOf(row, question), row] as const);
  return plans.map((plan, index) => {
    const sums = cells<Inputs>();
    for (const [place, row] of placed) sums.set(place, { ...sums.get(place), ...readRow(plan, index, row) });
    return sums;
  });
}

function readRow(plan: AggregatePlan, index: number, row: Readonly<Record<string, unknown>>): Record<string, number> {
  const inputs = Object.fromEntries(Object.keys(plan.inputs).map((name) => [name, Number(row[`input_${index}_${name}`] ?? 0)]));
  if (plan.pending && isTrue(row[pendingInput])) return { [pendingInput]: evaluateFormula(plan.n, inputs) ?? 0 };
  if (!plan.metric.provenance) return inputs;
  return { ...inputs, [computedInput]: Number(row[computedInput] ?? 0), [reportedInput]: Number(row[reportedInput] ?? 0) };
}

/** The estimate that sums give. Sums that are not there are 0: a share of nothing is null, a count of nothing is 0. */
export function aggregateEstimate(plan: AggregatePlan, inputs: Inputs): Estimate {
  const complete = { ...Object.fromEntries(Object.keys(plan.inputs).map((name) => [name, 0])), ...inputs };
  const value = evaluateFormula(plan.value, complete);
  const interval = value === null ? null : (plan.metric.interval?.(complete) ?? null);
  return {
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    n: evaluateFormula(plan.n, complete) ?? 0,
    ...(plan.pending ? { pending: inputs[pendingInput] ?? 0 } : {}),
    ...(plan.metric.provenance ? { provenance: { computed: inputs[computedInput] ?? 0, reported: inputs[reportedInput] ?? 0 } } : {}),
  };
}

/** The estimate as a percentage of what all groups of its bucket give, with Wilson's interval. */
export function shareEstimate(own: Estimate, all: Estimate): Estimate {
  const [part, total] = [own.value ?? 0, all.value ?? 0];
  const interval = wilsonInterval(part, total);
  return {
    ...own,
    value: total > 0 ? (100 * part) / total : null,
    low: interval && 100 * interval.low,
    high: interval && 100 * interval.high,
  };
}

/** How many of the rows were computed from events, and how many the source reports. */
export function provenanceCounts(provenance: Sql | undefined): readonly Sql[] {
  if (!provenance) return [];
  return [
    sql`countIf(${provenance} = 'computed') AS ${identifier(computedInput)}`,
    sql`countIf(${provenance} = 'reported') AS ${identifier(reportedInput)}`,
  ];
}

function inputName(index: number, name: string): Sql {
  return identifier(`input_${index}_${name}`);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}
