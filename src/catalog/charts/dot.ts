import { dot as dotMark, type Markish, ruleY, text } from '@observablehq/plot';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import { bottomAxis, bottomAxisPx, thinTicks } from './axis-marks.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, noDrawing } from './drawing.ts';
import { valueWriter } from './format-value.ts';
import { groupMarginPx, groupNames, groupNamesPx, groupScale, groupsLeftOut, shownGroups } from './group-axis.ts';
import { groupPoint } from './group-point.ts';
import { palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { sampleSize, shownEstimate } from './sample-size.ts';
import { estimateOf, prepareSeries, type Series } from './series.ts';
import { extent, valueAxis } from './value-axis.ts';

const valuePx = 84;

/** A group that is drawn, on its row. */
interface Dot {
  readonly group: Series;
  readonly y: number;
  readonly color: string;
  readonly estimate: Estimate;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Estimates by group: a dot with its 95 % interval. What rests on few is greyed, what rests on too few is left out, its row says so. */
export function dot(result: Result, context: ChartContext): Drawing {
  const metric = result.metrics[0];
  if (metric === undefined) return noDrawing;
  const all = prepareSeries(result, context);
  const groups = shownGroups(all);
  const dots = groups.flatMap((group, y) => dotOf(group, y, metric, context));
  const without = groups.flatMap((_, y) => (dots.some((each) => each.y === y) ? [] : [y]));
  const marginLeft = groupNamesPx(groups, context);
  const axis = valueAxis(metric, extent(dots.flatMap(({ low, high }) => [low, high])), context);
  return {
    plot: {
      ...plotFrame(context),
      marginLeft,
      marginRight: valuePx,
      marginTop: groupMarginPx,
      marginBottom: bottomAxisPx,
      x: { type: 'linear', domain: axis.domain },
      y: groupScale(groups.length, groupMarginPx + bottomAxisPx, 18),
      marks: [
        bottomAxis(thinTicks(axis, context.widthPx - marginLeft - valuePx), context, true),
        groupNames(groups, context),
        ...marksOf(dots, metric, context),
        text(without, {
          x: axis.domain[0],
          y: (y) => y,
          text: () => context.say('chart.tooFew'),
          textAnchor: 'start',
          dx: 8,
          fill: palettes[context.theme].muted,
        }),
      ],
    },
    series: [
      {
        name: context.metricName(metric),
        points: dots.map((each) => ({ x: each.value, y: each.y, ...groupPoint(each.group, each, metric, result, context) })),
      },
    ],
    nearest: 'along',
    ...groupsLeftOut(all),
  };
}

function dotOf(group: Series, y: number, metric: ResolvedMetric, { theme }: ChartContext): Dot[] {
  const estimate = estimateOf(group.rows[0], metric);
  const value = shownEstimate(metric, estimate)?.value;
  if (value == null) return [];
  const color = sampleSize(metric, estimate) === 'few' ? palettes[theme].rest : group.color;
  return [{ group, y, color, estimate, value, low: estimate.low ?? value, high: estimate.high ?? value }];
}

/** The interval as a line, the estimate on it, and its value as a text after the end. */
function marksOf(dots: readonly Dot[], metric: ResolvedMetric, context: ChartContext): Markish[] {
  const say = valueWriter(
    dots.map(({ high }) => high),
    metric.unit,
    context.locale,
  );
  const label = ({ value }: Dot) => say(value);
  const { text: fill, surface } = palettes[context.theme];
  const halo = { fill, stroke: surface, strokeWidth: 4 };
  return [
    ruleY(dots, { x1: 'low', x2: 'high', y: 'y', stroke: 'color', strokeWidth: 3, strokeOpacity: 0.35 }),
    dotMark(dots, { x: 'value', y: 'y', fill: 'color', r: 5 }),
    text(dots, { x: 'high', y: 'y', text: label, textAnchor: 'start', dx: 12, ...halo }),
  ];
}
