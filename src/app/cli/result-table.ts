import { formatValue } from '../../catalog/charts/format-value.ts';
import { isDuration } from '../../core/model/duration-unit.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import { type TextColumn, textTable } from './text-table.ts';

type Estimates = Readonly<Record<string, Estimate>>;

/** A result for the eye: each metric with its 95 % interval, n and, for durations, where the figures are from. */
export function resultTable(result: Result): string {
  const columns: TextColumn[] = [
    ...(result.buckets.length > 0 ? [{ title: result.buckets[0]?.key.length === 10 ? 'from' : 'hour' }] : []),
    ...result.dimensions.map((title) => ({ title })),
    ...result.metrics.flatMap((metric) => metricColumns(metric, result)),
  ];
  const rows = result.rows.map((row) => [...placeCells(result, row), ...valueCells(result, row.values, row.comparison)]);
  const blanks = (result.buckets.length > 0 ? 1 : 0) + result.dimensions.length;
  const total = [...placeOfTotal(blanks), ...valueCells(result, result.totals.values, result.totals.comparison)];
  const lines = [textTable(columns, [...rows, total]), '', periodLine(result)];
  return lines.join('\n');
}

function metricColumns(metric: ResolvedMetric, result: Result): TextColumn[] {
  const compared = result.comparisonPeriod === null ? [] : [{ title: 'before', right: true }];
  const values = [{ title: metric.key, right: true }, ...compared];
  if (metric.unit === 'count') return values;
  const source = isDuration(metric.unit) ? [{ title: 'from' }] : [];
  return [...values, { title: '95 %', right: true }, { title: 'n', right: true }, ...source];
}

function valueCells(result: Result, values: Estimates, comparison: Estimates | null): string[] {
  return result.metrics.flatMap((metric) => {
    const estimate = values[metric.key];
    const before = result.comparisonPeriod === null ? [] : [shown(metric, comparison?.[metric.key]?.value)];
    const value = [shown(metric, estimate?.value), ...before];
    if (metric.unit === 'count') return value;
    const source = isDuration(metric.unit) ? [provenanceOf(estimate)] : [];
    return [...value, intervalOf(metric, estimate), String(estimate?.n ?? 0), ...source];
  });
}

function shown(metric: ResolvedMetric, value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : formatValue(value, metric.unit, 'en', true);
}

function intervalOf(metric: ResolvedMetric, estimate: Estimate | undefined): string {
  if (!estimate || estimate.low === null || estimate.high === null) return '–';
  return `${shown(metric, estimate.low)} … ${shown(metric, estimate.high)}`;
}

function provenanceOf(estimate: Estimate | undefined): string {
  const { computed = 0, reported = 0 } = estimate?.provenance ?? {};
  if (computed > 0 && reported > 0) return `computed ${computed}, reported ${reported}`;
  if (computed > 0) return 'computed';
  return reported > 0 ? 'reported' : '–';
}

function placeCells(result: Result, row: ResultRow): string[] {
  const bucket = result.buckets.length > 0 ? [row.bucket ?? ''] : [];
  const names = row.group.map((value, index) => {
    if (row.others && index === 0) return `others (${result.othersCount})`;
    return result.names[value] ?? (value === '' ? '(not known)' : value);
  });
  return [...bucket, ...names];
}

function placeOfTotal(blanks: number): string[] {
  return blanks === 0 ? [] : ['total', ...Array.from({ length: blanks - 1 }, () => '')];
}

function periodLine(result: Result): string {
  const { from, until } = result.period;
  return `${from} until ${until}, ${result.zone}${result.toDate ? ', to date' : ''}`;
}
