import { noEstimate } from '../../core/model/no-estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatCount, formatPercent, formatPercentagePoints, formatPoints } from './format-number.ts';
import { formatInterval, formatValue } from './format-value.ts';
import { type PointTarget, targetOf } from './point-target.ts';
import { sampleSize } from './sample-size.ts';
import { estimateOf } from './series.ts';
import { type Change, judgeChange, type Verdict } from './verdict.ts';

/** One figure of a row: what it is, how it changed, and what it rests on. */
export interface ComparisonCell {
  readonly metric: string;
  readonly text: string;
  /** `+12%`, `−3 p.p.`; empty where there is nothing to compare with. */
  readonly change: string;
  readonly verdict: Verdict;
  readonly few: boolean;
  /** Interval and n. */
  readonly basis: string;
  readonly target: PointTarget | null;
}

/** Groups down, metrics across: each figure with its change. The first row is everything. */
export interface ComparisonTable {
  readonly metrics: readonly string[];
  readonly rows: readonly { readonly name: string; readonly whole: boolean; readonly cells: readonly ComparisonCell[] }[];
}

/** Several metrics of a result side by side, the largest group of the first metric first. Too few to show is a dash with its n. */
export function comparisonTable(result: Result, context: ChartContext): ComparisonTable {
  const first = result.metrics[0];
  const size = (row: ResultRow) =>
    first === undefined ? 0 : first.unit === 'count' ? (estimateOf(row, first).value ?? 0) : estimateOf(row, first).n;
  const rows = result.rows.filter(({ bucket }) => bucket === null);
  const named = rows.filter(({ others }) => !others).sort((a, b) => size(b) - size(a));
  return {
    metrics: result.metrics.map((metric) => context.metricName(metric)),
    rows: [
      {
        name: context.say('table.all'),
        whole: true,
        cells: result.metrics.map((metric) => cellOf(metric, wholeOf(result), null, context)),
      },
      ...[...named, ...rows.filter(({ others }) => others)].map((row) => ({
        name: nameOf(result, row, context),
        whole: false,
        cells: result.metrics.map((metric) => cellOf(metric, row, targetOf(result, row, metric.key), context)),
      })),
    ],
  };
}

function wholeOf(result: Result): Pick<ResultRow, 'values' | 'comparison'> {
  return result.totals;
}

function nameOf(result: Result, row: ResultRow, context: ChartContext): string {
  if (row.others) return context.say('chart.others', { count: result.othersCount });
  return row.group.map((value, index) => context.nameOf(result.dimensions[index] ?? '', value)).join(' · ');
}

function cellOf(
  metric: ResolvedMetric,
  row: Pick<ResultRow, 'values' | 'comparison'>,
  target: PointTarget | null,
  context: ChartContext,
): ComparisonCell {
  const now = row.values[metric.key] ?? noEstimate;
  const size = sampleSize(metric, now);
  const change = judgeChange(metric, now, row.comparison?.[metric.key] ?? null);
  const n = metric.unit === 'count' ? [] : [context.say('tile.n', { n: formatCount(now.n, context.locale) })];
  const interval = formatInterval(now, metric.unit, context.locale);
  const isShown = size === 'few' || size === 'enough';
  return {
    metric: metric.key,
    text: isShown ? formatValue(now.value, metric.unit, context.locale) : '–',
    change: isShown ? changeText(metric, change, context) : '',
    verdict: change.verdict,
    few: size === 'few',
    basis: [...(interval === null ? [] : [context.say('tile.interval', { interval })]), ...n].join(' · '),
    target,
  };
}

function changeText(metric: ResolvedMetric, { difference, relative }: Change, { locale }: ChartContext): string {
  if (difference === null) return '';
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  const size = Math.abs(difference);
  if (metric.unit === 'percent') return sign + formatPercentagePoints(rounded(size), locale, true);
  if (metric.unit === 'points') return sign + formatPoints(rounded(size), locale);
  return relative === null ? '' : sign + formatPercent(rounded(Math.abs(relative) * 100), locale);
}

function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
