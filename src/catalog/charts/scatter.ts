import type { EChartsOption } from 'echarts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import { type SimpleLinearFit, simpleLinearFit } from '../../core/stats/simple-linear-fit.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatBucketLong, grainOf } from './format-time.ts';
import { hoverBox, hoverHtml } from './hover.ts';
import { palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf } from './series.ts';
import { extent, valueAxis } from './value-axis.ts';

/** A group or a bucket with both of its figures. */
interface Point {
  readonly row: ResultRow;
  readonly x: number;
  readonly y: number;
}

/** Points that are named beside them at most; hover names them all. */
const mostNamed = 14;

/** Two metrics against each other: the first across, the second up, a point for each group or bucket, and the straight line nearest to them. */
export function scatter(result: Result, context: ChartContext): EChartsOption {
  const [across, up] = result.metrics;
  if (across === undefined || up === undefined) return {};
  const points = pointsOf(result, across, up);
  const palette = palettes[context.theme];
  const title = { nameLocation: 'middle' as const, nameTextStyle: { color: palette.muted, fontSize: 12 } };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 40, top: 24, bottom: 8 },
    xAxis: { ...valueAxis(across, extent(points.map(({ x }) => x)), context), ...title, name: context.metricName(across), nameGap: 30 },
    yAxis: { ...valueAxis(up, extent(points.map(({ y }) => y)), context), ...title, name: context.metricName(up), nameGap: 52 },
    tooltip: {
      ...hoverBox(context),
      trigger: 'item',
      formatter: (hovered: unknown) => {
        const point = points[(hovered as { dataIndex: number }).dataIndex];
        if (point === undefined) return '';
        const lines = [across, up].map((metric) => ({
          name: context.metricName(metric),
          color: palette.accent,
          metric,
          estimate: estimateOf(point.row, metric),
        }));
        return hoverHtml(pointName(result, point.row, context), lines, context);
      },
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 10,
        itemStyle: { color: palette.accent },
        data: points.map(({ row, x, y }) => ({
          value: [x, y],
          name: pointName(result, row, context),
          target: targetOf(result, row, across.key),
        })),
        label: {
          show: points.length <= mostNamed,
          position: 'top',
          color: palette.muted,
          fontSize: 12,
          formatter: ({ name }) => String(name),
        },
        labelLayout: { hideOverlap: true },
      },
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { color: palette.rest, width: 1, type: 'dashed' },
        data: lineThrough(points),
        tooltip: { show: false },
      },
    ],
  };
}

/** The straight line through the points of a scatter; null where there is none. */
export function scatterFit(result: Result): SimpleLinearFit | null {
  const [across, up] = result.metrics;
  return across === undefined || up === undefined ? null : simpleLinearFit(pointsOf(result, across, up));
}

/** What rests on too few is left out, and so is "others", which is no thing of its own. */
function pointsOf(result: Result, across: ResolvedMetric, up: ResolvedMetric): readonly Point[] {
  return result.rows.flatMap((row) => {
    const [x, y] = [across, up].map((metric) => shownEstimate(metric, row.values[metric.key])?.value ?? null);
    return row.others || x === null || x === undefined || y === null || y === undefined ? [] : [{ row, x, y }];
  });
}

function lineThrough(points: readonly Point[]): [number, number][] {
  const fit = simpleLinearFit(points);
  if (fit === null) return [];
  const xs = points.map(({ x }) => x);
  return [Math.min(...xs), Math.max(...xs)].map((x) => [x, fit.intercept + fit.slope * x]);
}

function pointName(result: Result, row: ResultRow, context: ChartContext): string {
  const bucket = result.buckets.find(({ key }) => key === row.bucket);
  const time = bucket === undefined ? [] : [formatBucketLong(bucket, grainOf(bucket), context.locale, result.zone)];
  return [...time, ...row.group.map((value, index) => context.nameOf(result.dimensions[index] ?? '', value))].join(' · ');
}
