import { areaY, type Markish } from '@observablehq/plot';
import type { Course } from './course.ts';

/** The 95 % interval of a line as a band; it breaks where the interval is missing. */
export function intervalBand({ points, color }: Course): Markish {
  const bounds = points.map((point, x) => ({ x, low: point?.low ?? null, high: point?.high ?? null }));
  return areaY(bounds, { x: 'x', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.14 });
}
