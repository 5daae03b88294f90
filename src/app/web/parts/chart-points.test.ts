import { describe, expect, it } from 'vitest';
import type { Drawing, DrawnPoint } from '../../../catalog/charts/drawing.ts';
import { nearestPoint, nextPoint, type PlacedPoint, placePoints, type ScaleOf } from './chart-points.ts';
import { placeHover } from './place-hover.ts';

const hover = () => ({ title: '', lines: [] });

function point(x: number, y: number, over: Partial<DrawnPoint> = {}): DrawnPoint {
  return { x, y, color: '#000000', target: { metric: 'created', group: {}, bucket: `${x}` }, hover, ...over };
}

function placed(drawing: Pick<Drawing, 'series'>, scaleOf: ScaleOf): PlacedPoint[] {
  return placePoints({ plot: {}, nearest: 'across', ...drawing }, scaleOf);
}

const tens = { apply: (value: number) => value * 10, range: [0, 100] };
const rows = { apply: (value: number) => value * 30, bandwidth: 20, range: [0, 90] };

const lines = placed(
  {
    series: [
      { name: 'a', points: [point(0, 1), point(2, 3)] },
      { name: 'nothing', points: [] },
      { name: 'b', points: [point(0, 8), point(1, 8), point(2, 8)] },
    ],
  },
  (name) => (name === 'x' || name === 'y' ? tens : undefined),
);

describe('moving over a chart by keyboard', () => {
  it('starts at the first point, steps over gaps and stops at the ends', () => {
    const first = nextPoint(lines, 'across', null, 'ArrowRight');
    expect(first).toBe(lines[0]);
    expect(nextPoint(lines, 'across', first, 'ArrowRight')).toBe(lines[1]);
    expect(nextPoint(lines, 'across', lines[1] ?? null, 'ArrowRight')).toBeNull();
    expect(nextPoint(lines, 'across', first, 'ArrowLeft')).toBeNull();
    expect(nextPoint(lines, 'across', first, 'Tab')).toBeNull();
  });

  it('goes from series to series in the same bucket, past those without points', () => {
    const [, second = null] = lines;
    const below = nextPoint(lines, 'across', second, 'ArrowDown');
    expect(below).toBe(lines[4]);
    expect(nextPoint(lines, 'across', below, 'ArrowUp')).toBe(second);
    expect(nextPoint(lines, 'across', second, 'ArrowUp')).toBeNull();
  });

  it('goes down and up through groups, and with every arrow through a single series', () => {
    const parts = placed({ series: [0, 1].map((x) => ({ name: `${x}`, points: [point(x, 0), point(x, 1)] })) }, () => tens);
    expect(nextPoint(parts, 'along', parts[0] ?? null, 'ArrowDown')).toBe(parts[1]);
    expect(nextPoint(parts, 'along', parts[1] ?? null, 'ArrowRight')).toBe(parts[3]);
    const bars = placed({ series: [{ name: 'bars', points: [point(5, 0), point(3, 1)] }] }, () => tens);
    expect(nextPoint(bars, 'along', bars[0] ?? null, 'ArrowRight')).toBe(bars[1]);
    expect(nextPoint(bars, 'along', bars[0] ?? null, 'ArrowDown')).toBe(bars[1]);
  });
});

describe('the point nearest to a place', () => {
  it('is of the nearest bucket in time, and of the group on the same height', () => {
    expect(nearestPoint(lines, 'across', [12, 0])).toBe(lines[3]);
    expect(nearestPoint(lines, 'across', [1, 70])).toBe(lines[2]);
    expect(nearestPoint(lines, 'along', [19, 12])).toBe(lines[0]);
    expect(nearestPoint([], 'both', [0, 0])).toBeNull();
  });

  it('is the part of a bar that the place lies in, however long it is', () => {
    const bar = placed({ series: [{ name: 'bar', points: [point(9, 1, { x1: 0 }), point(10, 1, { x1: 9 })] }] }, (name) =>
      name === 'y' ? rows : tens,
    );
    expect(bar[0]).toMatchObject({ x: 90, y: 40, box: { left: 0, top: 30, width: 90, height: 20 } });
    expect(nearestPoint(bar, 'along', [85, 33])).toBe(bar[0]);
    expect(nearestPoint(bar, 'along', [92, 33])).toBe(bar[1]);
  });

  it('is of the panel that the place lies in', () => {
    const panels = [0, 1].map((fy) => ({ name: `${fy}`, points: [point(1, 10, { fx: 0, fy })] }));
    const small = placed({ series: panels }, (name) => (name === 'fy' ? { ...rows, apply: (row) => row * 120 } : tens));
    expect(small[1]).toMatchObject({ x: 10, y: 220, panel: { left: 0, top: 120, width: 100, height: 100 } });
    expect(nearestPoint(small, 'across', [10, 121])).toBe(small[1]);
  });
});

describe('the words of a point', () => {
  const words = { width: 100, height: 40 };
  const room = { width: 300, height: 150 };
  const at = (x: number, y: number, width = 0, height = 0) => ({ x, y, box: { left: x, top: y, width, height } });

  it('stand beside it, within the chart', () => {
    expect(placeHover(at(50, 75), words, room)).toEqual({ left: 64, top: 55 });
    expect(placeHover(at(290, 149), words, room)).toEqual({ left: 176, top: 110 });
  });

  it('stand below or above where they would cover it', () => {
    expect(placeHover(at(150, 20), { width: 290, height: 60 }, room)).toEqual({ left: 5, top: 27 });
    expect(placeHover(at(150, 140), { width: 290, height: 60 }, room)).toEqual({ left: 5, top: 73 });
    expect(placeHover(at(290, 20, 200, 18), words, room)).toEqual({ left: 200, top: 36 });
  });
});
