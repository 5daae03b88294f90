import { category } from '../../catalog/dimensions/category.ts';
import { closedValues } from '../../catalog/dimensions/closed-values.ts';
import { dimensions } from '../../catalog/dimensions/index.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Filter, Query } from '../../core/model/query.ts';
import { UserError } from '../../core/model/user-error.ts';
import { type Bucket, buckets } from '../../core/time/buckets.ts';
import type { Weekday } from '../../core/time/calendar-day.ts';
import { type Calendar, type Period, resolvePeriod } from '../../core/time/period.ts';
import { comparisonPeriod } from '../../core/time/period-comparison.ts';
import { type CategoryMerge, mergedCategories } from './merged-categories.ts';
import { type HouseDefinitions, type MetricCall, resolveMetric } from './metric-call.ts';
import { notKnown } from './not-known.ts';

/** How a workspace counts, and what it holds. Instants are epoch milliseconds. */
export interface WorkspaceCalendar {
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly nowMs: number;
  /** First and last fact; null when there is none. */
  readonly dataFromMs: number | null;
  readonly dataUntilMs: number | null;
  /** What the house has decided; nothing when absent. */
  readonly house?: House;
  /** Dimensions that only this workspace has: its custom fields. */
  readonly fields?: readonly Dimension[];
}

/** What the house has decided about its figures. */
export interface House {
  readonly definitions: HouseDefinitions;
  /** Categories that are shown as one. */
  readonly merges: readonly CategoryMerge[];
}

/** What a dimension may depend on beside its declaration. */
export type DimensionSource = Pick<WorkspaceCalendar, 'house' | 'fields'>;

/** A query with every word looked up and every default filled in. */
export interface ResolvedQuery {
  readonly query: Query;
  readonly calls: readonly MetricCall[];
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly { readonly dimension: Dimension; readonly filter: Filter }[];
  readonly merges: readonly CategoryMerge[];
  readonly calendar: Calendar;
  readonly period: Period;
  readonly comparison: Period | null;
  readonly buckets: readonly Bucket[];
  readonly comparisonBuckets: readonly Bucket[];
}

const byName = new Map(dimensions.map((dimension) => [dimension.name, dimension]));

/**
 * Looks up every word of a query.
 * @throws UserError for an unknown metric, option, dimension, value of a closed list, zone or period: one sentence that says what is allowed.
 */
export function resolveQuery(query: Query, workspace: WorkspaceCalendar): ResolvedQuery {
  const calls = query.metrics.flatMap((text) => resolveMetric(text, workspace.house?.definitions));
  const calendar: Calendar = {
    zone: query.zone ?? workspace.zone,
    weekStart: (query.weekStart as Weekday | undefined) ?? workspace.weekStart,
    now: workspace.nowMs,
    ...(workspace.dataFromMs === null ? {} : { dataFromMs: workspace.dataFromMs }),
    ...(workspace.dataUntilMs === null ? {} : { dataUntilMs: workspace.dataUntilMs }),
  };
  return {
    query,
    calls: [...new Map(calls.map((call) => [call.resolved.key, call])).values()],
    dimensions: query.by.map((name) => dimensionNamed(name, workspace)),
    filters: query.filters.map((filter) => checkedFilter(filter, dimensionNamed(filter.dimension, workspace))),
    merges: workspace.house?.merges ?? [],
    calendar,
    ...resolveTimes(query, calendar),
  };
}

/** The dimension of that name, with the categories that the house has merged, or a field of the workspace. */
export function dimensionNamed(name: string, { house, fields = [] }: DimensionSource = {}): Dimension {
  const dimension = byName.get(name) ?? fields.find((field) => field.name === name);
  if (!dimension) throw notKnown('dimension', name, [...byName.keys(), ...fields.map((field) => field.name)]);
  return dimension.name === category.name && house ? mergedCategories(dimension, house.merges) : dimension;
}

function checkedFilter(filter: Filter, dimension: Dimension): ResolvedQuery['filters'][number] {
  const takesValues = filter.operator !== 'is empty' && filter.operator !== 'is not empty';
  if (takesValues && filter.values.length === 0) {
    throw new UserError('bad_filter', `the filter on ${filter.dimension} says "${filter.operator}" and names no value; name at least one`);
  }
  const closed = closedValues(dimension);
  const unknown = filter.values.find((value) => value !== '' && closed?.includes(value) === false);
  if (unknown !== undefined) throw notKnown(`value of ${dimension.name}`, unknown, closed ?? []);
  return { dimension, filter };
}

function resolveTimes(query: Query, calendar: Calendar): Pick<ResolvedQuery, 'period' | 'comparison' | 'buckets' | 'comparisonBuckets'> {
  try {
    const period = resolvePeriod(query.period, calendar);
    const comparison = query.compare === 'none' ? null : comparisonPeriod(period, query.compare, calendar);
    const grain = query.grain;
    return {
      period,
      comparison,
      buckets: grain ? buckets(period, grain, calendar) : [],
      comparisonBuckets: grain && comparison ? buckets(comparison, grain, calendar) : [],
    };
  } catch (error) {
    if (error instanceof RangeError) throw new UserError('bad_period', error.message);
    throw error;
  }
}
