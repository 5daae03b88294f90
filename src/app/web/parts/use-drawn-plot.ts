import { plot } from '@observablehq/plot';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Drawing } from '../../../catalog/charts/drawing.ts';
import { type PlacedPoint, placePoints } from './chart-points.ts';

/** Draws a plot into an element, anew whenever it or its size changes; gives the places of its points. Nothing is drawn while it has no width. */
export function useDrawnPlot(
  holder: RefObject<HTMLElement | null>,
  drawing: Drawing,
  width: number,
  height: number,
): RefObject<readonly PlacedPoint[]> {
  const placed = useRef<readonly PlacedPoint[]>([]);
  useLayoutEffect(() => {
    if (width === 0) return;
    const svg = plot({ ...drawing.plot, width, height });
    svg.setAttribute('aria-hidden', 'true');
    holder.current?.replaceChildren(svg);
    placed.current = placePoints(drawing, (name) => svg.scale(name));
  }, [holder, drawing, width, height]);
  return placed;
}
