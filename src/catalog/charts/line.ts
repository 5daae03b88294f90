import type { EChartsOption, LineSeriesOption, SeriesOption } from 'echarts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { eventMarks } from './event-marks.ts';
import { fontFamily } from './font-family.ts';
import { formatBucketLong, grainOf } from './format-time.ts';
import { goalLine, goalOf } from './goal-line.ts';
import { type HoverLine, hoverBox, hoverHtml } from './hover.ts';
import { intervalBand } from './interval-band.ts';
import { palettes } from './palette.ts';
import { pendingHatch } from './pending-hatch.ts';
import { targetOf } from './point-target.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf, mostSeries, prepareSeries, type Series } from './series.ts';
import { shorten, textWidthPx } from './text-width.ts';
import { placeEvents, timeAxis } from './time-axis.ts';
import { type Extent, extent, valueAxis } from './value-axis.ts';

/** Below this width names stand above the lines, not at their ends. */
const narrowPx = 520;

const legendTextPx = 170;
const legendMarkPx = 32;
const legendRowPx = 22;

/**
 * A line over time: one per group, at most five and "others". Missing is a gap, a bucket that is not over is dashed, a single line shows
 * its interval as a band and the period before in grey, events are marked with a word.
 */
export function line(result: Result, context: ChartContext): EChartsOption {
  const series = shownSeries(prepareSeries(result, context));
  const metric = result.metrics[0];
  if (metric === undefined) return {};
  const single = series.length === 1 ? series[0] : undefined;
  const marks = placeEvents(result.buckets, context);
  const named = single === undefined;
  const atEnds = named && context.widthPx >= narrowPx;
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: gridOf(series, marks.length > 0, named, context),
    xAxis: timeAxis(result, context),
    yAxis: valueAxis(metric, extentOf(result, series, context), context),
    ...(named && !atEnds ? { legend: legendOf(series, context) } : {}),
    tooltip: { ...hoverBox(context), trigger: 'axis', formatter: (points: unknown) => hover(points, result, series, context) },
    series: [
      ...(single === undefined ? [] : [...pendingHatch(single, result, context), intervalBand(single, result.buckets)]),
      ...(single === undefined ? [] : comparisonLine(single, result, context)),
      ...goalLine(metric, context),
      ...series.flatMap((item, index) => linesOf(item, result, context, atEnds, index === 0 ? marks : [])),
    ] as SeriesOption[],
  };
}

function shownSeries(series: readonly Series[]): readonly Series[] {
  const named = series.filter((item) => !item.others).slice(0, mostSeries);
  return [...named, ...series.filter((item) => item.others)];
}

function gridOf(series: readonly Series[], marked: boolean, named: boolean, context: ChartContext) {
  const atEnds = named && context.widthPx >= narrowPx;
  const labelPx = atEnds ? Math.min(190, Math.max(0, ...series.map((item) => textWidthPx(item.name))) + 16) : 12;
  const legendPx = named && !atEnds ? legendRows(series, context) * legendRowPx + 4 : 0;
  return { left: 4, right: labelPx, top: (marked ? 40 : 12) + legendPx, bottom: 4 };
}

function legendRows(series: readonly Series[], context: ChartContext): number {
  let rows = 1;
  let usedPx = 0;
  for (const item of series) {
    const itemPx = Math.min(textWidthPx(item.name), legendTextPx) + legendMarkPx;
    if (usedPx > 0 && usedPx + itemPx > context.widthPx) {
      rows += 1;
      usedPx = 0;
    }
    usedPx += itemPx;
  }
  return rows;
}

function legendOf(series: readonly Series[], context: ChartContext) {
  return {
    type: 'plain' as const,
    top: 0,
    left: 0,
    padding: 0,
    itemWidth: 12,
    itemHeight: 8,
    itemGap: 8,
    icon: 'roundRect',
    selectedMode: false,
    textStyle: { color: palettes[context.theme].text, fontSize: 12 },
    formatter: (name: string) => shorten(name, legendTextPx),
    data: series.map((item) => item.name),
  };
}

/** The values of a series bucket by bucket; null where it says nothing or rests on too few. */
function pointsOf(series: Series, result: Result): (Estimate | null)[] {
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric)]));
  return result.buckets.map((bucket) => shownEstimate(series.metric, byBucket.get(bucket.key)));
}

