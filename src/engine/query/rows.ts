import type { Dataset, Time } from '../../core/model/dataset.ts';
import type { AggregateMetric, ComposedMetric, Metric } from '../../core/model/metric.ts';
import type { RowsQuery } from '../../core/model/query.ts';
import type { RowsResult } from '../../core/model/result.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import { aggregatePlan } from './aggregate.ts';
import type { Ask } from './ask.ts';
import { choiceOf, conditional } from './choice.ts';
import { dimensionsOf, eventConditions, filterConditions, instantSql, populationCondition, where } from './conditions.ts';
import { type DistributionCall, valueSql } from './distribution.ts';
import { decidedConditions, decidedName, eachKey, eachRelation } from './each.ts';
import type { MetricCall } from './metric-call.ts';
import { timeOf } from './metric-time.ts';
import { readNames } from './names.ts';
import { notKnown } from './not-known.ts';
import { partitionsFor } from './partitions.ts';
import type { Moment, Question } from './question.ts';
import { readingFor, relation } from './relation.ts';
import { dimensionNamed, type ResolvedQuery, resolveQuery, type WorkspaceCalendar } from './resolve-query.ts';
import { type RowColumn, rowColumn, searchCondition } from './row-columns.ts';
import { questionOf } from './run-query.ts';

const nameColumns = ['team_id', 'assignee_id', 'handler_id', 'agent_id', 'team', 'agent', 'handler', 'handler_team'];

/** Where rows are read from, and how. */
interface RowSource {
  readonly columns: readonly RowColumn[];
  readonly conditions: readonly Sql[];
  readonly from: (used: readonly Sql[]) => Sql;
  readonly order: Sql;
}

type RowsCall = MetricCall & { readonly metric: Exclude<Metric, ComposedMetric> };

/** The rows behind a number, newest first: exactly those whose count is its n, unless they are searched. */
export async function readRows(ask: Ask, database: string, request: RowsQuery, workspace: WorkspaceCalendar): Promise<RowsResult> {
  const resolved = resolveQuery(request.query, workspace);
  const call = callNamed(resolved, request);
  const question = { ...pointedAt(resolved, database, request, workspace), partitions: await partitionsFor(ask, [call], database) };
  const source = isEach(call) ? eachSource(call, question) : rowSource(call, question, request, workspace);
  const selected = source.columns.map(({ value }, index) => sql`${value} AS ${columnAlias(index)}`);
  const used = [...selected, ...source.conditions, source.order];
  const [rows, counts] = await Promise.all([
    ask(sql`SELECT ${join(selected)}${source.from(used)}${where(source.conditions)}
ORDER BY ${source.order}
LIMIT ${integer(request.limit)} OFFSET ${integer(request.offset)}`),
    ask(sql`SELECT count() AS count${source.from(source.conditions)}${where(source.conditions)}`),
  ]);
  const columns = source.columns.map(({ name }) => name);
  const named = rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[`column_${index}`]])));
  const ids = new Set(named.flatMap((row) => nameColumns.map((column) => String(row[column] ?? ''))));
  return {
    dataset: call.metric.dataset.name,
    columns,
    rows: named,
    count: Number(counts[0]?.count ?? 0),
    names: await readNames(ask, database, ids),
  };
}

/** A column of a row has a name of its own: an alias that is a column's name would take its place in every condition. */
function columnAlias(index: number): Sql {
  return identifier(`column_${index}`);
}

function callNamed(resolved: ResolvedQuery, { metric, part }: RowsQuery): RowsCall {
  const call = resolved.calls.find(({ resolved: { key, name } }) => key === metric || name === metric);
  if (!call)
    throw notKnown(
      'metric of this query',
      metric,
      resolved.calls.map((candidate) => candidate.resolved.key),
    );
  return overRows(call, part);
}

function overRows(call: MetricCall, part?: string): RowsCall {
  const { metric, parts } = call;
  if (metric.kind !== 'composed') return call as RowsCall;
  const chosen = parts[part ?? metric.n];
  if (!chosen) throw notKnown(`part of ${metric.name}`, part ?? metric.n, Object.keys(parts));
  return overRows(chosen);
}

function isEach(call: RowsCall): call is RowsCall & { metric: AggregateMetric } {
  return call.metric.kind === 'aggregate' && call.metric.each !== undefined;
}

