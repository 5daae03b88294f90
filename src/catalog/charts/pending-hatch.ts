import type { CustomSeriesOption } from 'echarts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import { estimateOf, type Series } from './series.ts';

/** From this share of its rows on that are too young to judge, a bucket is hatched. */
const hatchedShare = 0.05;
const spacingPx = 7;

/** Buckets of a line that still change, because rows of theirs are too young to judge, as a hatched ground. */
export function pendingHatch(series: Series, result: Result, context: ChartContext): CustomSeriesOption[] {
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric)]));
  const young = result.buckets.map(({ key }) => {
    const estimate = byBucket.get(key);
    const pending = estimate?.pending ?? 0;
    return pending > 0 && pending >= hatchedShare * (pending + (estimate?.n ?? 0));
  });
  const first = young.indexOf(true);
  if (first < 0) return [];
  const last = young.lastIndexOf(true);
  const color = palettes[context.theme].muted;
  return [
    {
      type: 'custom',
      silent: true,
      z: 0,
      tooltip: { show: false },
      encode: { x: [0, 1] },
      data: [[first, last]],
      renderItem: (parameters, api) => {
        const box = parameters.coordSys as unknown as { x: number; y: number; width: number; height: number };
        const stepPx = box.width / Math.max(1, result.buckets.length - 1);
        const [at = 0] = api.coord([first, 0]);
        const [end = 0] = api.coord([last, 0]);
        const from = Math.max(box.x, at - stepPx / 2);
        const until = Math.min(box.x + box.width, end + stepPx / 2);
        return { type: 'group', children: hatch({ from, until, top: box.y, bottom: box.y + box.height }, color) };
      },
    },
  ];
}

interface Box {
  readonly from: number;
  readonly until: number;
  readonly top: number;
  readonly bottom: number;
}

/** Slanted lines that fill a box. */
function hatch({ from, until, top, bottom }: Box, stroke: string) {
  const height = bottom - top;
  const count = Math.max(0, Math.ceil((until - from + height) / spacingPx));
  return Array.from({ length: count }, (_, index) => {
    const foot = from + index * spacingPx;
    const over = Math.max(0, foot - until);
    const short = Math.max(0, height - (foot - from));
    return {
      type: 'line' as const,
      shape: { x1: foot - over, y1: bottom - over, x2: foot - height + short, y2: top + short },
      style: { stroke, lineWidth: 1, opacity: 0.25 },
    };
  });
}
