import type { EChartsOption } from 'echarts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { estimateOf, prepareSeries } from './series.ts';

/** The course of a single number as a thin line without axes, to stand under the number itself. Empty without buckets. */
export function number(result: Result, context: ChartContext): EChartsOption {
  const series = prepareSeries(result, context)[0];
  if (series === undefined || result.buckets.length < 2) return {};
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric).value]));
  return {
    animation: false,
    grid: { left: 2, right: 4, top: 4, bottom: 4 },
    xAxis: { type: 'category', show: false, boundaryGap: false, data: result.buckets.map((bucket) => bucket.key) },
    yAxis: { type: 'value', show: false, scale: true },
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { color: series.color, width: 1.5 },
        data: result.buckets.map((bucket) =>
          bucket.complete || series.metric.unit !== 'count' ? (byBucket.get(bucket.key) ?? null) : null,
        ),
      },
    ],
  };
}
