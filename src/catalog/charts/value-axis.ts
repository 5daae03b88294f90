import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { durationStepMs, formatDurationTick } from './format-duration.ts';
import { formatTick } from './format-value.ts';
import { palettes } from './palette.ts';

/** The least and the greatest value that a chart shows. */
export interface Extent {
  readonly lowest: number;
  readonly highest: number;
}

/** The extent of values; 0 to 0 when there are none. */
export function extent(values: readonly number[]): Extent {
  return values.length === 0 ? { lowest: 0, highest: 0 } : { lowest: Math.min(...values), highest: Math.max(0, ...values) };
}

/** The axis of values: amounts and times start at zero, rates and scores where their values are; times tick at round durations. */
export function valueAxis(metric: ResolvedMetric, { lowest, highest }: Extent, context: ChartContext, fromZero = startsAtZero(metric)) {
  const palette = palettes[context.theme];
  return {
    type: 'value' as const,
    scale: !fromZero,
    splitNumber: 4,
    ...(metric.unit === 'count' ? { minInterval: 1 } : {}),
    ...(metric.unit === 'percent' ? percentScale(fromZero ? 0 : lowest, highest) : {}),
    ...(metric.unit === 'durationMs' ? durationScale(highest) : {}),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: {
      color: palette.muted,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value: number) =>
        metric.unit === 'durationMs' ? formatDurationTick(value, highest, context.locale) : formatTick(value, metric.unit, context.locale),
    },
  };
}

const shareSteps = [1, 2, 5, 10, 20, 25, 50];

/** Round steps of a rate, at most five of them, within 0 to 100 where the values are. */
function percentScale(lowest: number, highest: number): { interval: number; min: number; max: number } {
  const spread = Math.max(4, highest - lowest);
  const interval = shareSteps.find((step) => spread / step <= 4) ?? 50;
  const max = Math.max(interval, Math.ceil(highest / interval) * interval);
  return { interval, min: Math.min(Math.floor(lowest / interval) * interval, max - interval), max };
}

/** Amounts start at zero; rates and scores are estimates and do not. */
function startsAtZero(metric: ResolvedMetric): boolean {
  return metric.unit === 'count' || metric.unit === 'durationMs' || metric.unit === 'ratio';
}

function durationScale(highest: number): { interval: number; min: number; max: number } {
  const interval = durationStepMs(highest);
  return { interval, min: 0, max: Math.max(1, Math.ceil(highest / interval)) * interval };
}
