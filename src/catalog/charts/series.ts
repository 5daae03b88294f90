import type { Estimate } from '../../core/model/estimate.ts';
import { noEstimate } from '../../core/model/no-estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { naturalOrder } from './natural-order.ts';
import { colorsOf, palettes } from './palette.ts';

/** One line of a chart over time, or one bar or dot: a group of the result, or one of several metrics. */
export interface Series {
  readonly name: string;
  readonly color: string;
  readonly metric: ResolvedMetric;
  readonly group: readonly string[];
  readonly others: boolean;
  readonly rows: readonly ResultRow[];
}

/** Named series a chart shows at most; what is left is "others". */
export const mostSeries = 5;

/** A name for a group: its values by name, or "others (18)". */
function groupName(result: Result, row: Pick<ResultRow, 'group' | 'others'>, context: ChartContext): string {
  if (row.others) return context.say('chart.others', { count: result.othersCount });
  return row.group.map((value, index) => context.nameOf(result.dimensions[index] ?? '', value)).join(' · ');
}

/** The series of a result in order of size, "others" last: groups of the first metric, or without groups its metrics. */
export function prepareSeries(result: Result, context: ChartContext): Series[] {
  const first = result.metrics[0];
  if (first === undefined) return [];
  if (result.dimensions.length === 0) return result.metrics.map((metric, index) => metricSeries(result, metric, index, context));
  const groups = groupRows(result.rows);
  const [dimension = ''] = result.dimensions;
  const placeOf = (rows: readonly ResultRow[]) => naturalOrder(dimension, rows[0]?.group[0] ?? '') ?? -weightOf(rows, first);
  const named = groups.filter((rows) => !rows[0]?.others).sort((a, b) => placeOf(a) - placeOf(b));
  const rest = groups.filter((rows) => rows[0]?.others);
  const whole = result.dimensions.join(' ');
  const keys = named.map((rows) => keyOf(rows[0]));
  const colors = colorsOf(whole, keys, context.theme, context.frequent?.[whole]);
  return [...named, ...rest].map((rows) => groupSeries(result, rows, first, colors, context));
}

/** What a row says of a metric. */
export function estimateOf(row: ResultRow | undefined, metric: ResolvedMetric): Estimate {
  return row?.values[metric.key] ?? noEstimate;
}

function metricSeries(result: Result, metric: ResolvedMetric, index: number, context: ChartContext): Series {
  const palette = palettes[context.theme];
  const color = index === 0 ? palette.accent : (palette.things[index] ?? palette.rest);
  return { name: lineName(result, metric, context), color, metric, group: [], others: false, rows: result.rows };
}

/** Statistics of one metric are named by the statistic alone. */
function lineName(result: Result, metric: ResolvedMetric, context: ChartContext): string {
  const alike = result.metrics.length > 1 && result.metrics.every(({ name }) => name === metric.name);
  return alike && metric.statistic !== null ? context.say(`statistic.${metric.statistic}`) : context.metricName(metric);
}

function groupSeries(
  result: Result,
  rows: readonly ResultRow[],
  metric: ResolvedMetric,
  colors: ReadonlyMap<string, string>,
  context: ChartContext,
): Series {
  const row = rows[0] ?? { group: [], others: true };
  const color = (row.others ? undefined : colors.get(row.group.join('\u0000'))) ?? palettes[context.theme].rest;
  return { name: groupName(result, row, context), color, metric, group: row.group, others: row.others, rows };
}

function groupRows(rows: readonly ResultRow[]): ResultRow[][] {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function keyOf(row: ResultRow | undefined): string {
  return row === undefined || row.others ? '\u0001' : row.group.join('\u0000');
}

function weightOf(rows: readonly ResultRow[], metric: ResolvedMetric): number {
  return rows.reduce((sum, row) => sum + estimateOf(row, metric).n, 0);
}
