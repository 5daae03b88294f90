import type { Estimate } from '../../core/model/estimate.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { integer, join, level, render, type Sql, sql } from '../../core/sql/sql.ts';
import { meanInterval } from '../../core/stats/mean-interval.ts';
import { medianInterval, medianIntervalLevels, medianIntervalOfQuantiles, mostSortedValues } from '../../core/stats/median-interval.ts';
import { provenanceCounts } from './aggregate.ts';
import { type Cells, cells, placeOf } from './cells.ts';
import { type Asked, choiceOf, conditional } from './choice.ts';
import { dimensionsOf, eventConditions, filterConditions, where } from './conditions.ts';
import { groupBy, grouping } from './grouping.ts';
import type { MetricCall } from './metric-call.ts';
import { isTimed, timeName, timeOf } from './metric-time.ts';
import type { Question } from './question.ts';
import { readingFor, relation } from './relation.ts';
import { readStanding, type Standing, standing } from './standing.ts';

export type DistributionCall = MetricCall & { readonly metric: DistributionMetric };

/** Calls that one statement can answer: the same value of the same rows. */
export function sameValues(call: DistributionCall, asked: Asked): string {
  const { where: own } = call.metric;
  const rows = [valueSql(call, asked), ...(own ? [conditional(own, choiceOf(call, asked))] : [])];
  return JSON.stringify([call.metric.name, call.metric.dataset.name, timeName(call), rows.map(render)]);
}

/** Whether the statement of a question can give the total beside its groups: one group that does not overlap. Of open spans a bucket is no part of a total. */
export function totalsBeside(call: DistributionCall, question: Question): boolean {
  if (question.grain !== null && isTimed(call, 'span')) return false;
  return (question.grain === null ? 0 : 1) + question.dimensions.length === 1 && !question.dimensions.some((dimension) => dimension.many);
}

/** One statement for statistics of the same value. Quantiles are exact (R type 7). A row with `is_total` is over all groups. */
export function distributionStatement(calls: readonly DistributionCall[], question: Question): Sql {
  const [first] = calls;
  if (!first) throw new TypeError('no calls');
  const { metric } = first;
  const source = sourceOf(first, question);
  const value = valueSql(first, question, source.atMs);
  const totals = totalsBeside(first, question);
  const selected = [
    ...source.selected,
    ...(totals ? source.names.map((name) => sql`grouping(${name}) AS is_total`) : []),
    sql`count() AS n`,
    ...statistics(calls, value),
    ...provenanceCounts(metric.provenance),
  ];
  const choice = choiceOf(first, question, source.atMs);
  const conditions = [
    ...source.conditions,
    ...(metric.where ? [conditional(metric.where, choice)] : []),
    ...(source.atMs ? [] : [sql`${value} IS NOT NULL`]),
  ];
  return sql`SELECT ${join(selected)}${relation(metric.dataset, readingFor(question, timeOf(first)), [...selected, ...conditions])}${where(conditions)}${groupBy(source.names)}${totals ? sql` WITH ROLLUP` : sql``}`;
}

/** The rows of a statement in the words of its question. */
export function rowsOfDistribution(
  call: DistributionCall,
  question: Question,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  return isTimed(call, 'span') ? readStanding(question, rows) : rows;
}

/** The estimates of a call by place, and over all of them where the rows tell. */
export interface DistributionEstimates {
  readonly cells: Cells<Estimate>;
  readonly total: Estimate | null;
}

/** The estimates of each call. */
export function readDistributions(
  calls: readonly DistributionCall[],
  question: Question,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly DistributionEstimates[] {
  const known = rows.filter((row) => Number(row.n) > 0);
  const isTotal = (row: Readonly<Record<string, unknown>>): boolean => Number(row.is_total ?? 0) === 1;
  const whole = known.find((row) => isTotal(row) || (question.grain === null && question.dimensions.length === 0));
  return calls.map((call) => {
    const estimates = cells<Estimate>();
    for (const row of known) if (!isTotal(row)) estimates.set(placeOf(row, question), estimate(call, row));
    return { cells: estimates, total: whole ? estimate(call, whole) : null };
  });
}

/** The value of a row under the choices of a call; `standingMs` is the instant that open spans are looked at. */
export function valueSql(call: DistributionCall, asked: Asked, standingMs?: Sql): Sql {
  return call.metric.of(choiceOf(call, asked, standingMs));
}

type Source = Omit<Standing, 'atMs'> & Partial<Pick<Standing, 'atMs'>>;

function sourceOf(call: DistributionCall, question: Question): Source {
  const { dataset } = call.metric;
  const time = timeOf(call);
  if (!time) throw new TypeError(`${call.metric.name} has no time`);
  if (time.kind === 'span') return standing(question, dataset, time);
  const read = dimensionsOf(question, dataset, time);
  return {
    ...grouping(question, time.at, read),
    conditions: [...eventConditions(dataset, question, time), ...filterConditions(question, read)],
  };
}

/** Durations are whole milliseconds; their squares are summed exactly, as a floating sum would depend on the order of the rows. */
function statistics(calls: readonly DistributionCall[], value: Sql): readonly Sql[] {
  const asked = new Set(calls.map((call) => call.resolved.statistic));
  const whole = sql`toInt128(assumeNotNull(${value}))`;
  return [
    ...(asked.has('median')
      ? [
          sql`quantilesExactInclusive(${join(medianIntervalLevels.map(level))})(assumeNotNull(${value})) AS medians`,
          sql`if(n > ${integer(mostSortedValues)}, [], arraySort(groupArray(${integer(mostSortedValues)})(assumeNotNull(${value})))) AS sorted`,
        ]
      : []),
    ...(asked.has('p90') ? [sql`quantileExactInclusive(0.9)(assumeNotNull(${value})) AS p90`] : []),
    ...(asked.has('mean') ? [sql`toFloat64(sum(${whole})) AS total`, sql`toFloat64(sum(${whole} * ${whole})) AS squares`] : []),
  ];
}

function estimate(call: DistributionCall, row: Readonly<Record<string, unknown>>): Estimate {
  const n = Number(row.n);
  return {
    ...statisticOf(call, row, n),
    n,
    ...(call.metric.provenance ? { provenance: { computed: Number(row.computed), reported: Number(row.reported) } } : {}),
  };
}

function statisticOf(call: DistributionCall, row: Readonly<Record<string, unknown>>, n: number): Pick<Estimate, 'value' | 'low' | 'high'> {
  switch (call.resolved.statistic) {
    case 'p90':
      return { value: Number(row.p90), low: null, high: null };
    case 'mean': {
      const total = Number(row.total);
      const interval = meanInterval(n, total, Number(row.squares));
      return { value: total / n, low: interval?.low ?? null, high: interval?.high ?? null };
    }
    default: {
      const quantiles = numbers(row.medians);
      const interval = medianInterval(numbers(row.sorted)) ?? medianIntervalOfQuantiles(n, quantiles);
      return { value: quantiles[2] ?? null, low: interval?.low ?? null, high: interval?.high ?? null };
    }
  }
}

function numbers(list: unknown): readonly number[] {
  return (list as readonly unknown[]).map(Number);
}
