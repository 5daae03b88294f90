import { dot, line, type Markish, text } from '@observablehq/plot';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import { simpleLinearFit } from '../../core/stats/simple-linear-fit.ts';
import { bottomAxis, bottomAxisPx, leftAxis, leftAxisPx, thinTicks } from './axis-marks.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, type DrawnPoint, noDrawing } from './drawing.ts';
import { formatBucketLong, grainOf } from './format-time.ts';
import { freeText } from './free-text.ts';
import { palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { targetOf } from './point-target.ts';
import { type ScatterPoint, scatterPoints } from './scatter-fit.ts';
import { estimateOf } from './series.ts';
import { type Extent, extent, valueAxis } from './value-axis.ts';

/** Points that are named beside them at most; hover names them all. */
const mostNamed = 14;

const titlePx = 24;
const marginRight = 40;

/** Two metrics against each other: the first across, the second up, a point for each group or bucket, and the straight line nearest to them. */
export function scatter(result: Result, context: ChartContext): Drawing {
  const [across, up] = result.metrics;
  if (across === undefined || up === undefined) return noDrawing;
  const points = scatterPoints(result, across, up);
  const xAxis = valueAxis(
    across,
    roomy(
      points.map(({ x }) => x),
      across,
    ),
    context,
  );
  const yAxis = valueAxis(
    up,
    roomy(
      points.map(({ y }) => y),
      up,
    ),
    context,
  );
  const marginLeft = leftAxisPx(yAxis);
  return {
    plot: {
      ...plotFrame(context),
      marginLeft,
      marginRight,
      marginTop: titlePx + 8,
      marginBottom: bottomAxisPx + titlePx,
      x: { type: 'linear', domain: xAxis.domain },
      y: { type: 'linear', domain: yAxis.domain },
      marks: [
        leftAxis(yAxis, context),
        bottomAxis(thinTicks(xAxis, context.widthPx - marginLeft - marginRight), context, true),
        titles(across, up, marginLeft, context),
        ...marksOf(points, result, context),
      ],
    },
    series: [{ name: context.metricName(up), points: reachable(points, result, [across, up], context) }],
    nearest: 'both',
  };
}

/** The extent of values with room for a name at either end; a share has none above 100 %. */
function roomy(values: readonly number[], { unit }: ResolvedMetric): Extent {
  const { lowest, highest } = extent(values);
  const room = (highest - lowest) * 0.05;
  const most = unit === 'percent' ? Math.max(100, highest) : Number.POSITIVE_INFINITY;
  return { lowest: lowest - (lowest > room ? room : 0), highest: Math.min(highest + room, most) };
}

/** What is measured across and up, each at the end of its axis. */
function titles(across: ResolvedMetric, up: ResolvedMetric, leftPx: number, context: ChartContext): Markish[] {
  const fill = palettes[context.theme].muted;
  return [
    text([context.metricName(up)], { text: (name) => name, frameAnchor: 'top-left', lineAnchor: 'bottom', dx: -leftPx, dy: -14, fill }),
    text([context.metricName(across)], {
      text: (name) => name,
      frameAnchor: 'bottom-right',
      lineAnchor: 'top',
      dy: bottomAxisPx + 4,
      fill,
    }),
  ];
}

function marksOf(points: readonly ScatterPoint[], result: Result, context: ChartContext): Markish[] {
  const { accent, muted, rest } = palettes[context.theme];
  const named = points.length <= mostNamed ? points : [];
  const name = ({ row }: ScatterPoint) => pointName(result, row, context);
  return [
    line(lineThrough(points), { stroke: rest, strokeDasharray: '4 3' }),
    dot(points, { x: 'x', y: 'y', fill: accent, fillOpacity: 0.8, r: 5 }),
    freeText(named, { x: 'x', y: 'y', text: name, fill: muted }),
  ];
}

function lineThrough(points: readonly ScatterPoint[]): [number, number][] {
  const fit = simpleLinearFit(points);
  if (fit === null) return [];
  const xs = points.map(({ x }) => x);
  return [Math.min(...xs), Math.max(...xs)].map((x) => [x, fit.intercept + fit.slope * x]);
}

/** The keyboard walks from left to right. */
function reachable(
  points: readonly ScatterPoint[],
  result: Result,
  metrics: readonly [ResolvedMetric, ResolvedMetric],
  context: ChartContext,
): DrawnPoint[] {
  const { accent: color } = palettes[context.theme];
  const sorted = [...points].sort((a, b) => a.x - b.x);
  return sorted.map(({ row, x, y }) => {
    const lines = () => metrics.map((metric) => ({ name: context.metricName(metric), color, metric, estimate: estimateOf(row, metric) }));
    const hover = () => ({ title: pointName(result, row, context), lines: lines() });
    return { x, y, color, target: targetOf(result, row, metrics[0].key), hover };
  });
}

function pointName(result: Result, row: ResultRow, context: ChartContext): string {
  const bucket = result.buckets.find(({ key }) => key === row.bucket);
  const time = bucket === undefined ? [] : [formatBucketLong(bucket, grainOf(result.buckets), context.locale, result.zone)];
  return [...time, ...row.group.map((value, index) => context.nameOf(result.dimensions[index] ?? '', value))].join(' · ');
}
