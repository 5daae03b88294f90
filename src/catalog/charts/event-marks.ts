import type { LineSeriesOption } from 'echarts';
import type { Bucket } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import { eventLabelPx, type PlacedEvent } from './time-axis.ts';

/** Events as thin lines with their word above, and a light ground where they last longer than a bucket. */
export function eventMarks(events: readonly PlacedEvent[], buckets: readonly Bucket[], context: ChartContext): LineSeriesOption {
  if (events.length === 0) return {};
  const palette = palettes[context.theme];
  const keyAt = (index: number) => buckets[index]?.key ?? '';
  const lasting = events.filter((event) => event.last > event.first);
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: palette.muted, width: 1, type: 'solid' },
      data: events.map((event) => ({
        xAxis: keyAt(event.first),
        label: {
          show: true,
          formatter: event.name,
          position: 'end',
          distance: 4 + event.row * 15,
          align: event.align,
          color: palette.muted,
          fontSize: 12,
          width: eventLabelPx,
          overflow: 'truncate',
        },
      })),
    },
    markArea: {
      silent: true,
      itemStyle: { color: palette.muted, opacity: 0.08 },
      data: lasting.map((event) => [{ xAxis: keyAt(event.first) }, { xAxis: keyAt(event.last) }]),
    },
  };
}
