import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatBucket, formatDay, grainOf } from './format-time.ts';
import { textWidthPx } from './text-width.ts';
import type { Axis } from './value-axis.ts';

/** Width that a label takes at least, with the space around it. */
const labelPx = 90;
const betweenPx = 24;

/** The horizontal axis of buckets, by their index, with as many labels as the width bears. A single bucket stands in the middle. */
export function timeAxis({ buckets }: Result, context: ChartContext): Axis {
  const grain = buckets.length === 0 ? 'day' : grainOf(buckets);
  const isOverYears = buckets[0]?.key.slice(0, 4) !== buckets.at(-1)?.key.slice(0, 4);
  const label = (key: string) =>
    isOverYears && (grain === 'day' || grain === 'week')
      ? formatDay(key.slice(0, 10), context.locale)
      : formatBucket(key, grain, context.locale);
  const widestPx = Math.max(0, ...buckets.map(({ key }) => textWidthPx(label(key)))) + betweenPx;
  const labels = Math.max(2, Math.floor(context.widthPx / Math.max(labelPx, widestPx)));
  const every = Math.max(1, Math.ceil(buckets.length / labels));
  const ticks = buckets.flatMap(({ key }, at) => (at % every === 0 ? [{ at, label: label(key) }] : []));
  return { domain: buckets.length === 1 ? [-1, 1] : [0, Math.max(1, buckets.length - 1)], ticks };
}

/** Room that the first label takes before the beginning of an axis, in px. */
export function timeAxisStartPx({ domain: [from], ticks: [first] }: Axis): number {
  return first === undefined || first.at > from ? 0 : Math.ceil(textWidthPx(first.label) / 2);
}

/** Room that the last label takes beyond the end of an axis that is so wide, in px. */
export function timeAxisEndPx({ domain: [from, until], ticks }: Axis, axisPx: number): number {
  const last = ticks.at(-1);
  if (last === undefined) return 0;
  const beforeEndPx = ((until - last.at) / (until - from)) * axisPx;
  return Math.max(0, Math.ceil(textWidthPx(last.label) / 2 - beforeEndPx));
}
