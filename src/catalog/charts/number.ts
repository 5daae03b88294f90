import { line } from '@observablehq/plot';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, noDrawing } from './drawing.ts';
import { plotFrame } from './plot-frame.ts';
import { estimateOf, prepareSeries } from './series.ts';

/** The course of a single number as a thin line without axes, to stand under the number itself. Empty without buckets. */
export function number(result: Result, context: ChartContext): Drawing {
  const series = prepareSeries(result, context)[0];
  if (series === undefined || result.buckets.length < 2) return noDrawing;
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric).value]));
  const places = result.buckets.map(({ key, complete }, x) => {
    const isWhole = complete || series.metric.unit !== 'count';
    return { x, y: isWhole ? (byBucket.get(key) ?? null) : null };
  });
  return {
    ...noDrawing,
    plot: {
      ...plotFrame(context),
      marginLeft: 2,
      marginRight: 4,
      marginTop: 4,
      marginBottom: 4,
      x: { type: 'linear', domain: [0, result.buckets.length - 1] },
      y: { type: 'linear' },
      marks: [line(places, { x: 'x', y: 'y', stroke: series.color, strokeWidth: 1.5, strokeLinecap: 'round' })],
    },
  };
}
