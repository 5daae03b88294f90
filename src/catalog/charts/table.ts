import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatCount } from './format-number.ts';
import { formatBucketLong, grainOf } from './format-time.ts';
import { estimateWriter, formatInterval } from './format-value.ts';
import { type PointTarget, targetOf } from './point-target.ts';
import { estimateOf } from './series.ts';

/** A result as a table of texts: what a screen reader gets of a chart. */
export interface TableView {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly target: PointTarget | null }[];
}

/** Every row of a result with exact values, intervals and n. */
export function table(result: Result, context: ChartContext, dimensionName: (dimension: string) => string): TableView {
  const overTime = result.rows.some((row) => row.bucket !== null);
  const text = (name: string) => ({ name, numeric: false });
  const figure = (name: string) => ({ name, numeric: true });
  const figures = result.metrics.map((metric) => figuresOf(metric, result.rows, context));
  return {
    columns: [
      ...(overTime ? [text(context.say('table.time'))] : []),
      ...result.dimensions.map((dimension) => text(dimensionName(dimension))),
      ...result.metrics.flatMap((metric) =>
        metric.unit === 'count'
          ? [figure(context.metricName(metric))]
          : [figure(context.metricName(metric)), figure(context.say('table.interval')), figure('n')],
      ),
    ],
    rows: result.rows.map((row) => ({
      cells: [
        ...(overTime ? [bucketText(result, row, context)] : []),
        ...groupTexts(result, row, context),
        ...figures.flatMap((cells) => cells(row)),
      ],
      target: targetOf(result, row, result.metrics[0]?.key ?? ''),
    })),
  };
}

function bucketText(result: Result, row: ResultRow, context: ChartContext): string {
  const bucket = result.buckets.find((candidate) => candidate.key === row.bucket);
  if (bucket === undefined) return row.bucket ?? '';
  const text = formatBucketLong(bucket, grainOf(result.buckets), context.locale, result.zone);
  return bucket.complete ? text : `${text} · ${context.say('chart.partly')}`;
}

function groupTexts(result: Result, row: ResultRow, context: ChartContext): string[] {
  if (row.others)
    return result.dimensions.map((_, index) => (index === 0 ? context.say('chart.others', { count: result.othersCount }) : ''));
  return result.dimensions.map((dimension, index) => context.nameOf(dimension, row.group[index] ?? ''));
}

/** The cells of a metric in each of the rows, all of them told alike. */
function figuresOf(metric: ResolvedMetric, rows: readonly ResultRow[], { locale }: ChartContext): (row: ResultRow) => string[] {
  const estimates = rows.map((row) => estimateOf(row, metric));
  const write = estimateWriter(estimates, metric.unit, locale, true);
  if (metric.unit === 'count') return (row) => [write(estimateOf(row, metric).value)];
  return (row) => {
    const estimate = estimateOf(row, metric);
    return [write(estimate.value), formatInterval(estimate, metric.unit, locale, write) ?? '–', formatCount(estimate.n, locale)];
  };
}
