import type { Markish } from '@observablehq/plot';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import { estimateOf, type Series } from './series.ts';

/** From this share of its rows on that are too young to judge, a bucket is hatched. */
const hatchedShare = 0.05;
const spacingPx = 7;
const dayMs = 86_400_000;

/** Buckets of a line that still change, because rows of theirs are too young to judge or still open, as a hatched ground. */
export function pendingHatch(series: Series, { buckets, dataUntil }: Result, { theme }: ChartContext): Markish[] {
  const byBucket = new Map(series.rows.map((row) => [row.bucket, estimateOf(row, series.metric)]));
  const ripeUntilMs = ripeUntil(series, dataUntil);
  const young = buckets.map(({ key, until }) => {
    if (Date.parse(until) > ripeUntilMs) return true;
    const estimate = byBucket.get(key);
    const pending = estimate?.pending ?? 0;
    return pending > 0 && pending >= hatchedShare * (pending + (estimate?.n ?? 0));
  });
  const first = young.indexOf(true);
  if (first < 0) return [];
  const [from, until] = [Math.max(0, first - 0.5), Math.min(buckets.length - 1, young.lastIndexOf(true) + 0.5)];
  return [
    (_index, { x }, _values, { height, marginTop, marginBottom }, { document }) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', hatchPath({ from: x?.(from), until: x?.(until), top: marginTop, bottom: height - marginBottom }));
      path.setAttribute('stroke', palettes[theme].muted);
      path.setAttribute('stroke-opacity', '0.25');
      return path;
    },
  ];
}

/** Until when rows are old enough to stay as they are. */
function ripeUntil({ metric: { ripensInDays } }: Series, dataUntil: string | null): number {
  return ripensInDays === undefined || dataUntil === null ? Number.POSITIVE_INFINITY : Date.parse(dataUntil) - ripensInDays * dayMs;
}

interface Box {
  readonly from: number;
  readonly until: number;
  readonly top: number;
  readonly bottom: number;
}

/** Slanted lines that fill a box, as the path of an SVG. */
function hatchPath({ from, until, top, bottom }: Box): string {
  const height = bottom - top;
  const count = Math.max(0, Math.ceil((until - from + height) / spacingPx));
  const lines = Array.from({ length: count }, (_, index) => {
    const foot = from + index * spacingPx;
    const over = Math.max(0, foot - until);
    const short = Math.max(0, height - (foot - from));
    return `M${rounded(foot - over)},${rounded(bottom - over)}L${rounded(foot - height + short)},${rounded(top + short)}`;
  });
  return lines.join('');
}

function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}
