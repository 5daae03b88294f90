import { type Markish, ruleY, text } from '@observablehq/plot';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatValue } from './format-value.ts';
import { palettes } from './palette.ts';

/** The goal of a metric as a thin line with its word, on the side of it where the latest value is not; nothing for a metric without one. */
export function goalLine(metric: ResolvedMetric, latest: number | null, context: ChartContext): Markish[] {
  const goal = goalOf(metric, context);
  if (goal === null) return [];
  const { muted, surface } = palettes[context.theme];
  const below = latest !== null && latest > goal;
  const word = context.say('chart.goal', { value: formatValue(goal, metric.unit, context.locale) });
  return [
    ruleY([goal], { stroke: muted, strokeDasharray: '2 3' }),
    text([goal], {
      y: [goal],
      text: [word],
      frameAnchor: 'right',
      textAnchor: 'end',
      lineAnchor: below ? 'top' : 'bottom',
      dy: below ? 5 : -5,
      fill: muted,
      stroke: surface,
      strokeWidth: 4,
    }),
  ];
}

/** What the figure should be, in its unit; null where the house has set no goal. */
export function goalOf(metric: ResolvedMetric, { goals }: ChartContext): number | null {
  return goals?.[metric.key] ?? null;
}
