import { barX, text } from '@observablehq/plot';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, noDrawing } from './drawing.ts';
import { formatValue } from './format-value.ts';
import { groupMarginPx, groupNames, groupNamesPx, groupScale, groupsLeftOut, shownGroups } from './group-axis.ts';
import { groupPoint } from './group-point.ts';
import { palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { estimateOf, prepareSeries } from './series.ts';

const barPx = 18;
const valuePx = 72;

/** Bars of amounts by group, the largest first, each with its name and its value beside it. Starts at zero. */
export function bar(result: Result, context: ChartContext): Drawing {
  const metric = result.metrics[0];
  if (metric === undefined) return noDrawing;
  const all = prepareSeries(result, context);
  const groups = shownGroups(all);
  const bars = groups.map((group, y) => ({ group, y, color: group.color, estimate: estimateOf(group.rows[0], metric) }));
  const amountOf = ({ estimate }: (typeof bars)[number]) => estimate.value ?? 0;
  const label = ({ estimate }: (typeof bars)[number]) => formatValue(estimate.value, metric.unit, context.locale);
  const { text: fill, rest } = palettes[context.theme];
  return {
    plot: {
      ...plotFrame(context),
      marginLeft: groupNamesPx(groups, context),
      marginRight: valuePx,
      marginTop: groupMarginPx,
      marginBottom: groupMarginPx,
      x: { type: 'linear', domain: [0, Math.max(Number.EPSILON, ...bars.map(amountOf))] },
      y: groupScale(groups.length, 2 * groupMarginPx, barPx),
      marks: [
        groupNames(groups, context),
        barX(bars, { x1: 0, x2: amountOf, y: 'y', fill: 'color', rx2: 3 }),
        text(bars, {
          x: amountOf,
          y: 'y',
          text: label,
          textAnchor: 'start',
          dx: 8,
          fill: (each) => (each.estimate.value === null ? rest : fill),
        }),
      ],
    },
    series: [
      {
        name: context.metricName(metric),
        points: bars.flatMap((each) => {
          const { value } = each.estimate;
          return value === null ? [] : [{ x: value, y: each.y, x1: 0, ...groupPoint(each.group, each, metric, result, context) }];
        }),
      },
    ],
    nearest: 'along',
    ...groupsLeftOut(all),
  };
}
