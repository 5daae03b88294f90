import type { LineSeriesOption } from 'echarts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatValue } from './format-value.ts';
import { palettes } from './palette.ts';

/** The goal of a metric as a thin line with its word; nothing for a metric without one. */
export function goalLine(metric: ResolvedMetric, context: ChartContext): LineSeriesOption[] {
  const goal = goalOf(metric, context);
  if (goal === null) return [];
  const { muted: color, surface } = palettes[context.theme];
  return [
    {
      type: 'line',
      data: [],
      silent: true,
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color, width: 1, type: [2, 3] },
        data: [{ yAxis: goal }],
        label: {
          position: 'insideEndBottom',
          formatter: context.say('chart.goal', { value: formatValue(goal, metric.unit, context.locale) }),
          color,
          backgroundColor: surface,
          padding: [1, 3],
          fontSize: 12,
          fontFamily,
        },
      },
    },
  ];
}

/** What the figure should be, in its unit; null where the house has set no goal. */
export function goalOf(metric: ResolvedMetric, { goals }: ChartContext): number | null {
  return goals?.[metric.key] ?? null;
}
