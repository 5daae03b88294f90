import { dot, line, type Markish } from '@observablehq/plot';
import type { Bucket } from '../../core/model/result.ts';
import type { Course } from './course.ts';

interface Place {
  readonly x: number;
  readonly y: number | null;
}

/** A line over its buckets: gaps where it says nothing, dashed to and from a bucket that is not over, a dot where a value stands alone. */
export function lineStrokes(course: Course, buckets: readonly Bucket[], strokeWidth: number): Markish[] {
  const { solid, dashed, alone } = splitLine(
    course.points.map((point) => point?.value ?? null),
    buckets,
  );
  const shape = { x: 'x', y: 'y', stroke: course.color, strokeWidth, strokeLinejoin: 'round' } as const;
  return [
    line(solid, shape),
    ...(dashed.length > 0 ? [line(dashed, { ...shape, z: 'z', strokeDasharray: '4 3' })] : []),
    ...(alone.length > 0 ? [dot(alone, { x: 'x', y: 'y', fill: course.color, r: 2.5 })] : []),
  ];
}

/** The parts of a line by how they are drawn. Each dashed stroke of `z` leads from one bucket to the next. */
export function splitLine(values: readonly (number | null)[], buckets: readonly Bucket[]) {
  const places = values.map((y, x): Place => ({ x, y }));
  const runs = (index: number) => buckets[index]?.complete === false;
  const known = (index: number) => values[index] != null;
  const dashed = places.flatMap((place, z) => {
    const next = places[z + 1];
    if (next === undefined || !known(z) || !known(z + 1) || !(runs(z) || runs(z + 1))) return [];
    return [
      { ...place, z },
      { ...next, z },
    ];
  });
  return {
    solid: places.map((place) => (runs(place.x) ? { ...place, y: null } : place)),
    dashed,
    alone: places.filter(({ x }) => known(x) && !known(x - 1) && !known(x + 1)),
  };
}
