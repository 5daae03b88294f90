import { dimensions } from '../../catalog/dimensions/index.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import { noEstimate } from '../../core/model/no-estimate.ts';
import type { Filter } from '../../core/model/query.ts';
import { meanContributions, type Part, sumContributions } from '../../core/stats/contributions.ts';
import { type MetricCall, resolveMetric } from '../query/metric-call.ts';
import { carries } from '../query/question.ts';
import { dimensionNamed } from '../query/resolve-query.ts';
import { askDays, type Days } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';
import type { SeriesSegment } from './read-series.ts';

/** A metric in two stretches of time. */
export interface Comparison {
  readonly metric: string;
  readonly before: Days;
  readonly after: Days;
  readonly filters: readonly Filter[];
  /** What counts of before are multiplied by; the length of after over that of before when absent. */
  readonly scale?: number;
  /** Variance of `scale` as a part of its square; sure when absent. */
  readonly scaleVariance?: number;
  /** A dimension within whose values the metric is compared: it is no cause. */
  readonly alike?: string;
  /** Parts in which an event of the calendar began with `after`: looked at before anything is searched. */
  readonly announced?: readonly SeriesSegment[];
}

/** The metric of one value of a dimension before and after, with what it adds to the change of the whole. */
export interface ChangePart extends Part {
  readonly value: string;
  readonly before: Estimate;
  readonly after: Estimate;
  readonly contribution: number;
}

/** Not why something changed, but how it is dealt with or when; people are compared like for like elsewhere. */
const noCauses = new Set([
  ...['status', 'status_then', 'hour', 'weekday', 'age', 'sla_target', 'survey', 'question', 'criterion', 'opened_by', 'handled_by'],
  ...['handler_team', 'sla_outcome'],
]);
/** What a person can act on comes before what describes. */
const order = [
  'category',
  'product',
  'carrier',
  'provider',
  'region',
  'channel',
  'tag',
  'team',
  'language',
  'country',
  'priority',
  'source',
];

/** The dimensions that a change of a metric is searched over, most telling first. */
export function searchedDimensions(call: MetricCall, source: FindingSource): readonly Dimension[] {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...dimensions, ...(source.calendar.fields ?? [])]
    .filter(({ name, ofTime, via }) => !noCauses.has(name) && !ofTime && via !== 'agents')
    .filter((dimension) => datasetsOf(call, source).every((dataset) => carries(dimension, dataset)))
    .toSorted((left, right) => rank(left.name) - rank(right.name));
}

/** Whether a metric can be grouped by a dimension. */
export function carriesDimension(call: MetricCall, name: string, source: FindingSource): boolean {
  const dimension = dimensionNamed(name, source.calendar);
  return datasetsOf(call, source).every((dataset) => carries(dimension, dataset));
}

function datasetsOf({ metric, resolved }: MetricCall, source: FindingSource): readonly Parameters<typeof carries>[1][] {
  if (metric.kind !== 'composed') return [metric.dataset];
  return Object.values(metric.of).flatMap((reference) => {
    const name = typeof reference === 'string' ? reference : reference(resolved.options);
    return resolveMetric(name, source.calendar.house?.definitions).flatMap((part) => datasetsOf(part, source));
  });
}

/** Whether the figures of parts add up to that of the whole, in each bucket of time. */
export function isSum({ metric, resolved }: MetricCall): boolean {
  return metric.kind === 'aggregate' && resolved.unit === 'count';
}

/** Whether it is a stock at the end of a stretch, which the length of the stretch does not change. */
function isStock({ metric }: MetricCall): boolean {
  return metric.kind === 'aggregate' && metric.dataset.times[metric.time]?.kind === 'span';
}

/** The metric over everything, before and after; before is scaled to the length of after where the metric counts events. */
export async function wholeOf(source: FindingSource, comparison: Comparison) {
  const { metric, before, after, filters } = comparison;
  const [[left], [right]] = await Promise.all([
    askDays(source, { metrics: [metric], days: before, filters }),
    askDays(source, { metrics: [metric], days: after, filters }),
  ]);
  if (!left || !right) throw new TypeError(`${metric} resolves to nothing`);
  const { call } = left;
  return { call, before: scaled(left.answer.total, scaleOf(call, comparison)), after: right.answer.total };
}

/** The parts of the change by the values of a dimension. With `outside` the rest of the world is one more part, so that contributions are those to the change of everything. */
export async function partsOf(
  source: FindingSource,
  comparison: Comparison,
  dimension: string,
  outside: Part | null,
): Promise<readonly ChangePart[]> {
  const { metric, before, after, filters } = comparison;
  const [[left], [right]] = await Promise.all([
    askDays(source, { metrics: [metric], days: before, by: [dimension], filters }),
    askDays(source, { metrics: [metric], days: after, by: [dimension], filters }),
  ]);
  if (!left || !right) return [];
  const scale = scaleOf(left.call, comparison);
  const parts = new Map<string, { before: Estimate; after: Estimate }>();
  for (const [{ group }, estimate] of left.answer.cells.entries())
    parts.set(group[0] ?? '', { before: scaled(estimate, scale), after: right.answer.nothing });
  for (const [{ group }, estimate] of right.answer.cells.entries())
    parts.set(group[0] ?? '', { before: parts.get(group[0] ?? '')?.before ?? left.answer.nothing, after: estimate });
  const list = [...parts].map(([value, part]) => ({ value, ...part }));
  const contributions = isSum(left.call) ? sumContributions(list) : meanContributions(outside ? [...list, outside] : list);
  return list.map((part, index) => ({ ...part, contribution: contributions[index] ?? 0 }));
}

function scaleOf(call: MetricCall, { before, after, scale }: Comparison): number {
  if (!isSum(call) || isStock(call)) return 1;
  return scale ?? (after.last - after.first + 1) / (before.last - before.first + 1);
}

function scaled(estimate: Estimate, scale: number): Estimate {
  if (scale === 1 || estimate.value === null) return estimate;
  const times = (value: number | null): number | null => (value === null ? null : value * scale);
  return {
    ...noEstimate,
    value: estimate.value * scale,
    low: times(estimate.low),
    high: times(estimate.high),
    n: estimate.n,
  };
}
