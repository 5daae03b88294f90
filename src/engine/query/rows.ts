import type { Dataset, Time } from '../../core/model/dataset.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import type { RowsQuery } from '../../core/model/query.ts';
import type { RowsResult } from '../../core/model/result.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import { aggregatePlan } from './aggregate.ts';
import type { Ask } from './answer.ts';
import { choiceOf, conditional } from './choice.ts';
import { filterConditions, instantSql, periodConditions, where } from './conditions.ts';
import { type DistributionCall, valueSql } from './distribution.ts';
import { type MetricCall, resolveMetric } from './metric-call.ts';
import { timeOf } from './metric-time.ts';
import { readNames } from './names.ts';
import { notKnown } from './not-known.ts';
import { dimensionSql, type Question } from './question.ts';
import { relation } from './relation.ts';
import { dimensionNamed, type ResolvedQuery, resolveQuery, type WorkspaceCalendar } from './resolve-query.ts';
import { questionOf } from './run-query.ts';

const nameColumns = ['team_id', 'assignee_id', 'handler_id', 'agent_id'];

/** The rows behind a number, newest first: exactly those whose count is its n. */
export async function readRows(ask: Ask, database: string, request: RowsQuery, workspace: WorkspaceCalendar): Promise<RowsResult> {
  const resolved = resolveQuery(request.query, workspace);
  const call = callNamed(resolved, request.metric);
  const dataset = datasetOf(call);
  const question = pointedAt(resolved, database, request);
  const conditions = [...rowConditions(call, question), ...groupConditions(call, dataset, question, request.group)];
  const columns = [...dataset.rowColumns.map((name) => ({ name, value: identifier(name) })), ...valueColumn(call, question.nowMs)];
  const selected = columns.map(({ name, value }) => sql`${value} AS ${identifier(name)}`);
  const from = relation(dataset, database, [...selected, ...conditions, atOf(call)]);
  const [rows, counts] = await Promise.all([
    ask(sql`SELECT ${join(selected)}${from}${where(conditions)}
ORDER BY ${atOf(call)} DESC, ${identifier(dataset.rowColumns[0] ?? 'id')}
LIMIT ${integer(request.limit)} OFFSET ${integer(request.offset)}`),
    ask(sql`SELECT count() AS count${relation(dataset, database, conditions)}${where(conditions)}`),
  ]);
  const ids = new Set(rows.flatMap((row) => nameColumns.map((column) => String(row[column] ?? ''))));
  return {
    dataset: dataset.name,
    columns: columns.map(({ name }) => name),
    rows: [...rows],
    count: Number(counts[0]?.count ?? 0),
    names: await readNames(ask, database, ids),
  };
}

function callNamed(resolved: ResolvedQuery, name: string): MetricCall {
  const call = resolved.calls.find((candidate) => candidate.resolved.key === name || candidate.resolved.name === name);
  if (!call)
    throw notKnown(
      'metric of this query',
      name,
      resolved.calls.map((candidate) => candidate.resolved.key),
    );
  if (call.metric.kind !== 'composed') return call;
  const [part] = resolveMetric(call.metric.of[call.metric.n] ?? '');
  if (!part) throw new TypeError(`${call.metric.name} has no part ${call.metric.n}`);
  return part;
}

function datasetOf(call: MetricCall): Dataset {
  if (call.metric.kind === 'composed') throw new TypeError('a composed metric has no rows of its own');
  return call.metric.dataset;
}

/** The question narrowed to the bucket that was pointed at. */
function pointedAt(resolved: ResolvedQuery, database: string, request: RowsQuery): Question {
  const whole = questionOf(resolved, database, resolved.period, null);
  if (request.bucket === undefined) return whole;
  const bucket = resolved.buckets.find((candidate) => candidate.key === request.bucket);
  if (!bucket) throw new UserError('unknown_bucket', `"${request.bucket}" is no bucket of this query; the answer to the query lists them`);
  return { ...whole, fromMs: bucket.fromMs, untilMs: bucket.untilMs };
}

function rowConditions(call: MetricCall, question: Question): readonly Sql[] {
  const dataset = datasetOf(call);
  const time = timeOf(call);
  if (!time) return [];
  const at = time.kind === 'event' ? time.at : time.from;
  return [
    dataset.population,
    ...timeConditions(time, question),
    ...filterConditions(question, dataset, at),
    ...metricConditions(call, question.nowMs),
  ];
}

function timeConditions(time: Time, question: Question): readonly Sql[] {
  if (time.kind === 'event') return periodConditions(question, time);
  const end = instantSql(question.untilMs);
  return [sql`${time.from} < ${end}`, sql`(${time.until} IS NULL OR ${time.until} >= ${end})`];
}

function metricConditions(call: MetricCall, nowMs: number): readonly Sql[] {
  const { metric } = call;
  if (metric.kind === 'aggregate') {
    const plan = aggregatePlan(call as MetricCall & { metric: AggregateMetric }, nowMs);
    return plan.pending ? [...plan.conditions, sql`NOT (${plan.pending})`] : plan.conditions;
  }
  if (metric.kind !== 'distribution') return [];
  const own = metric.where ? [conditional(metric.where, choiceOf(call, nowMs))] : [];
  return [...own, sql`${valueSql(call as DistributionCall, nowMs)} IS NOT NULL`];
}

function valueColumn(call: MetricCall, nowMs: number): readonly { name: string; value: Sql }[] {
  if (call.metric.kind !== 'distribution') return [];
  const provenance = call.metric.provenance ? [{ name: 'provenance', value: call.metric.provenance }] : [];
  return [{ name: call.metric.name, value: valueSql(call as DistributionCall, nowMs) }, ...provenance];
}

function groupConditions(call: MetricCall, dataset: Dataset, question: Question, group: Readonly<Record<string, string>>): readonly Sql[] {
  return Object.entries(group).map(([name, value]) => {
    const dimension = dimensionNamed(name);
    const expression = dimensionSql(dimension, dataset, atOf(call), question.zone);
    const bound = bind('String', value);
    if (!dimension.many) return sql`${expression} = ${bound}`;
    return value === '' ? sql`empty(${expression})` : sql`has(${expression}, ${bound})`;
  });
}

function atOf(call: MetricCall): Sql {
  const time = timeOf(call);
  if (!time) throw new TypeError('a composed metric has no time of its own');
  return time.kind === 'event' ? time.at : time.from;
}
