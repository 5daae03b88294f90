import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatEnds, formatPeriod } from './format-time.ts';
import { formatValue } from './format-value.ts';
import { shownGroups } from './group-axis.ts';
import { hoverBox, hoverHtml } from './hover.ts';
import { palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf, prepareSeries, type Series } from './series.ts';
import { shorten, textWidthPx } from './text-width.ts';
import { judgeChange, type Verdict } from './verdict.ts';

/** Lines that a slope shows at most. */
const mostLines = 8;

const plotPx = 176;
const labelPx = 15;

/** Width from which names have more room beside the lines. */
const roomyPx = 480;

/** Before and after by group: a line each, coloured only where the change is beyond noise. What rests on too few is left out. */
export function slope(result: Result, context: ChartContext): EChartsOption {
  const metric = result.metrics[0];
  if (metric === undefined || result.comparisonPeriod === null) return {};
  const lines = shownGroups(prepareSeries(result, context))
    .flatMap((series) => lineOf(series))
    .slice(0, mostLines);
  const nameWidthPx = Math.min(mostNamePx(context), Math.max(60, ...lines.map(({ series }) => textWidthPx(series.name)))) + 64;
  const values = lines.flatMap(({ before, after }) => [before, after]);
  const palette = palettes[context.theme];
  const left = shiftsPx(
    lines.map(({ before }) => before),
    values,
  );
  const right = shiftsPx(
    lines.map(({ after }) => after),
    values,
  );
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 72, right: nameWidthPx, top: 40, height: plotPx, containLabel: false },
    xAxis: {
      type: 'category',
      position: 'top',
      boundaryGap: false,
      data: [result.comparisonPeriod, result.period].map((period) => periodLabel(period, result.zone, context)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.muted, fontSize: 12, hideOverlap: false, interval: 0 },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: { type: 'value', min: Math.min(...values), max: Math.max(...values), show: false },
    tooltip: {
      ...hoverBox(context),
      trigger: 'item',
      formatter: (point: unknown) => {
        const line = lines[(point as { seriesIndex: number }).seriesIndex];
        if (line === undefined) return '';
        const { series } = line;
        const row = series.rows[0];
        const now = estimateOf(row, metric);
        const then = row?.comparison?.[metric.key];
        return hoverHtml(
          series.name,
          [
            ...(then === undefined ? [] : [{ name: context.say('chart.before'), color: palette.rest, metric, estimate: then }]),
            { name: context.metricName(metric), color: series.color, metric, estimate: now },
          ],
          context,
        );
      },
    },
    series: lines.map((line, index) => seriesOf(line, { left: left[index] ?? 0, right: right[index] ?? 0 }, result, context)),
  };
}

/** The days of a period; without the year and below each other where two of them do not fit beside each other. */
function periodLabel(period: { readonly from: string; readonly until: string }, zone: string, { locale, widthPx }: ChartContext): string {
  if (widthPx >= roomyPx) return formatPeriod(period, locale, zone);
  return formatEnds(period, locale, zone).join(' –\n');
}

interface Line {
  readonly series: Series;
  readonly before: number;
  readonly after: number;
  readonly verdict: Verdict;
}

function lineOf(series: Series): Line[] {
  const row = series.rows[0];
  const now = shownEstimate(series.metric, estimateOf(row, series.metric));
  const then = shownEstimate(series.metric, row?.comparison?.[series.metric.key]);
  if (series.others || now?.value == null || then?.value == null) return [];
  return [{ series, before: then.value, after: now.value, verdict: judgeChange(series.metric, now, then).verdict }];
}

function mostNamePx({ widthPx }: ChartContext): number {
  return widthPx < roomyPx ? 110 : 160;
}

/** How far each label moves down or up, so that none lies on another. */
function shiftsPx(shown: readonly number[], all: readonly number[]): number[] {
  const highest = Math.max(...all);
  const spread = highest - Math.min(...all) || 1;
  const places = shown.map((value, index) => ({ index, atPx: ((highest - value) / spread) * plotPx })).sort((a, b) => a.atPx - b.atPx);
  const shifts = shown.map(() => 0);
  let freePx = Number.NEGATIVE_INFINITY;
  for (const { index, atPx } of places) {
    const placePx = Math.max(atPx, freePx);
    shifts[index] = Math.round(placePx - atPx);
    freePx = placePx + labelPx;
  }
  return shifts;
}

function seriesOf(
  { series, before, after, verdict }: Line,
  shifts: { readonly left: number; readonly right: number },
  result: Result,
  context: ChartContext,
): LineSeriesOption {
  const palette = palettes[context.theme];
  const color = verdict === 'better' ? palette.better : verdict === 'worse' ? palette.worse : palette.rest;
  const { unit, key } = series.metric;
  const text = (value: number) => formatValue(value, unit, context.locale);
  const label = { show: true, color: verdict === 'better' || verdict === 'worse' ? color : palette.text, fontSize: 12 };
  return {
    type: 'line',
    name: series.name,
    color,
    symbol: 'circle',
    symbolSize: 7,
    lineStyle: { color, width: verdict === 'better' || verdict === 'worse' ? 2.5 : 1.5 },
    data: [
      { value: before, label: { ...label, position: 'left', offset: [0, shifts.left], formatter: text(before) } },
      {
        value: after,
        label: {
          ...label,
          position: 'right',
          offset: [0, shifts.right],
          formatter: `${text(after)}  ${shorten(series.name, mostNamePx(context))}`,
        },
        target: targetOf(result, { group: [...series.group], others: series.others, bucket: null }, key),
      },
    ] as NonNullable<LineSeriesOption['data']>,
  };
}
