import type { Dataset, SpanTime } from '../../core/model/dataset.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import { evaluateFormula, parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { Inputs } from './aggregate.ts';
import { type Cells, cells, everywhere, type Place, placeOf, rollUp } from './cells.ts';
import { choiceOf, conditional } from './choice.ts';
import { dimensionsOf, filterConditions, instantSql, populationCondition, where } from './conditions.ts';
import { groupBy, groupColumns, grouping, groupNames } from './grouping.ts';
import type { MetricCall } from './metric-call.ts';
import { timeOf } from './metric-time.ts';
import { partitionConditions } from './partitions.ts';
import type { Question } from './question.ts';
import { relation } from './relation.ts';
import { asksForStanding, readStanding, standing } from './standing.ts';

/** A call of an aggregate over spans. */
export type SpanCall = MetricCall & { readonly metric: AggregateMetric };

type Row = Readonly<Record<string, unknown>>;

/** How many spans began and ended by place, what lies before the period with `before` set; or, where ages are asked for, how many stand open at the end of each bucket. */
export function spanStatement(call: SpanCall, question: Question): Sql {
  const { dataset } = call.metric;
  const time = spanOf(call);
  const own = call.metric.where ? [conditional(call.metric.where, choiceOf(call, question))] : [];
  return asksForStanding(question) ? standingStatement(dataset, time, own, question) : edgesStatement(dataset, time, own, question);
}

/** What the rows of a statement say by place, and over all places where these do not overlap. */
export interface SpanAnswer {
  readonly cells: Cells<Estimate>;
  readonly total: Estimate;
}

/** Reads the rows of the statement. */
export function readSpans(call: SpanCall, question: Question, rows: readonly Row[]): SpanAnswer {
  if (asksForStanding(question)) return readStood(call, question, rows);
  const sums = edgeSums(question, rows);
  const estimates = cells<Estimate>();
  for (const group of groupsOf(sums))
    for (const [place, value] of groupEstimates(call.metric, sums, group, question.buckets).entries()) estimates.set(place, value);
  const all = rollUp(sums, () => everywhere);
  return { cells: estimates, total: groupEstimates(call.metric, all, [], []).get(everywhere) ?? nothingStands };
}

/** Whether the places of a question cannot be added up: what stands at the end of one bucket may stand at the end of the next. */
export function isApart(question: Question): boolean {
  return question.grain !== null && asksForStanding(question);
}

/** The estimate of a place that no row speaks of. */
export const nothingStands: Estimate = { value: 0, low: null, high: null, n: 0 };

/** Sums of begun and ended spans by place, with those before the period as `entered_before` and `left_before` of no bucket. */
function edgeSums(question: Question, rows: readonly Row[]): Cells<Inputs> {
  const sums = cells<Record<string, number>>();
  for (const row of rows) {
    const before = Boolean(Number(row.before));
    const place = placeOf(row, question);
    const target = before ? { ...place, bucket: null } : place;
    const suffix = before ? '_before' : '';
    const sum = sums.get(target) ?? {};
    for (const name of ['entered', 'left']) sum[`${name}${suffix}`] = (sum[`${name}${suffix}`] ?? 0) + Number(row[name]);
    sums.set(target, sum);
  }
  return sums;
}

function groupEstimates(
  metric: AggregateMetric,
  sums: Cells<Inputs>,
  group: readonly string[],
  buckets: Question['buckets'],
): Cells<Estimate> {
  const result = cells<Estimate>();
  const everything: Place = { bucket: null, group };
  const before = sums.get(everything);
  let standingNow = (before?.entered_before ?? 0) - (before?.left_before ?? 0);
  const places = buckets.length === 0 ? [everything] : buckets.map(({ column }) => ({ bucket: column, group }));
  for (const place of places) {
    const sum = sums.get(place);
    const inputs = { at_start: standingNow, entered: sum?.entered ?? 0, left: sum?.left ?? 0 };
    standingNow += inputs.entered - inputs.left;
    result.set(place, spanEstimate(metric, inputs));
  }
  return result;
}

