import type { PlotOptions } from '@observablehq/plot';
import type { Hover } from './hover.ts';
import type { PointTarget } from './point-target.ts';

/** What a chart is before it is drawn: marks and scales for Observable Plot, and the points that a reader can reach. No DOM. */
export interface Drawing {
  /** Without width and height: those are given by the one who draws. */
  readonly plot: PlotOptions;
  readonly series: readonly DrawnSeries[];
  /** Which point is the nearest to a place: first across and then in height (time), first in height and then across (groups), or as the crow flies. */
  readonly nearest: 'across' | 'along' | 'both';
  /** Groups for which there is no room, beside those named "others"; the table has them. */
  readonly leftOut?: number;
  /** Names of colours that stand above the drawing. */
  readonly legend?: readonly LegendItem[];
}

/** Points that the keyboard walks through. */
export interface DrawnSeries {
  readonly name: string;
  readonly points: readonly DrawnPoint[];
}

/** A point in values of the plot's scales; what is missing is no point. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  /** Where a bar begins, of which x is the end. */
  readonly x1?: number;
  /** The panel of small multiples that it stands in. */
  readonly fx?: number;
  readonly fy?: number;
  readonly color: string;
  /** What stands behind it; null for what is no group of its own. */
  readonly target: PointTarget | null;
  /** What is said of it, made when it is asked for. */
  readonly hover: () => Hover;
}

export interface LegendItem {
  readonly name: string;
  readonly color: string;
  /** Whether it is the dotted line of a goal. */
  readonly dotted?: boolean;
}

/** The drawing of an answer that holds nothing. */
export const noDrawing: Drawing = { plot: { axis: null, marks: [] }, series: [], nearest: 'both' };
