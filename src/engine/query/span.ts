import type { Estimate } from '../../core/model/estimate.ts';
import { evaluateFormula, parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { join, type Sql, sql } from '../../core/sql/sql.ts';
import type { Inputs } from './aggregate.ts';
import { type Cells, cells, type Place, placeOf } from './cells.ts';
import { filterConditions, instantSql, where } from './conditions.ts';
import { groupBy, grouping } from './grouping.ts';
import type { Question } from './question.ts';
import { relation } from './relation.ts';

/** How many spans began and ended by place; what lies before the period has `before` set. */
export function spanStatement(metric: AggregateMetric, question: Question): Sql {
  const { dataset } = metric;
  const time = dataset.times[metric.time];
  if (time?.kind !== 'span') throw new TypeError(`${metric.name} is not counted by a span`);
  const edges = [
    { at: time.from, counts: [sql`count() AS entered`, sql`0 AS left`] },
    { at: sql`assumeNotNull(${time.until})`, counts: [sql`0 AS entered`, sql`count() AS left`], condition: sql`${time.until} IS NOT NULL` },
  ].map(({ at, counts, condition }) => edgeStatement(metric, question, at, counts, condition));
  const [begins, ends] = edges;
  return sql`${begins ?? sql``}\nUNION ALL\n${ends ?? sql``}`;
}

/** Sums of begun and ended spans by place, with those before the period as `entered_before` and `left_before` of no bucket. */
export function readSpans(question: Question, rows: readonly Readonly<Record<string, unknown>>[]): Cells<Inputs> {
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

/** What a span metric says bucket by bucket for one group, or of the whole period when there are no buckets. */
export function spanEstimates(
  metric: AggregateMetric,
  sums: Cells<Inputs>,
  group: readonly string[],
  buckets: readonly string[],
): Cells<Estimate> {
  const result = cells<Estimate>();
  const whole: Place = { bucket: null, group };
  const before = sums.get(whole);
  let standing = (before?.entered_before ?? 0) - (before?.left_before ?? 0);
  const places = buckets.length === 0 ? [whole] : buckets.map((bucket) => ({ bucket, group }));
  for (const place of places) {
    const sum = sums.get(place);
    const inputs = { at_start: standing, entered: sum?.entered ?? 0, left: sum?.left ?? 0 };
    standing += inputs.entered - inputs.left;
    result.set(place, spanEstimate(metric, inputs));
  }
  return result;
}

function spanEstimate(metric: AggregateMetric, inputs: Inputs): Estimate {
  return { value: evaluateFormula(metric.value, inputs), low: null, high: null, n: evaluateFormula(parseFormula(metric.n), inputs) ?? 0 };
}

function edgeStatement(metric: AggregateMetric, question: Question, at: Sql, counts: readonly Sql[], condition?: Sql): Sql {
  const { dataset } = metric;
  const start = instantSql(question.fromMs);
  const groups = grouping(question, dataset, sql`greatest(${at}, ${start})`);
  const selected = [...groups.selected, sql`${at} < ${start} AS before`, ...counts];
  const conditions = [
    dataset.population,
    ...(condition ? [condition] : []),
    sql`${at} < ${instantSql(question.untilMs)}`,
    ...filterConditions(question, dataset, at),
  ];
  return sql`SELECT ${join(selected)}${relation(dataset, question.database, [...selected, ...conditions])}${where(conditions)}${groupBy([...groups.names, sql`before`])}`;
}