/** Within a band of age spans come and go by growing older, so only what stands at the end can be told: it stands in for the start, and nothing came or went. */
function readStood(call: SpanCall, question: Question, rows: readonly Row[]): SpanAnswer {
  const estimates = cells<Estimate>();
  let all = 0;
  for (const row of readStanding(question, rows)) {
    all += Number(row.standing);
    estimates.set(placeOf(row, question), standingEstimate(call.metric, Number(row.standing)));
  }
  return { cells: estimates, total: standingEstimate(call.metric, all) };
}

function standingEstimate(metric: AggregateMetric, count: number): Estimate {
  return spanEstimate(metric, { at_start: count, entered: 0, left: 0 });
}

function spanEstimate(metric: AggregateMetric, inputs: Inputs): Estimate {
  return { value: evaluateFormula(metric.value, inputs), low: null, high: null, n: evaluateFormula(parseFormula(metric.n), inputs) ?? 0 };
}

function spanOf(call: SpanCall): SpanTime {
  const time = timeOf(call);
  if (time?.kind !== 'span') throw new TypeError(`${call.metric.name} is not counted by a span`);
  return time;
}

function standingStatement(dataset: Dataset, time: SpanTime, own: readonly Sql[], question: Question): Sql {
  const stood = standing(question, dataset, time);
  const selected = [...stood.selected, sql`count() AS standing`];
  const conditions = [...stood.conditions, ...own];
  return sql`SELECT ${join(selected)}${relation(dataset, question, [...selected, ...conditions])}${where(conditions)}${groupBy(stood.names)}`;
}

/** Both ends of each span as rows of their own. A span that began and ended before the period changes nothing in it and is left out. */
function edgesStatement(dataset: Dataset, time: SpanTime, own: readonly Sql[], question: Question): Sql {
  const start = instantSql(question.fromMs);
  const until = instantSql(question.untilMs);
  const names = groupNames(question);
  const bucket = grouping({ ...question, dimensions: [] }, sql`greatest(edge_at, ${start})`, () => sql``);
  const before = identifier('before');
  return sql`SELECT ${join([...bucket.selected, ...names, sql`edge_at < ${start} AS ${before}`, sql`countIf(edge_begins) AS entered`, sql`countIf(NOT edge_begins) AS left`])}
FROM (
SELECT ${join([...names, sql`edge.1 AS edge_at`, sql`edge.2 AS edge_begins`])}
FROM (
${spansStatement(dataset, time, own, question)}
)
ARRAY JOIN if(span_until IS NULL, [(span_from, true)], [(span_from, true), (assumeNotNull(span_until), false)]) AS edge
)
WHERE edge_at < ${until}${groupBy([...bucket.names, ...names, before])}`;
}

/** The spans that may begin, stand open or end in the period, with their groups. */
function spansStatement(dataset: Dataset, time: SpanTime, own: readonly Sql[], question: Question): Sql {
  const { fromMs, untilMs } = question;
  const start = instantSql(fromMs);
  const read = dimensionsOf(question, dataset, { at: time.from });
  const selected = [...groupColumns(question, read), sql`${time.from} AS span_from`, sql`${time.until} AS span_until`];
  const conditions = [
    populationCondition(dataset, question),
    ...(time.earliest
      ? partitionConditions(question.partitions, dataset, { at: time.earliest }, { fromMs: Number.NEGATIVE_INFINITY, untilMs })
      : []),
    ...own,
    sql`(${time.until} IS NULL OR ${time.until} >= ${start} OR ${time.from} >= ${start})`,
    ...filterConditions(question, read),
  ];
  return sql`SELECT ${join(selected)}${relation(dataset, question, [...selected, ...conditions])}${where(conditions)}`;
}

function groupsOf(sums: Cells<Inputs>): readonly (readonly string[])[] {
  return [...new Map(sums.entries().map(([place]) => [JSON.stringify(place.group), place.group] as const)).values()];
}
