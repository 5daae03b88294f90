import type { Drawing, DrawnPoint } from '../../../catalog/charts/drawing.ts';

/** Brings a value of a plot to its place in px; a band has a width there. */
export interface PlacingScale {
  readonly apply: (value: number) => number;
  readonly bandwidth?: number;
  /** From where to where it reaches, in px. */
  readonly range?: Iterable<number>;
}

/** The scales of a drawn plot; undefined for one that it does not have. */
export type ScaleOf = (name: 'x' | 'y' | 'fx' | 'fy') => PlacingScale | undefined;

/** In px from the upper left corner of the plot. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point where it is drawn, in px. */
export interface PlacedPoint {
  readonly point: DrawnPoint;
  readonly series: number;
  readonly x: number;
  readonly y: number;
  /** Its bar or its cell; without width or height for a mere point. */
  readonly box: Box;
  /** What it stands in, between the axes. */
  readonly panel: Box;
}

/** Where the points of a drawing stand. */
export function placePoints({ series }: Drawing, scaleOf: ScaleOf): PlacedPoint[] {
  return series.flatMap(({ points }, index) => points.map((point) => placePoint(point, index, scaleOf)));
}

/** The point nearest to a place in px, of the panel nearest to it: a place within a bar or a cell is no way from it. */
export function nearestPoint(
  placed: readonly PlacedPoint[],
  nearest: Drawing['nearest'],
  [x, y]: readonly [number, number],
): PlacedPoint | null {
  const across = (box: Box) => outside(x, box.left, box.width);
  const along = (box: Box) => outside(y, box.top, box.height);
  const awayFrom = (box: Box) => Math.hypot(across(box), along(box));
  const waysOf: Readonly<Record<Drawing['nearest'], (point: PlacedPoint) => readonly number[]>> = {
    across: ({ panel, box }) => [awayFrom(panel), across(box), along(box)],
    along: ({ panel, box }) => [awayFrom(panel), along(box), across(box)],
    both: ({ panel, box }) => [awayFrom(panel), awayFrom(box)],
  };
  return leastOf(placed, waysOf[nearest]);
}

/** Keys that lead through the points of a series, and from one series to the next: groups lie below each other. */
const steps = {
  across: { points: ['ArrowLeft', 'ArrowRight'], series: ['ArrowUp', 'ArrowDown'] },
  along: { points: ['ArrowUp', 'ArrowDown'], series: ['ArrowLeft', 'ArrowRight'] },
} as const;

/** Where a key leads from a point, or from nowhere to the first one; null when it leads nowhere. In a single series all arrows lead to its points. */
export function nextPoint(
  placed: readonly PlacedPoint[],
  nearest: Drawing['nearest'],
  from: PlacedPoint | null,
  key: string,
): PlacedPoint | null {
  const keys = steps[nearest === 'along' ? 'along' : 'across'];
  const [alongPoints, acrossSeries] = [stepOf(keys.points, key), stepOf(keys.series, key)];
  if (alongPoints === 0 && acrossSeries === 0) return null;
  if (from === null) return placed[0] ?? null;
  const own = placed.filter(({ series }) => series === from.series);
  const isAlone = own.length === placed.length;
  if (isAlone || alongPoints !== 0) return own[own.indexOf(from) + (alongPoints || acrossSeries)] ?? null;
  const beside = placed.filter(({ series }) => Math.sign(series - from.series) === acrossSeries);
  const next = leastOf(beside, ({ series }) => [Math.abs(series - from.series)])?.series;
  return nearestPoint(
    beside.filter(({ series }) => series === next),
    nearest,
    [from.x, from.y],
  );
}

function placePoint(point: DrawnPoint, series: number, scaleOf: ScaleOf): PlacedPoint {
  const [x, y] = [scaleOf('x'), scaleOf('y')];
  const [shiftX, shiftY] = [panelShift(point.fx, scaleOf('fx')), panelShift(point.fy, scaleOf('fy'))];
  const [end, top] = [shiftX + placeOn(x, point.x), shiftY + placeOn(y, point.y)];
  const start = point.x1 === undefined ? end : shiftX + placeOn(x, point.x1);
  const box = { left: Math.min(start, end), top, width: Math.abs(end - start) + (x?.bandwidth ?? 0), height: y?.bandwidth ?? 0 };
  const [across, along] = [reachOf(x), reachOf(y)];
  return {
    point,
    series,
    x: end + (x?.bandwidth ?? 0) / 2,
    y: top + box.height / 2,
    box,
    panel: { left: shiftX + across.from, top: shiftY + along.from, width: across.length, height: along.length },
  };
}

function placeOn(scale: PlacingScale | undefined, value: number): number {
  return scale?.apply(value) ?? 0;
}

/** How far a panel stands from the first one. */
function panelShift(panel: number | undefined, scale: PlacingScale | undefined): number {
  return panel === undefined ? 0 : placeOn(scale, panel) - placeOn(scale, 0);
}

function reachOf(scale: PlacingScale | undefined): { from: number; length: number } {
  const ends = [...(scale?.range ?? [0])];
  const from = Math.min(...ends);
  return { from, length: Math.max(...ends) - from };
}

/** How far a place lies outside of a stretch. */
function outside(place: number, from: number, length: number): number {
  return Math.max(0, from - place, place - from - length);
}

function stepOf([back, forth]: readonly [string, string], key: string): number {
  return key === back ? -1 : key === forth ? 1 : 0;
}

/** The first of those that are least by the first number, and where that is equal by the next. */
function leastOf<T>(items: readonly T[], numbersOf: (item: T) => readonly number[]): T | null {
  const ranked = items.map((item) => ({ item, numbers: numbersOf(item) }));
  const [first = null] = ranked;
  return ranked.reduce((least, each) => (least !== null && isLess(each.numbers, least.numbers) ? each : least), first)?.item ?? null;
}

function isLess(some: readonly number[], others: readonly number[]): boolean {
  const at = some.findIndex((number, index) => number !== others[index]);
  return at >= 0 && (some[at] ?? 0) < (others[at] ?? 0);
}
