import type { Estimate } from '../../core/model/estimate.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { noEstimate } from '../../core/model/no-estimate.ts';
import {
  type AggregatePlan,
  aggregateEstimate,
  aggregatePlan,
  aggregateStatement,
  type Inputs,
  readAggregates,
  sameRows,
  shareEstimate,
} from './aggregate.ts';
import type { Ask } from './ask.ts';
import type { Answer } from './call-answer.ts';
import { type Cells, cells, everywhere, rollUp } from './cells.ts';
import { composedAnswer } from './composed.ts';
import {
  type DistributionCall,
  distributionStatement,
  readDistributions,
  rowsOfDistribution,
  sameValues,
  totalsBeside,
} from './distribution.ts';
import type { MetricCall } from './metric-call.ts';
import { isTimed } from './metric-time.ts';
import { partitionsFor } from './partitions.ts';
import { type Question, whole } from './question.ts';
import { isApart, nothingStands, readSpans, type SpanCall, spanStatement } from './span.ts';

/** Answers the calls of one question, by key. Calls that can share a statement do, and the parts of composed ones are asked with the others. */
export async function answerCalls(ask: Ask, calls: readonly MetricCall[], put: Question): Promise<ReadonlyMap<string, Answer>> {
  const asked = [...new Map(calls.flatMap(withParts).map((call) => [call.resolved.key, call])).values()];
  const question = { ...put, partitions: await partitionsFor(ask, asked, put.database) };
  const spans = asked.filter((call): call is SpanCall => call.metric.kind === 'aggregate' && isTimed(call, 'span'));
  const aggregates = asked.filter((call) => call.metric.kind === 'aggregate' && !isTimed(call, 'span'));
  const distributions = asked.filter((call): call is DistributionCall => call.metric.kind === 'distribution');
  const answers = new Map(
    (
      await Promise.all([
        ...groupBy(aggregates, (call) => sameRows(planOf(call, question))).map((group) => answerAggregates(ask, group, question)),
        ...groupBy(distributions, (call) => sameValues(call, question)).map((group) => answerDistributions(ask, group, question)),
        ...spans.map((call) => answerSpan(ask, call, question)),
      ])
    ).flat(),
  );
  return new Map(calls.map((call) => [call.resolved.key, answerOf(call, answers, question)]));
}

type Entry = readonly [string, Answer];

function withParts(call: MetricCall): readonly MetricCall[] {
  return call.metric.kind === 'composed' ? Object.values(call.parts).flatMap(withParts) : [call];
}

function answerOf(call: MetricCall, answers: ReadonlyMap<string, Answer>, question: Question): Answer {
  if (call.metric.kind === 'composed') {
    const parts = Object.entries(call.parts).map(([name, part]) => [name, answerOf(part, answers, question)] as const);
    return composedAnswer(call.metric, new Map(parts), question);
  }
  const answer = answers.get(call.resolved.key);
  if (!answer) throw new TypeError(`${call.resolved.key} was not asked`);
  return answer;
}

async function answerAggregates(ask: Ask, calls: readonly MetricCall[], question: Question): Promise<readonly Entry[]> {
  const plans = calls.map((call) => planOf(call, question));
  const read = async (asked: Question): Promise<readonly Cells<Inputs>[]> =>
    readAggregates(plans, asked, await ask(aggregateStatement(plans, asked)));
  const apart = plans.some((plan) => plan.each !== null) || overlaps(question);
  const isGrouped = question.grain !== null || question.dimensions.length > 0;
  const byBucket: Question = { ...question, dimensions: [], keep: null };
  const isShared = plans.some((plan) => plan.metric.share) && question.dimensions.length > 0;
  const [sums, wholes, bases] = await Promise.all([
    read(question),
    apart && isGrouped ? read(whole(question)) : null,
    apart && isShared ? read(byBucket) : null,
  ]);
  return calls.flatMap((call, index) => {
    const [plan, own] = [plans[index], sums[index]];
    if (!plan || !own) return [];
    const total = rollUp(wholes?.[index] ?? own, () => everywhere).get(everywhere) ?? {};
    const base = bases?.[index] ?? rollUp(own, ({ bucket }) => ({ bucket, group: [] }));
    return [[call.resolved.key, aggregateAnswer(plan, own, base, total)] as const];
  });
}

function aggregateAnswer(plan: AggregatePlan, own: Cells<Inputs>, base: Cells<Inputs>, total: Inputs): Answer {
  const estimate = (inputs: Inputs, all: Inputs): Estimate => {
    const plain = aggregateEstimate(plan, inputs);
    return plan.metric.share ? shareEstimate(plain, aggregateEstimate(plan, all)) : plain;
  };
  const estimates = cells<Estimate>();
  for (const [place, inputs] of own.entries()) estimates.set(place, estimate(inputs, base.get({ bucket: place.bucket, group: [] }) ?? {}));
  return { cells: estimates, total: estimate(total, total), nothing: estimate({}, {}) };
}

async function answerDistributions(ask: Ask, calls: readonly DistributionCall[], question: Question): Promise<readonly Entry[]> {
  const [first] = calls;
  if (!first) return [];
  const beside = totalsBeside(first, question) || (question.grain === null && question.dimensions.length === 0);
  const read = async (asked: Question) =>
    readDistributions(calls, asked, rowsOfDistribution(first, asked, await ask(distributionStatement(calls, asked))));
  const [own, wholes] = await Promise.all([read(question), beside ? null : read(whole(question))]);
  return calls.map((call, index) => {
    const total = (wholes ?? own)[index]?.total ?? noEstimate;
    return [call.resolved.key, { cells: own[index]?.cells ?? cells(), total, nothing: noEstimate }] as const;
  });
}

async function answerSpan(ask: Ask, call: SpanCall, question: Question): Promise<readonly Entry[]> {
  const read = async (asked: Question) => readSpans(call, asked, await ask(spanStatement(call, asked)));
  const [own, wholes] = await Promise.all([read(question), overlaps(question) || isApart(question) ? read(whole(question)) : null]);
  return [[call.resolved.key, { cells: own.cells, total: (wholes ?? own).total, nothing: nothingStands }]];
}

function planOf(call: MetricCall, question: Question): AggregatePlan {
  return aggregatePlan(call as MetricCall & { metric: AggregateMetric }, question);
}

function overlaps(question: Question): boolean {
  return question.dimensions.some((dimension) => dimension.many);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}
