import { dot, line as lineMark, type Markish, ruleX, type TextOptions, text } from '@observablehq/plot';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, type DrawnSeries, noDrawing } from './drawing.ts';
import { formatEnds, formatPeriod } from './format-time.ts';
import { valueWriter } from './format-value.ts';
import { shownGroups } from './group-axis.ts';
import { type Palette, palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { targetOf } from './point-target.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf, prepareSeries, type Series } from './series.ts';
import { spreadText } from './spread-text.ts';
import { shorten, textWidthPx } from './text-width.ts';
import { judgeChange } from './verdict.ts';

/** Lines that a slope shows at most. */
const mostLines = 8;

const headPx = 40;
const footPx = 24;
/** Between the lines and the periods above them. */
const headAwayPx = 14;
/** What labels may reach beyond the lines: above not onto the periods. */
const beyondPx = [headAwayPx / 2 - 3, footPx] as const;
const valuePx = 72;

/** Width from which names have more room beside the lines. */
const roomyPx = 480;

/** Before and after by group: a line each, coloured only where the change is beyond noise. What rests on too few is left out. */
export function slope(result: Result, context: ChartContext): Drawing {
  const metric = result.metrics[0];
  if (metric === undefined || result.comparisonPeriod === null) return noDrawing;
  const palette = palettes[context.theme];
  const known = shownGroups(prepareSeries(result, context)).flatMap((series) => lineOf(series, palette));
  const lines = known.slice(0, mostLines);
  const values = lines.flatMap(({ before, after }) => [before, after]);
  const periods = [result.comparisonPeriod, result.period].map((period) => periodLabel(period, result.zone, context));
  return {
    plot: {
      ...plotFrame(context),
      marginLeft: valuePx,
      marginRight: Math.min(mostNamePx(context), Math.max(60, ...lines.map(({ series }) => textWidthPx(series.name)))) + valuePx,
      marginTop: headPx,
      marginBottom: footPx,
      x: { type: 'linear', domain: [0, 1] },
      y: { type: 'linear', domain: values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)] },
      marks: [
        ruleX([0, 1], { stroke: palette.line }),
        text(periods, {
          x: (_, index) => index,
          text: (name) => name,
          frameAnchor: 'top',
          lineAnchor: 'bottom',
          dy: -headAwayPx,
          fill: palette.muted,
        }),
        ...marksOf(lines, metric, context),
      ],
    },
    series: lines.map((line) => seriesOf(line, metric, result, context)),
    nearest: 'both',
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
  /** Better or worse, or grey. */
  readonly color: string;
  readonly ink: string;
  readonly isChanged: boolean;
}

function lineOf(series: Series, palette: Palette): Line[] {
  const row = series.rows[0];
  const now = shownEstimate(series.metric, estimateOf(row, series.metric));
  const then = shownEstimate(series.metric, row?.comparison?.[series.metric.key]);
  if (series.others || now?.value == null || then?.value == null) return [];
  const { verdict } = judgeChange(series.metric, now, then);
  const isChanged = verdict === 'better' || verdict === 'worse';
  const color = isChanged ? palette[verdict] : palette.rest;
  return [{ series, before: then.value, after: now.value, color, ink: isChanged ? color : palette.text, isChanged }];
}

function mostNamePx({ widthPx }: ChartContext): number {
  return widthPx < roomyPx ? 110 : 160;
}

function marksOf(lines: readonly Line[], { unit }: ResolvedMetric, context: ChartContext): Markish[] {
  const say = valueWriter(
    lines.flatMap(({ before, after }) => [before, after]),
    unit,
    context.locale,
  );
  const named = ({ after, series }: Line) => `${say(after)}  ${shorten(series.name, mostNamePx(context))}`;
  const ink: TextOptions = { fill: 'ink' };
  const ends = (line: Line) => [
    { x: 0, y: line.before, color: line.color },
    { x: 1, y: line.after, color: line.color },
  ];
  return [
    ...[...lines].reverse().map((line) => {
      const strokeWidth = line.isChanged ? 2.5 : 1.5;
      return lineMark(ends(line), { x: 'x', y: 'y', stroke: line.color, strokeWidth });
    }),
    dot(lines.flatMap(ends), { x: 'x', y: 'y', fill: 'color', r: 3.5 }),
    spreadText(lines, { ...ink, x: () => 0, y: 'before', text: ({ before }) => say(before), textAnchor: 'end', dx: -10 }, beyondPx),
    spreadText(lines, { ...ink, x: () => 1, y: 'after', text: named, textAnchor: 'start', dx: 10 }, beyondPx),
  ];
}

function seriesOf({ series, before, after, color }: Line, metric: ResolvedMetric, result: Result, context: ChartContext): DrawnSeries {
  const row = series.rows[0];
  const then = row?.comparison?.[metric.key];
  const target = targetOf(result, { group: [...series.group], others: series.others, bucket: null }, metric.key);
  const hover = () => ({
    title: series.name,
    lines: [
      ...(then === undefined ? [] : [{ name: context.say('chart.before'), color: palettes[context.theme].rest, metric, estimate: then }]),
      { name: context.metricName(metric), color, metric, estimate: estimateOf(row, metric) },
    ],
  });
  const points = [
    { x: 0, y: before, color, target, hover },
    { x: 1, y: after, color, target, hover },
  ];
  return { name: series.name, points };
}
