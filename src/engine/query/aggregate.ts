import type { Estimate } from '../../core/model/estimate.ts';
import { evaluateFormula, type Formula, parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';
import { type Cells, cells, placeOf } from './cells.ts';
import { choiceOf, conditional } from './choice.ts';
import { filterConditions, periodConditions, where } from './conditions.ts';
import { groupBy, grouping } from './grouping.ts';
import type { MetricCall } from './metric-call.ts';
import type { Question } from './question.ts';
import { relation } from './relation.ts';

export type Inputs = Readonly<Record<string, number>>;

const pendingInput = 'pending';
const computedInput = 'computed';
const reportedInput = 'reported';

/** An aggregate under its variant: what to sum, over which rows, and what to make of it. */
export interface AggregatePlan {
  readonly metric: AggregateMetric;
  readonly inputs: Readonly<Record<string, Sql>>;
  readonly conditions: readonly Sql[];
  readonly pending: Sql | null;
  readonly value: Formula;
  readonly n: Formula;
  readonly interval: AggregateMetric['interval'] | null;
}

/** The plan of a call of an aggregate. */
export function aggregatePlan(call: MetricCall & { metric: AggregateMetric }, nowMs: number): AggregatePlan {
  const { metric } = call;
  const choice = choiceOf(call, nowMs);
  const variant = metric.variants?.[call.resolved.variant];
  const inputs = variant?.inputs ?? metric.inputs;
  const condition = variant?.where ?? metric.where;
  const pending = variant?.inputs ? undefined : metric.pending;
  return {
    metric,
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, conditional(input, choice)])),
    conditions: condition ? [conditional(condition, choice)] : [],
    pending: pending ? conditional(pending, choice) : null,
    value: variant?.value ?? metric.value,
    n: parseFormula(variant?.n ?? metric.n),
    interval: variant?.interval === undefined ? metric.interval : variant.interval,
  };
}

/** Plans that one statement can answer: the same rows of the same dataset by the same time. */
export function sameRows(plan: AggregatePlan): string {
  const rows = [...plan.conditions, ...(plan.pending ? [plan.pending] : []), ...(plan.metric.provenance ? [plan.metric.provenance] : [])];
  return JSON.stringify([plan.metric.dataset.name, plan.metric.time, rows.map(render)], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

/** One statement for plans with the same rows; its answer has the columns `input_0_tickets` … */
export function aggregateStatement(plans: readonly AggregatePlan[], question: Question): Sql {
  const [first] = plans;
  if (!first) throw new TypeError('no plans');
  const { dataset } = first.metric;
  const time = dataset.times[first.metric.time];
  if (time?.kind !== 'event') throw new TypeError(`${first.metric.name} is not counted by an event`);
  const groups = grouping(question, dataset, time.at);
  const pending = first.pending ? [sql`${first.pending} AS ${identifier(pendingInput)}`] : [];
  const sums = plans.flatMap((plan, index) =>
    Object.entries(plan.inputs).map(([name, input]) => sql`${input} AS ${inputName(index, name)}`),
  );
  const selected = [...groups.selected, ...pending, ...sums, ...provenanceCounts(first.metric.provenance)];
  const conditions = [
    dataset.population,
    ...periodConditions(question, time),
    ...filterConditions(question, dataset, time.at),
    ...first.conditions,
  ];
  const names = first.pending ? [...groups.names, identifier(pendingInput)] : groups.names;
  return sql`SELECT ${join(selected)}${relation(dataset, question.database, [...selected, ...conditions])}${where(conditions)}${groupBy(names)}`;
}

/** The sums of each plan by place, with `pending`, `computed` and `reported` beside them. */
export function readAggregates(
  plans: readonly AggregatePlan[],
  question: Question,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Cells<Inputs>[] {
  return plans.map((plan, index) => {
    const sums = cells<Inputs>();
    for (const row of rows) {
      const place = placeOf(row, question);
      sums.set(place, { ...sums.get(place), ...readRow(plan, index, row) });
    }
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
  const interval = value === null ? null : (plan.interval?.(complete) ?? null);
  return {
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    n: evaluateFormula(plan.n, complete) ?? 0,
    ...(plan.pending ? { pending: inputs[pendingInput] ?? 0 } : {}),
    ...(plan.metric.provenance ? { provenance: { computed: inputs[computedInput] ?? 0, reported: inputs[reportedInput] ?? 0 } } : {}),
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
