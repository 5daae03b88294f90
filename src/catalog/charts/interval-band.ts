import type { CustomSeriesOption } from 'echarts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Bucket } from '../../core/model/result.ts';
import { shownEstimate } from './sample-size.ts';
import { estimateOf, type Series } from './series.ts';

interface Band {
  readonly index: number;
  readonly low: number;
  readonly high: number;
}

/** The 95 % interval of a line as a band; it breaks where the interval is missing. */
export function intervalBand(series: Series, buckets: readonly Bucket[]): CustomSeriesOption {
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric)]));
  const runs = runsOf(buckets.map((bucket) => shownEstimate(series.metric, byBucket.get(bucket.key))));
  return {
    type: 'custom',
    silent: true,
    z: 0,
    tooltip: { show: false },
    encode: { x: 0, y: [1, 2] },
    data: runs.map((run) => [run[0]?.index ?? 0, Math.min(...run.map((point) => point.low)), Math.max(...run.map((point) => point.high))]),
    renderItem: (parameters, api) => {
      const run = runs[parameters.dataIndex] ?? [];
      const upper = run.map((point) => api.coord([point.index, point.high]));
      const lower = run.map((point) => api.coord([point.index, point.low])).reverse();
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: series.color, opacity: 0.14 } };
    },
  };
}

function runsOf(points: readonly (Estimate | null)[]): Band[][] {
  const runs: Band[][] = [];
  let run: Band[] = [];
  for (const [index, point] of points.entries()) {
    if (point?.low != null && point.high != null) {
      run.push({ index, low: point.low, high: point.high });
      continue;
    }
    if (run.length > 0) runs.push(run);
    run = [];
  }
  return run.length > 0 ? [...runs, run] : runs;
}
