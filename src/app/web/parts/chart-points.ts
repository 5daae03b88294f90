import type { EChartsOption } from 'echarts';
import type { EChartsType } from 'echarts/core';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';

/** Where the keyboard stands on a chart. */
export interface Cursor {
  readonly seriesIndex: number;
  readonly dataIndex: number;
}

interface Point {
  readonly value: unknown;
  readonly target: PointTarget | null;
}

/** What stands behind the point under the keyboard; null when nothing does. */
export function targetAt(option: EChartsOption, cursor: Cursor | null): PointTarget | null {
  return cursor === null ? null : (pointsOf(option, cursor.seriesIndex)[cursor.dataIndex]?.target ?? null);
}

/** Where a key leads: left and right to the next point that has a value, up and down to the next series. Null when the key leads nowhere. */
export function moveCursor(option: EChartsOption, cursor: Cursor | null, key: string): Cursor | null {
  const series = seriesWithPoints(option);
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  const step = steps[key];
  const first = series[0];
  if (step === undefined || first === undefined) return null;
  if (cursor === null) return nextPoint(option, { seriesIndex: first, dataIndex: -1 }, 1);
  const [acrossSeries, alongPoints] = step;
  if (alongPoints !== 0) return nextPoint(option, cursor, alongPoints);
  const seriesIndex = series[series.indexOf(cursor.seriesIndex) + acrossSeries];
  return seriesIndex === undefined ? null : { seriesIndex, dataIndex: cursor.dataIndex };
}

/** What stands behind the point nearest to a place on the chart, in pixels: of the series at that bucket or group, the one nearest in height. */
export function nearestTarget(chart: EChartsType, option: EChartsOption, [x, y]: readonly [number, number]): PointTarget | null {
  const points = seriesWithPoints(option).flatMap((seriesIndex) => {
    if (!chart.containPixel({ seriesIndex }, [x, y])) return [];
    return pointsOf(option, seriesIndex).flatMap((point, dataIndex) => {
      const place = point.target === null ? null : placeOf(chart, point, { seriesIndex, dataIndex });
      return place === null ? [] : [{ target: point.target, across: Math.abs(place[0] - x), along: Math.abs(place[1] - y) }];
    });
  });
  const upright = isUpright(option);
  const nearest = points.sort((a, b) => (upright ? a.across - b.across || a.along - b.along : a.along - b.along || a.across - b.across))[0];
  return nearest?.target ?? null;
}

/** Buckets run from left to right; groups run from top to bottom. */
function isUpright(option: EChartsOption): boolean {
  return [option.xAxis].flat()[0]?.type === 'category' && [option.yAxis].flat()[0]?.type !== 'category';
}

function placeOf(chart: EChartsType, point: Point, { seriesIndex, dataIndex }: Cursor): [number, number] | null {
  const value = Array.isArray(point.value) ? point.value.slice(0, 2) : null;
  if (value === null && point.value === null) return null;
  const type = chart.getOption().series as { type: string }[];
  const pair = value ?? (type[seriesIndex]?.type === 'bar' ? [point.value, dataIndex] : [dataIndex, point.value]);
  const place = chart.convertToPixel({ seriesIndex }, pair as number[]);
  return Array.isArray(place) ? [place[0] ?? 0, place[1] ?? 0] : null;
}

function nextPoint(option: EChartsOption, from: Cursor, step: number): Cursor | null {
  const points = pointsOf(option, from.seriesIndex);
  for (let dataIndex = from.dataIndex + step; dataIndex >= 0 && dataIndex < points.length; dataIndex += step) {
    const value = points[dataIndex]?.value;
    if (value !== null && value !== undefined) return { seriesIndex: from.seriesIndex, dataIndex };
  }
  return null;
}

function seriesWithPoints(option: EChartsOption): number[] {
  return [option.series].flat().flatMap((_, index) => (pointsOf(option, index).length > 0 ? [index] : []));
}

function pointsOf(option: EChartsOption, seriesIndex: number): readonly Point[] {
  const data = ([option.series].flat()[seriesIndex] as { data?: unknown } | undefined)?.data;
  return Array.isArray(data) ? data.filter((item): item is Point => typeof item === 'object' && item !== null && 'target' in item) : [];
}
