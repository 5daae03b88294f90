import { useLayoutEffect, useRef } from 'react';
import type { ChartContext } from '../../../catalog/charts/chart-context.ts';
import { formatEstimate } from '../../../catalog/charts/format-value.ts';
import { type Hover, type HoverLine, hoverBasis } from '../../../catalog/charts/hover.ts';
import type { PlacedPoint } from './chart-points.ts';
import { placeHover } from './place-hover.ts';

type Reader = Pick<ChartContext, 'locale' | 'say'>;

export interface ChartPointerProps {
  /** The point under the pointer or the keyboard. */
  readonly pointed: PlacedPoint;
  /** Points of the other lines in its bucket. */
  readonly beside: readonly PlacedPoint[];
  /** Whether a line through all of its bucket is drawn. */
  readonly ruled: boolean;
  readonly room: { readonly width: number; readonly height: number };
  readonly context: Reader;
}

/** Marks a point of a chart and says exactly what it is. */
export function ChartPointer({ pointed, beside, ruled, room, context }: ChartPointerProps) {
  const { panel, point } = pointed;
  return (
    <>
      {ruled && <div className="drawing-rule" style={{ left: pointed.x, top: panel.top, height: panel.height }} />}
      {beside.map((each) => (
        <Ring key={each.series} at={each} />
      ))}
      {pointed.box.width > 0 && pointed.box.height > 0 ? (
        <div className="drawing-outline" style={pointed.box} />
      ) : (
        <Ring at={pointed} strong />
      )}
      <HoverBox hover={point.hover()} at={pointed} room={room} context={context} />
    </>
  );
}

function Ring({ at, strong = false }: { readonly at: PlacedPoint; readonly strong?: boolean }) {
  return <div className="drawing-ring" data-strong={strong} style={{ left: at.x, top: at.y, borderColor: at.point.color }} />;
}

interface HoverBoxProps extends Pick<ChartPointerProps, 'room' | 'context'> {
  readonly hover: Hover;
  readonly at: PlacedPoint;
}

function HoverBox({ hover, at, room, context }: HoverBoxProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const { left, top } = placeHover(at, { width: current.offsetWidth, height: current.offsetHeight }, room);
    current.style.translate = `${left}px ${top}px`;
  });
  return (
    <div ref={element} className="drawing-hover">
      <p>{hover.title}</p>
      <div className="hover-lines">
        {hover.lines.map((line) => (
          <HoverRow key={`${line.name} ${line.color}`} line={line} context={context} />
        ))}
      </div>
    </div>
  );
}

function HoverRow({ line, context }: { readonly line: HoverLine; readonly context: Reader }) {
  const basis = hoverBasis(line, context);
  return (
    <>
      <span className="swatch" style={{ background: line.color }} />
      <span className="hover-name">{line.name}</span>
      <span className="hover-value">{formatEstimate(line.estimate, line.metric.unit, context.locale, true)}</span>
      <span className="hover-basis">{basis}</span>
    </>
  );
}
