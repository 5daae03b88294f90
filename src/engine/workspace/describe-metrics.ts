import { dimensions } from '../../catalog/dimensions/index.ts';
import { metrics } from '../../catalog/metrics/index.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { formulaWords } from '../../core/model/formula.ts';
import { type Locale, locales } from '../../core/model/locale.ts';
import type { AggregateMetric, Metric } from '../../core/model/metric.ts';
import { variantsOf } from '../../core/model/metric-variant.ts';
import { referenceIn } from '../../core/model/reference.ts';
import { render, type Sql } from '../../core/sql/sql.ts';
import { aggregatePlan, aggregateStatement } from '../query/aggregate.ts';
import { type DistributionCall, distributionStatement } from '../query/distribution.ts';
import { type MetricCall, resolveMetric } from '../query/metric-call.ts';
import { isTimed } from '../query/metric-time.ts';
import { carries, type Question } from '../query/question.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import { spanStatement } from '../query/span.ts';

type Description = Output<'metrics'>[number];

/** Every metric with its definition in all languages, its reference in the one asked for, and the statement of its default choice over all time. */
export function describeMetrics(database: string, calendar: WorkspaceCalendar, locale: Locale): Output<'metrics'> {
  return metrics.map((metric) => ({
    name: metric.name,
    kind: metric.kind,
    unit: metric.unit,
    better: metric.better,
    dataset: metric.kind === 'composed' ? null : metric.dataset.name,
    time: metric.kind === 'composed' ? null : metric.time,
    statistics: metric.kind === 'distribution' ? [...metric.statistics] : [],
    options: Object.fromEntries(Object.entries(metric.options ?? {}).map(([name, values]) => [name, [...values]])),
    parameters: { ...metric.parameters },
    variants: variantsOf(metric).slice(1),
    dimensions: dimensionsOf(metric, calendar.fields),
    counterweight: metric.counterweight ?? null,
    reference: referenceIn(metric.reference, locale),
    ...textsOf(metric),
    sql: statementsOf(metric, questionOf(database, calendar)).join('\n\n'),
  }));
}

function textsOf(metric: Metric): Pick<Description, 'label' | 'definition' | 'edgeCases' | 'formula'> {
  return {
    label: byLocale((locale) => metric.text[locale].label),
    definition: byLocale((locale) => metric.text[locale].definition),
    edgeCases: byLocale((locale) => metric.text[locale].edgeCases),
    formula: byLocale((locale) => formulaText(metric, locale)),
  };
}

function byLocale(text: (locale: Locale) => string): Record<string, string> {
  return Object.fromEntries(locales.map((locale) => [locale, text(locale)]));
}

function formulaText(metric: Metric, locale: Locale): string {
  if (metric.kind === 'distribution') return '';
  const parts = partsOf(metric);
  return formulaWords(metric.value, (input) => metric.text[locale].inputs?.[input] ?? parts[input]?.metric.text[locale].label ?? input);
}

/** The parts of a composed metric in its default choice; none of another. */
function partsOf(metric: Metric): Readonly<Record<string, MetricCall>> {
  return resolveMetric(metric.name)[0]?.parts ?? {};
}

/** Dimensions that every dataset of the metric carries. */
function dimensionsOf(metric: Metric, fields: readonly Dimension[] = []): string[] {
  const all = datasetsOf(metric);
  return [...dimensions, ...fields]
    .filter((dimension) => all.every((dataset) => carries(dimension, dataset)))
    .map((dimension) => dimension.name);
}

function datasetsOf(metric: Metric): readonly Dataset[] {
  return metric.kind === 'composed' ? Object.values(partsOf(metric)).flatMap((call) => datasetsOf(call.metric)) : [metric.dataset];
}

function statementsOf(metric: Metric, question: Question): readonly string[] {
  if (metric.kind === 'composed') return Object.values(partsOf(metric)).flatMap((call) => statementsOf(call.metric, question));
  const calls = resolveMetric(metric.name);
  return [render(statementOf(calls, question)).text];
}

function statementOf(calls: readonly MetricCall[], question: Question): Sql {
  const [first] = calls;
  if (!first) throw new TypeError('no calls');
  if (first.metric.kind === 'distribution') return distributionStatement(calls as readonly DistributionCall[], question);
  const call = first as MetricCall & { metric: AggregateMetric };
  if (isTimed(call, 'span')) return spanStatement(call, question);
  return aggregateStatement([aggregatePlan(call, question)], question);
}

function questionOf(database: string, calendar: WorkspaceCalendar): Question {
  return {
    database,
    fromMs: calendar.dataFromMs ?? 0,
    untilMs: calendar.nowMs,
    grain: null,
    buckets: [],
    zone: calendar.zone,
    weekStart: calendar.weekStart,
    nowMs: calendar.nowMs,
    dimensions: [],
    filters: [],
    merges: calendar.house?.merges ?? [],
    include: [],
    keep: null,
  };
}
