import { type Estimate, noEstimate } from '../../core/model/estimate.ts';
import { evaluateFormula } from '../../core/model/formula.ts';
import type { AggregateMetric, ComposedMetric } from '../../core/model/metric.ts';
import type { Sql } from '../../core/sql/sql.ts';
import type { Limits, Store } from '../store/store.ts';
import {
  type AggregatePlan,
  aggregateEstimate,
  aggregatePlan,
  aggregateStatement,
  type Inputs,
  readAggregates,
  sameRows,
} from './aggregate.ts';
import { type Cells, cells, everywhere, type Place, rollUp } from './cells.ts';
import { type DistributionCall, distributionStatement, readDistributions, sameValues, totalsBeside } from './distribution.ts';
import { type MetricCall, resolveMetric } from './metric-call.ts';
import { isTimed } from './metric-time.ts';
import type { Question } from './question.ts';
import { readSpans, spanEstimates, spanStatement } from './span.ts';

/** What the calls say by place, and over everything. */
export interface Answer {
  readonly cells: Cells<Estimate>;
  readonly total: Estimate;
  /** What a place says of which no row speaks. */
  readonly nothing: Estimate;
}

/** Runs a statement and gives its rows. */
export type Ask = (statement: Sql) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Asks a store within limits. */
export function askStore(store: Store, limits?: Limits): Ask {
  return async (statement) => (await store.query(statement, limits)).rows;
}

/** Answers the calls of one question, by key. Calls that can share a statement do. */
export async function answerCalls(
  ask: Ask,
  calls: readonly MetricCall[],
  question: Question,
  buckets: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const spans = calls.filter((call) => isTimed(call, 'span'));
  const aggregates = calls.filter((call) => call.metric.kind === 'aggregate' && !isTimed(call, 'span'));
  const distributions = calls.filter((call): call is DistributionCall => call.metric.kind === 'distribution');
  const composed = calls.filter((call) => call.metric.kind === 'composed');
  const answers = await Promise.all([
    ...groupBy(aggregates, (call) => sameRows(planOf(call, question))).map((group) => answerAggregates(ask, group, question)),
    ...groupBy(distributions, (call) => sameValues(call, question.nowMs)).map((group) => answerDistributions(ask, group, question)),
    ...spans.map((call) => answerSpan(ask, call, question, buckets)),
    ...composed.map((call) => answerComposed(ask, call, question, buckets)),
  ]);
  return new Map(answers.flat());
}

type Entry = readonly [string, Answer];

async function answerAggregates(ask: Ask, calls: readonly MetricCall[], question: Question): Promise<readonly Entry[]> {
  const plans = calls.map((call) => planOf(call, question));
  const sums = readAggregates(plans, question, await ask(aggregateStatement(plans, question)));
  const wholes = overlaps(question) ? readAggregates(plans, whole(question), await ask(aggregateStatement(plans, whole(question)))) : sums;
  return calls.flatMap((call, index) => {
    const [plan, own, all] = [plans[index], sums[index], wholes[index]];
    if (!plan || !own || !all) return [];
    const total = rollUp(all, () => everywhere).get(everywhere) ?? {};
    return [
      [
        call.resolved.key,
        { cells: estimatesOf(plan, own), total: aggregateEstimate(plan, total), nothing: aggregateEstimate(plan, {}) },
      ] as const,
    ];
  });
}

async function answerDistributions(ask: Ask, calls: readonly DistributionCall[], question: Question): Promise<readonly Entry[]> {
  const beside = totalsBeside(question) || (question.grain === null && question.dimensions.length === 0);
  const [rows, wholeRows] = await Promise.all([
    ask(distributionStatement(calls, question)),
    beside ? null : ask(distributionStatement(calls, whole(question))),
  ]);
  const own = readDistributions(calls, question, rows);
  const wholes = wholeRows === null ? own : readDistributions(calls, whole(question), wholeRows);
  return calls.map((call, index) => {
    const answer: Answer = { cells: own[index]?.cells ?? cells(), total: wholes[index]?.total ?? noEstimate, nothing: noEstimate };
    return [call.resolved.key, answer] as const;
  });
}

async function answerSpan(ask: Ask, call: MetricCall, question: Question, buckets: readonly string[]): Promise<readonly Entry[]> {
  const metric = call.metric as AggregateMetric;
  const sums = readSpans(question, await ask(spanStatement(metric, question)));
  const wholes = overlaps(question) ? readSpans(whole(question), await ask(spanStatement(metric, whole(question)))) : sums;
  const estimates = cells<Estimate>();
  for (const group of groupsOf(sums))
    for (const [place, value] of spanEstimates(metric, sums, group, buckets).entries()) estimates.set(place, value);
  const total = spanEstimates(
    metric,
    rollUp(wholes, () => everywhere),
    [],
    [],
  ).get(everywhere);
  const nothing: Estimate = { value: 0, low: null, high: null, n: 0 };
  return [[call.resolved.key, { cells: estimates, total: total ?? nothing, nothing }]];
}

async function answerComposed(ask: Ask, call: MetricCall, question: Question, buckets: readonly string[]): Promise<readonly Entry[]> {
  const metric = call.metric as ComposedMetric;
  const parts = Object.entries(metric.of).flatMap(([name, reference]) => resolveMetric(reference).map((part) => ({ name, call: part })));
  const answers = await answerCalls(
    ask,
    parts.map((part) => part.call),
    question,
    buckets,
  );
  const partAnswers = parts.map((part) => ({ name: part.name, answer: answers.get(part.call.resolved.key) }));
  const compose = (pick: (answer: Answer) => Estimate | undefined): Estimate =>
    composedEstimate(
      metric,
      Object.fromEntries(partAnswers.map(({ name, answer }) => [name, answer ? (pick(answer) ?? answer.nothing) : null])),
    );
  const places = new Map(
    partAnswers.flatMap(({ answer }) => answer?.cells.entries().map(([place]) => [JSON.stringify(place), place] as const) ?? []),
  );
  const estimates = cells<Estimate>();
  for (const place of places.values())
    estimates.set(
      place,
      compose((answer) => answer.cells.get(place)),
    );
  return [
    [call.resolved.key, { cells: estimates, total: compose((answer) => answer.total), nothing: compose((answer) => answer.nothing) }],
  ];
}

function composedEstimate(metric: ComposedMetric, parts: Readonly<Record<string, Estimate | null>>): Estimate {
  const values = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part?.value ?? null]));
  const value = evaluateFormula(metric.value, values);
  const known = Object.fromEntries(Object.entries(values).map(([name, part]) => [name, part ?? 0]));
  const interval = value === null ? null : (metric.interval?.(known) ?? null);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, n: parts[metric.n]?.n ?? 0 };
}

function planOf(call: MetricCall, question: Question): AggregatePlan {
  return aggregatePlan(call as MetricCall & { metric: AggregateMetric }, question.nowMs);
}

function estimatesOf(plan: AggregatePlan, sums: Cells<Inputs>): Cells<Estimate> {
  const estimates = cells<Estimate>();
  for (const [place, inputs] of sums.entries()) estimates.set(place, aggregateEstimate(plan, inputs));
  return estimates;
}

function groupsOf(sums: Cells<Inputs>): readonly (readonly string[])[] {
  return [
    ...new Map(sums.entries().map(([place]: readonly [Place, Inputs]) => [JSON.stringify(place.group), place.group] as const)).values(),
  ];
}

function overlaps(question: Question): boolean {
  return question.dimensions.some((dimension) => dimension.many);
}

function whole(question: Question): Question {
  return { ...question, grain: null, dimensions: [], keep: null };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}
