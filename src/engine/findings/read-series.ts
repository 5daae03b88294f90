import type { Watched } from '../../catalog/analyses/watch-list.ts';
import { isDuration } from '../../core/model/duration-unit.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Filter } from '../../core/model/query.ts';
import type { DailySeries, SeriesKind } from '../../core/stats/daily-series.ts';
import type { Place } from '../query/cells.ts';
import type { MetricCall } from '../query/metric-call.ts';
import { askDays, type Days, dayOf } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';

/** A part of the facts that is one value of one dimension; null is everything. */
export interface SeriesSegment {
  readonly dimension: string;
  readonly value: string;
}

/** A watched figure by day, everywhere or in one segment. */
export interface WatchedSeries {
  readonly watched: Watched;
  readonly call: MetricCall;
  readonly segment: SeriesSegment | null;
  readonly series: DailySeries;
}

const mostSegments = 40;

/** The series of a watched figure over some days: the whole, or by a dimension its largest segments. */
export async function readSeries(
  source: FindingSource,
  watched: Watched,
  dimension: string | null,
  days: Days,
  filters: readonly Filter[] = [],
): Promise<readonly WatchedSeries[]> {
  const strata = watched.alike === undefined || watched.alike === dimension ? [] : [watched.alike];
  const by = [...(dimension === null ? [] : [dimension]), ...strata];
  const [asked] = await askDays(source, { metrics: [watched.metric], days, daily: true, by, filters });
  if (!asked) throw new TypeError(`${watched.metric} is watched and resolves to nothing`);
  const { call, answer } = asked;
  const groups = new Map<string, { size: number; series: DailySeries }>();
  const groupOf = (value: string) => groups.get(value) ?? { size: 0, series: emptySeries(watched.kind, days) };
  const offsetOf = strata.length === 0 ? () => 0 : stratumOffsets(answer.cells.entries(), dimension !== null, call);
  for (const [place, estimate] of answer.cells.entries()) {
    const value = dimension === null ? '' : (place.group[0] ?? '');
    const group = groupOf(value);
    group.size += estimate.n;
    fill(group.series, dayOf(place) - days.first, estimate, call, offsetOf(place.group));
    groups.set(value, group);
  }
  if (dimension === null && groups.size === 0) groups.set('', { size: 0, series: emptySeries(watched.kind, days) });
  return [...groups]
    .filter(([value]) => dimension === null || value !== '')
    .toSorted(([, left], [, right]) => right.size - left.size)
    .slice(0, mostSegments)
    .map(([value, { series }]) => ({
      watched,
      call,
      series: dimension === null ? series : sinceFirst(series),
      segment: dimension === null ? null : { dimension, value },
    }));
}

/** Before a value was first seen its counts are not known: what did not exist was not 0. */
function sinceFirst(series: DailySeries): DailySeries {
  if (series.kind !== 'count') return series;
  const first = series.amounts.findIndex((amount) => amount > 0);
  return { ...series, amounts: series.amounts.map((amount, day) => (day < first ? Number.NaN : amount)) };
}

function emptySeries(kind: SeriesKind, days: Days): DailySeries {
  const length = days.last - days.first + 1;
  return { kind, firstDay: days.first, amounts: new Float64Array(length), units: new Float64Array(length).fill(kind === 'count' ? 1 : 0) };
}

function fill({ kind, amounts, units }: DailySeries, position: number, estimate: Estimate, call: MetricCall, offset: number): void {
  if (estimate.value === null) return;
  const scaled = scaledValue(estimate.value, call, kind) - offset;
  if (kind === 'count') amounts[position] = scaled;
  else {
    const size = kind === 'level' ? 1 : estimate.n;
    units[position] = (units[position] ?? 0) + size;
    amounts[position] = (amounts[position] ?? 0) + scaled * size;
  }
}

/** By how much a stratum of a group usually lies above the group, so that a day with more chats than mails is no quick day. */
function stratumOffsets(
  entries: Iterable<readonly [Place, Estimate]>,
  isGrouped: boolean,
  call: MetricCall,
): (group: readonly string[]) => number {
  const sums = new Map<string, { sum: number; n: number }>();
  const groupOf = (group: readonly string[]): string => (isGrouped ? (group[0] ?? '') : '');
  for (const [{ group }, { value, n }] of entries) {
    if (value === null) continue;
    for (const key of [JSON.stringify(group), groupOf(group)]) {
      const known = sums.get(key) ?? { sum: 0, n: 0 };
      sums.set(key, { sum: known.sum + n * scaledValue(value, call, 'mean'), n: known.n + n });
    }
  }
  const mean = (key: string): number => (sums.get(key)?.sum ?? 0) / (sums.get(key)?.n || 1);
  return (group) => mean(JSON.stringify(group)) - mean(groupOf(group));
}

/** Percent and points as parts of 1, times and stocks as logarithms. */
export function scaledValue(value: number, { resolved }: MetricCall, kind: SeriesKind): number {
  if (kind === 'count') return value;
  if (kind === 'level') return Math.log(Math.max(value, 0.5));
  if (isDuration(resolved.unit)) return Math.log(Math.max(value, 1000));
  return resolved.unit === 'percent' || resolved.unit === 'points' ? value / 100 : value;
}

/** A figure of a series in the unit of its metric again. */
export function unscaledValue(scaled: number, { resolved }: MetricCall, kind: SeriesKind): number {
  if (kind === 'count') return scaled;
  if (kind === 'level' || isDuration(resolved.unit)) return Math.exp(scaled);
  return resolved.unit === 'percent' || resolved.unit === 'points' ? scaled * 100 : scaled;
}
