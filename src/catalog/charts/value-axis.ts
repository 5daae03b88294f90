import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { durationStepMs } from './format-duration.ts';
import { formatTick } from './format-value.ts';
import { palettes } from './palette.ts';

/** The axis of values: amounts and times start at zero, rates and scores where their values are; times tick at round durations. */
export function valueAxis(metric: ResolvedMetric, highest: number, context: ChartContext, fromZero = startsAtZero(metric)) {
  const palette = palettes[context.theme];
  return {
    type: 'value' as const,
    scale: !fromZero,
    splitNumber: 4,
    ...(metric.unit === 'count' ? { minInterval: 1 } : {}),
    ...(metric.unit === 'percent' ? { max: highestShare } : {}),
    ...(metric.unit === 'durationMs' ? durationScale(highest) : {}),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: {
      color: palette.muted,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value: number) => formatTick(value, metric.unit, context.locale),
    },
  };
}

/** No rate is above 100 %, and near it the axis ends there. */
function highestShare({ max }: { readonly max: number }): number | null {
  return max > 90 ? 100 : null;
}

/** Amounts start at zero; rates and scores are estimates and do not. */
export function startsAtZero(metric: ResolvedMetric): boolean {
  return metric.unit === 'count' || metric.unit === 'durationMs' || metric.unit === 'ratio';
}

function durationScale(highest: number): { interval: number; min: number; max: number } {
  const interval = durationStepMs(highest);
  return { interval, min: 0, max: Math.max(1, Math.ceil(highest / interval)) * interval };
}
