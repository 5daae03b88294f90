import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatBucketLong, grainOf } from './format-time.ts';
import { formatValue } from './format-value.ts';
import { shownGroups } from './group-axis.ts';
import { hoverBox, hoverHtml } from './hover.ts';
import { palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf, prepareSeries, type Series } from './series.ts';
import { shorten } from './text-width.ts';
import { extent, valueAxis } from './value-axis.ts';

const widestPanelPx = 260;
const panelPx = 96;
const titlePx = 34;
const gapPx = 16;

/** A small line for each group, all with one scale, the largest first: for more groups than one picture bears. */
export function smallMultiples(result: Result, context: ChartContext): EChartsOption {
  const metric = result.metrics[0];
  if (metric === undefined) return {};
  const groups = shownGroups(prepareSeries(result, context)).filter(({ others }) => !others);
  const columns = columnsFor(groups.length, context);
  const widthPx = (context.widthPx - gapPx * (columns - 1)) / columns;
  const points = groups.map((group) => pointsOf(group, result));
  const values = points.flat().flatMap((value) => value ?? []);
  const scale = valueAxis(metric, { ...extent(values), lowest: Math.min(...values) }, context);
  const palette = palettes[context.theme];
  const place = (index: number) => ({ left: (index % columns) * (widthPx + gapPx), top: Math.floor(index / columns) * (panelPx + gapPx) });
  return {
    animation: false,
    textStyle: { fontFamily },
    title: groups.map((group, index) => titleOf(group, points[index] ?? [], place(index), widthPx, context)),
    grid: groups.map((_, index) => ({ ...place(index), top: place(index).top + titlePx, width: widthPx - 8, height: panelPx - titlePx })),
    xAxis: groups.map((_, index) => ({
      type: 'category' as const,
      gridIndex: index,
      data: result.buckets.map(({ key }) => key),
      boundaryGap: false,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { show: false },
    })),
    yAxis: groups.map((_, index) => ({ ...scale, gridIndex: index, axisLabel: { show: false }, splitLine: { show: false } })),
    tooltip: {
      ...hoverBox(context),
      trigger: 'axis',
      formatter: (hovered: unknown) => {
        const point = [hovered].flat()[0] as { dataIndex: number; seriesIndex: number } | undefined;
        const bucket = result.buckets[point?.dataIndex ?? -1];
        const group = groups[point?.seriesIndex ?? -1];
        if (bucket === undefined || group === undefined) return '';
        const estimate = estimateOf(
          group.rows.find((row) => row.bucket === bucket.key),
          metric,
        );
        const title = formatBucketLong(bucket, grainOf(bucket), context.locale, result.zone);
        return hoverHtml(title, [{ name: group.name, color: group.color, metric, estimate }], context);
      },
    },
    series: groups.map((group, index) => lineOf(group, points[index] ?? [], index, result)),
  };
}

/** How tall the small lines of a result stand at a width. */
export function smallMultiplesHeightPx(result: Result, context: ChartContext): number {
  const groups = shownGroups(prepareSeries(result, context)).filter(({ others }) => !others).length;
  return Math.max(1, Math.ceil(groups / columnsFor(groups, context))) * (panelPx + gapPx);
}

function columnsFor(groups: number, { widthPx }: ChartContext): number {
  return Math.max(1, Math.min(groups, Math.floor((widthPx + gapPx) / (widestPanelPx * 0.7 + gapPx))));
}

function pointsOf(group: Series, result: Result): (number | null)[] {
  const byBucket = new Map(group.rows.map((row) => [row.bucket, estimateOf(row, group.metric)]));
  return result.buckets.map(({ key }) => shownEstimate(group.metric, byBucket.get(key))?.value ?? null);
}

function titleOf(
  group: Series,
  points: readonly (number | null)[],
  place: { left: number; top: number },
  widthPx: number,
  context: ChartContext,
) {
  const palette = palettes[context.theme];
  const last = points.findLast((value) => value !== null) ?? null;
  const text = formatValue(last, group.metric.unit, context.locale);
  return {
    ...place,
    text: shorten(group.name, widthPx - 8),
    subtext: text,
    padding: 0,
    itemGap: 2,
    textStyle: { color: palette.text, fontSize: 12, fontWeight: 600 as const },
    subtextStyle: { color: palette.muted, fontSize: 12 },
  };
}

function lineOf(group: Series, points: readonly (number | null)[], index: number, result: Result): LineSeriesOption {
  return {
    type: 'line',
    name: group.name,
    xAxisIndex: index,
    yAxisIndex: index,
    color: group.color,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: points.filter((value) => value !== null).length === 1,
    lineStyle: { color: group.color, width: 1.5 },
    connectNulls: false,
    data: points.map((value, at) => ({
      value,
      target: targetOf(result, { group: [...group.group], others: false, bucket: result.buckets[at]?.key ?? null }, group.metric.key),
    })) as NonNullable<LineSeriesOption['data']>,
  };
}
