import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import type { Course } from './course.ts';
import type { DrawnPoint, DrawnSeries } from './drawing.ts';
import { formatBucketLong, grainOf } from './format-time.ts';
import type { Hover, HoverLine } from './hover.ts';
import { palettes } from './palette.ts';
import { targetOf } from './point-target.ts';

/** The points of lines over time. Each says what all the lines are in its bucket. */
export function linePoints(courses: readonly Course[], result: Result, context: ChartContext): DrawnSeries[] {
  return courses.map((course) => ({
    name: course.name,
    points: coursePoints(course, result, (index) => hoverAt(index, courses, result, context)),
  }));
}

/** The points of a line over time where it says something. */
export function coursePoints(course: Course, result: Result, hoverOf: (index: number) => Hover): DrawnPoint[] {
  const { group, others, color, metric } = course;
  return course.points.flatMap((point, x) => {
    if (point?.value == null) return [];
    const target = targetOf(result, { group: [...group], others, bucket: result.buckets[x]?.key ?? null }, metric.key);
    return [{ x, y: point.value, color, target, hover: () => hoverOf(x) }];
  });
}

/** A bucket in full, and whether it is over. */
export function bucketTitle(index: number, { buckets, zone }: Result, { locale, say }: ChartContext): string {
  const bucket = buckets[index];
  if (bucket === undefined) return '';
  return formatBucketLong(bucket, grainOf(buckets), locale, zone) + (bucket.complete ? '' : ` · ${say('chart.partly')}`);
}

function hoverAt(index: number, courses: readonly Course[], result: Result, context: ChartContext): Hover {
  const lines = courses.flatMap(({ name, color, metric, points }) => {
    const estimate = points[index];
    return estimate == null ? [] : [{ name, color, metric, estimate }];
  });
  return { title: bucketTitle(index, result, context), lines: [...lines, ...before(result, index, context)] };
}

function before(result: Result, index: number, context: ChartContext): HoverLine[] {
  const metric = result.metrics[0];
  if (metric === undefined || result.dimensions.length > 0) return [];
  const row = result.rows.find((candidate) => candidate.bucket === result.buckets[index]?.key);
  const estimate = row?.comparison?.[metric.key];
  if (estimate === undefined) return [];
  return [{ name: context.say('chart.before'), color: palettes[context.theme].rest, metric, estimate }];
}
