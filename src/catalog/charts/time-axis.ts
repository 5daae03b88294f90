import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatBucket, grainOf } from './format-time.ts';
import { textWidthPx } from './text-width.ts';
import type { Axis } from './value-axis.ts';

/** The horizontal axis of buckets, by their index, with as many labels as the width bears. A single bucket stands in the middle. */
export function timeAxis({ buckets }: Result, context: ChartContext): Axis {
  const grain = buckets[0] === undefined ? 'day' : grainOf(buckets[0]);
  const labels = Math.max(2, Math.floor(context.widthPx / 90));
  const every = Math.max(1, Math.ceil(buckets.length / labels));
  const ticks = buckets.flatMap(({ key }, at) => (at % every === 0 ? [{ at, label: formatBucket(key, grain, context.locale) }] : []));
  return { domain: buckets.length === 1 ? [-1, 1] : [0, Math.max(1, buckets.length - 1)], ticks };
}

/** Room that the last label takes beyond the end of an axis that is so wide, in px. */
export function timeAxisEndPx({ domain: [from, until], ticks }: Axis, axisPx: number): number {
  const last = ticks.at(-1);
  if (last === undefined) return 0;
  const beforeEndPx = ((until - last.at) / (until - from)) * axisPx;
  return Math.max(0, Math.ceil(textWidthPx(last.label) / 2 - beforeEndPx));
}
