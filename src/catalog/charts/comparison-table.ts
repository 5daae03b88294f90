import { noEstimate } from '../../core/model/no-estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatCount, formatPercent, formatPercentagePoints, formatPoints } from './format-number.ts';
import { estimateWriter, formatInterval, type ValueWriter } from './format-value.ts';
import { naturalOrder } from './natural-order.ts';
import { type PointTarget, targetOf } from './point-target.ts';
import { sampleSize } from './sample-size.ts';
import { estimateOf } from './series.ts';
import { textWidthPx } from './text-width.ts';
import { type Change, judgeChange, type Verdict } from './verdict.ts';

/** One figure of a row: what it is, how it changed, and what it rests on. */
export interface ComparisonCell {
  readonly metric: string;
  readonly text: string;
  /** `+12%`, `−3 p.p.`, `no change`; empty where there is nothing to compare with. */
  readonly change: string;
  readonly verdict: Verdict;
  readonly few: boolean;
  /** Interval and n. */
  readonly basis: string;
  readonly target: PointTarget | null;
}

/** Groups down, metrics across: each figure with its change. The first row is everything. */
export interface ComparisonTable {
  /** `changePx` is the room that the widest change of the column needs at 12 px; 0 without any. */
  readonly metrics: readonly { readonly name: string; readonly changePx: number }[];
  readonly rows: readonly { readonly name: string; readonly whole: boolean; readonly cells: readonly ComparisonCell[] }[];
}

/** Several metrics of a result side by side, the largest group of the first metric first, or in the order that the groups have themselves. Too few to show is a dash with its n. */
export function comparisonTable(result: Result, context: ChartContext): ComparisonTable {
  const first = result.metrics[0];
  const size = (row: ResultRow) =>
    first === undefined ? 0 : first.unit === 'count' ? (estimateOf(row, first).value ?? 0) : estimateOf(row, first).n;
  const rows = result.rows.filter(({ bucket }) => bucket === null);
  const [dimension = ''] = result.dimensions;
  const place = (row: ResultRow) => naturalOrder(dimension, row.group[0] ?? '') ?? -size(row);
  const named = rows.filter(({ others }) => !others).sort((a, b) => place(a) - place(b));
  const columns = result.metrics.map((metric): Column => {
    const estimates = [wholeOf(result), ...rows].map((row) => row.values[metric.key] ?? noEstimate);
    return { metric, write: estimateWriter(estimates, metric.unit, context.locale) };
  });
  const shown = [
    {
      name: context.say('table.all'),
      whole: true,
      cells: columns.map((column) => cellOf(column, wholeOf(result), null, context)),
    },
    ...[...named, ...rows.filter(({ others }) => others)].map((row) => ({
      name: nameOf(result, row, context),
      whole: false,
      cells: columns.map((column) => cellOf(column, row, targetOf(result, row, column.metric.key), context)),
    })),
  ];
  return {
    metrics: result.metrics.map((metric, index) => ({
      name: context.metricName(metric),
      changePx: roomPx(shown.map(({ cells }) => cells[index]?.change ?? '')),
    })),
    rows: shown,
  };
}

/** Room for the widest of some changes at 12 px, whose signs are wider than letters. */
function roomPx(texts: readonly string[]): number {
  return Math.ceil(Math.max(...texts.map((text) => 1.1 * textWidthPx(text) + 4 * text.replace(/[^+−%]/g, '').length)));
}

function wholeOf(result: Result): Pick<ResultRow, 'values' | 'comparison'> {
  return result.totals;
}

function nameOf(result: Result, row: ResultRow, context: ChartContext): string {
  if (row.others) return context.say('chart.others', { count: result.othersCount });
  return row.group.map((value, index) => context.nameOf(result.dimensions[index] ?? '', value)).join(' · ');
}

/** A metric, and how all values below it are written. */
interface Column {
  readonly metric: ResolvedMetric;
  readonly write: ValueWriter;
}

function cellOf(
  { metric, write }: Column,
  row: Pick<ResultRow, 'values' | 'comparison'>,
  target: PointTarget | null,
  context: ChartContext,
): ComparisonCell {
  const now = row.values[metric.key] ?? noEstimate;
  const size = sampleSize(metric, now);
  const change = judgeChange(metric, now, row.comparison?.[metric.key] ?? null);
  const n = metric.unit === 'count' ? [] : [context.say('tile.n', { n: formatCount(now.n, context.locale) })];
  const interval = formatInterval(now, metric.unit, context.locale, write);
  const isShown = size === 'few' || size === 'enough';
  return {
    metric: metric.key,
    text: isShown ? write(now.value) : '–',
    change: isShown ? changeText(metric, change, context) : '',
    verdict: change.verdict,
    few: size === 'few',
    basis: [...(interval === null ? [] : [context.say('tile.interval', { interval })]), ...n].join(' · '),
    target,
  };
}

function changeText(metric: ResolvedMetric, { difference, relative }: Change, { locale, say }: ChartContext): string {
  const inPoints = metric.unit === 'percent' || metric.unit === 'points';
  const change = inPoints ? difference : relative === null ? null : relative * 100;
  if (difference === null || change === null) return '';
  const size = rounded(Math.abs(change));
  if (size === 0) return say('change.none');
  const sign = difference > 0 ? '+' : '−';
  if (metric.unit === 'percent') return sign + formatPercentagePoints(size, locale, true);
  return sign + (metric.unit === 'points' ? formatPoints(size, locale) : formatPercent(size, locale));
}

function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