/** The question narrowed to the bucket and the group that were pointed at. */
function pointedAt(resolved: ResolvedQuery, database: string, request: RowsQuery, workspace: WorkspaceCalendar): Question {
  const group = Object.entries(request.group).map(([name, value]) => ({
    dimension: dimensionNamed(name, workspace),
    filter: { dimension: name, operator: value === '' ? ('is empty' as const) : ('any of' as const), values: [value] },
  }));
  const asked = questionOf(resolved, database, resolved.period, null, []);
  const whole: Question = { ...asked, grain: null, dimensions: [], filters: [...asked.filters, ...group] };
  if (request.bucket === undefined) return whole;
  const bucket = resolved.buckets.find((candidate) => candidate.key === request.bucket);
  if (!bucket) throw new UserError('unknown_bucket', `"${request.bucket}" is no bucket of this query; the answer to the query lists them`);
  return { ...whole, fromMs: bucket.fromMs, untilMs: bucket.untilMs };
}

/** One row for each customer, or whatever is counted in its place. */
function eachSource(call: RowsCall & { metric: AggregateMetric }, question: Question): RowSource {
  const plan = aggregatePlan(call, question);
  const time = timeOf(call);
  const { each } = call.metric;
  if (!plan.each || !each || time?.kind !== 'event') throw new TypeError(`${call.metric.name} has no rows of this kind`);
  const from = eachRelation(plan.each, call.metric.dataset, time, plan.conditions, question);
  const key = identifier(eachKey);
  return {
    columns: [
      { name: each.name, value: sql`toString(${key})` },
      ...Object.keys(each.inputs).map((name) => ({ name, value: identifier(name) })),
      ...Object.keys(each.dimensions ?? {}).map((name) => ({ name, value: decidedName(name) })),
    ],
    conditions: [...decidedConditions(plan.each, question), ...(plan.pending ? [sql`NOT (${plan.pending})`] : [])],
    from: () => from,
    order: key,
  };
}

function rowSource(call: RowsCall, question: Question, request: RowsQuery, workspace: WorkspaceCalendar): RowSource {
  const { dataset } = call.metric;
  const time = timeOf(call);
  if (!time) throw new TypeError(`${call.metric.name} has no time`);
  const moment = momentOf(time, question);
  const column = (name: string): RowColumn => rowColumn(dataset, name, moment, question.zone, workspace);
  const key = identifier(dataset.rowColumns[0] ?? 'id');
  const { order } = request;
  return {
    columns: [...(request.columns ?? dataset.rowColumns).map(column), ...(request.columns ? [] : valueColumn(call, question, moment))],
    conditions: [
      ...timeConditions(dataset, time, question),
      ...filterConditions(question, dimensionsOf(question, dataset, moment)),
      ...metricConditions(call, question, moment),
      ...searchCondition(dataset, request.search),
    ],
    from: (used) => relation(dataset, readingFor(question, time), used),
    order: order ? sql`${column(order.column).value} ${order.descending ? sql`DESC` : sql`ASC`}, ${key}` : sql`${moment.at} DESC, ${key}`,
  };
}

function momentOf(time: Time, question: Question): Moment {
  if (time.kind === 'event') return { at: time.at };
  return { at: time.from, standingMs: bind('Int64', Math.min(question.untilMs, question.nowMs)) };
}

function timeConditions(dataset: Dataset, time: Time, question: Question): readonly Sql[] {
  if (time.kind === 'event') return eventConditions(dataset, question, time);
  const end = instantSql(question.untilMs);
  return [populationCondition(dataset, question), sql`${time.from} < ${end}`, sql`(${time.until} IS NULL OR ${time.until} >= ${end})`];
}

function metricConditions(call: RowsCall, question: Question, moment: Moment): readonly Sql[] {
  const { metric } = call;
  const own = metric.where ? [conditional(metric.where, choiceOf(call, question, moment.standingMs))] : [];
  if (metric.kind === 'distribution') return [...own, sql`${valueSql(call as DistributionCall, question, moment.standingMs)} IS NOT NULL`];
  return metric.pending ? [...own, sql`NOT (${conditional(metric.pending, choiceOf(call, question))})`] : own;
}

function valueColumn(call: RowsCall, question: Question, moment: Moment): readonly RowColumn[] {
  const { metric } = call;
  if (metric.kind !== 'distribution') return [];
  const provenance = metric.provenance ? [{ name: 'provenance', value: metric.provenance }] : [];
  return [{ name: metric.name, value: valueSql(call as DistributionCall, question, moment.standingMs) }, ...provenance];
}