function linesOf(
  series: Series,
  result: Result,
  context: ChartContext,
  atEnd: boolean,
  marks: Parameters<typeof eventMarks>[0],
): LineSeriesOption[] {
  const points = pointsOf(series, result);
  const running = result.buckets.map((bucket) => !bucket.complete);
  const nearRunning = running.map((is, index) => is || running[index - 1] === true || running[index + 1] === true);
  const item = (shown: boolean, index: number) => ({
    value: shown ? (points[index]?.value ?? null) : null,
    target: targetOf(
      result,
      { group: [...series.group], others: series.others, bucket: result.buckets[index]?.key ?? null },
      series.metric.key,
    ),
  });
  const style = { color: series.color, width: series.others ? 1.5 : 2 };
  const shared = { type: 'line' as const, name: series.name, color: series.color, symbol: 'circle', symbolSize: 6, connectNulls: false };
  const dashed = running.some(Boolean);
  const label = atEnd ? endLabel(series) : {};
  return [
    {
      ...shared,
      showSymbol: points.filter((point) => point?.value != null).length === 1,
      lineStyle: style,
      data: running.map((is, index) => item(!is, index)),
      ...(running.at(-1) === true ? {} : label),
      ...eventMarks(marks, result.buckets, context),
    },
    ...(dashed
      ? [
          {
            ...shared,
            showSymbol: false,
            lineStyle: { ...style, type: 'dashed' as const },
            data: nearRunning.map((is, index) => item(is, index)),
            ...(running.at(-1) === true ? label : {}),
          },
        ]
      : []),
  ];
}

function endLabel(series: Series): LineSeriesOption {
  return {
    endLabel: { show: true, formatter: series.name, color: series.color, fontSize: 12, distance: 6, overflow: 'truncate', width: 176 },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function comparisonLine(series: Series, result: Result, context: ChartContext): LineSeriesOption[] {
  const byBucket = new Map(
    series.rows.map((row) => [row.bucket, shownEstimate(series.metric, row.comparison?.[series.metric.key])?.value ?? null]),
  );
  const data = result.buckets.map((bucket) => byBucket.get(bucket.key) ?? null);
  if (data.every((value) => value === null)) return [];
  const color = palettes[context.theme].rest;
  const name = context.say('chart.before');
  return [{ type: 'line', name, color, lineStyle: { color, width: 1 }, symbol: 'none', silent: true, z: 1, data }];
}

/** From the lowest value to the highest; of a single line with its interval, and with the period before. */
function extentOf(result: Result, series: readonly Series[], context: ChartContext): Extent {
  const single = series.length === 1;
  const shown = series.flatMap((item) => pointsOf(item, result)).filter((point) => point !== null);
  const before = single ? result.rows.flatMap((row) => row.comparison?.[result.metrics[0]?.key ?? '']?.value ?? []) : [];
  const lows = shown.flatMap((point) => (single ? point.low : null) ?? point.value ?? []);
  const highs = shown.flatMap((point) => (single ? point.high : null) ?? point.value ?? []);
  const goal = result.metrics[0] === undefined ? null : goalOf(result.metrics[0], context);
  return extent([...lows, ...highs, ...before, ...(goal === null ? [] : [goal])]);
}

function hover(points: unknown, result: Result, series: readonly Series[], context: ChartContext): string {
  const index = indexOf(points);
  const bucket = result.buckets[index];
  if (bucket === undefined) return '';
  const lines: HoverLine[] = series.flatMap((item) => {
    const estimate = pointsOf(item, result)[index];
    return estimate == null ? [] : [{ name: item.name, color: item.color, metric: item.metric, estimate }];
  });
  const running = bucket.complete ? '' : ` · ${context.say('chart.running')}`;
  return hoverHtml(
    formatBucketLong(bucket, grainOf(bucket), context.locale, result.zone) + running,
    [...lines, ...before(result, index, context)],
    context,
  );
}

function before(result: Result, index: number, context: ChartContext): HoverLine[] {
  const metric = result.metrics[0];
  if (metric === undefined || result.dimensions.length > 0) return [];
  const row = result.rows.find((candidate) => candidate.bucket === result.buckets[index]?.key);
  const estimate = row?.comparison?.[metric.key];
  if (estimate === undefined) return [];
  return [{ name: context.say('chart.before'), color: palettes[context.theme].rest, metric, estimate }];
}

function indexOf(points: unknown): number {
  const first = Array.isArray(points) ? points[0] : points;
  return (first as { dataIndex?: number } | undefined)?.dataIndex ?? -1;
}
