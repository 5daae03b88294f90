import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import type { ChartContext } from '../../../catalog/charts/chart-context.ts';
import { chartHeightPx } from '../../../catalog/charts/chart-height.ts';
import { type Drawing, type LegendItem, noDrawing } from '../../../catalog/charts/drawing.ts';
import { charts } from '../../../catalog/charts/index.ts';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import type { Result } from '../../../core/model/result.ts';
import { ChartPointer } from './ChartPointer.tsx';
import { nearestPoint, nextPoint, type PlacedPoint } from './chart-points.ts';
import { useDrawnPlot } from './use-drawn-plot.ts';
import { useWidth } from './use-width.ts';

export interface ChartProps {
  readonly chart: keyof typeof charts;
  readonly result: Result;
  readonly context: Omit<ChartContext, 'widthPx'>;
  /** How tall its plot stands at least. */
  readonly heightPx?: number;
  readonly label: string;
  readonly onPick: (target: PointTarget) => void;
}

/** Below this width names and axes leave no room for a plot: what is not laid out yet is not drawn. */
const leastPx = 120;

/** Draws a result, and says what stands under the pointer or the keyboard. What is drawn is decided in the catalog. */
export function Chart({ chart, result, context, heightPx: wantedPx, label, onPick }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const drawing = useMemo(
    () => (width < leastPx ? noDrawing : charts[chart](result, { ...context, widthPx: width })),
    [chart, result, context, width],
  );
  const height = Math.max(wantedPx ?? 0, chartHeightPx(chart, result, { ...context, widthPx: width || 600 }));
  const placed = useDrawnPlot(holder, drawing, width, height);
  const [pointed, point] = usePointed(drawing);
  const pick = (at: PlacedPoint | null) => {
    if (at !== null && at.point.target !== null) onPick(at.point.target);
  };
  const nearestTo = (event: MouseEvent) => nearestPoint(placed.current, drawing.nearest, placeOf(event, holder.current));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') pick(pointed);
    if (event.key === 'Escape') point(null);
    const next = nextPoint(placed.current, drawing.nearest, pointed, event.key);
    if (next === null) return;
    event.preventDefault();
    point(next);
  };
  return (
    <div
      ref={element}
      className="drawing"
      role="img"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move through the points, as the label says
      tabIndex={0}
      data-picks={pointed?.point.target != null}
      onKeyDown={press}
      onBlur={() => point(null)}
      onPointerMove={(event) => point(nearestTo(event))}
      onPointerLeave={() => point(null)}
      onClick={(event) => pick(nearestTo(event))}
    >
      {drawing.legend !== undefined && <Legend items={drawing.legend} />}
      <div className="drawing-room" style={{ minHeight: height }}>
        <div ref={holder} />
        {pointed !== null && (
          <ChartPointer
            pointed={pointed}
            beside={drawing.nearest === 'across' ? besideOf(pointed, placed.current) : []}
            ruled={drawing.nearest === 'across'}
            room={{ width, height }}
            context={context}
          />
        )}
      </div>
      {drawing.leftOut !== undefined && <p className="quiet note">{context.say('chart.leftOut', { count: drawing.leftOut })}</p>}
    </div>
  );
}

/** The point under the pointer or the keyboard, for as long as its drawing stands. */
function usePointed(drawing: Drawing): [PlacedPoint | null, (point: PlacedPoint | null) => void] {
  const [pointed, setPointed] = useState<{ readonly drawing: Drawing; readonly at: PlacedPoint | null }>({ drawing, at: null });
  const point = (at: PlacedPoint | null) => setPointed((last) => (last.drawing === drawing && last.at === at ? last : { drawing, at }));
  return [pointed.drawing === drawing ? pointed.at : null, point];
}

/** The place of a pointer on a plot that may be drawn smaller than it is. */
function placeOf(event: MouseEvent, holder: HTMLElement | null): [number, number] {
  const box = holder?.getBoundingClientRect();
  return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
}

/** Points of other lines in the bucket and the panel of this one. */
function besideOf(pointed: PlacedPoint, placed: readonly PlacedPoint[]): PlacedPoint[] {
  const { fx, fy } = pointed.point;
  return placed.filter((each) => each !== pointed && each.x === pointed.x && each.point.fx === fx && each.point.fy === fy);
}

function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <div className="drawing-legend">
      {items.map(({ name, color, dotted }) => (
        <span key={`${name} ${color}`}>
          {dotted ? (
            <span className="swatch-dotted" style={{ borderColor: color }} />
          ) : (
            <span className="swatch" style={{ background: color }} />
          )}
          {name}
        </span>
      ))}
    </div>
  );
}
