import { type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { Box } from './box.ts';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import { eventLabelPx, type PlacedEvent } from './place-events.ts';
import { shorten, textWidthPx } from './text-width.ts';

const rowPx = 15;
/** Between a plot and the words above it. */
const awayPx = 4;

/** Room that the words of events take above a plot, in px. */
export function eventRoomPx(events: readonly PlacedEvent[]): number {
  return events.length === 0 ? 0 : (Math.max(...events.map(({ row }) => row)) + 1) * rowPx;
}

/** Events as thin lines with their word above, and a light ground where they last longer than a bucket. */
export function eventMarks(events: readonly PlacedEvent[], { theme }: ChartContext): Markish[] {
  const { muted } = palettes[theme];
  const lasting = events.filter((event) => event.last > event.first);
  return [
    rect(lasting, { x1: 'first', x2: 'last', fill: muted, fillOpacity: 0.08 }),
    ruleX(events, { x: 'first', stroke: muted }),
    ...events.map((event) => wordOf(event, muted)),
  ];
}

/** The ground that the words of events take above a plot that begins at such a height, in px; `xOf` is where a bucket stands. */
export function eventWordBoxes(events: readonly PlacedEvent[], xOf: (bucket: number) => number, plotTop: number): Box[] {
  return events.map(({ name, first, row, align }) => {
    const widthPx = textWidthPx(shorten(name, eventLabelPx));
    const left = xOf(first) - { left: 0, center: widthPx / 2, right: widthPx }[align];
    const bottom = plotTop - awayPx - row * rowPx;
    return { left, right: left + widthPx, top: bottom - rowPx, bottom };
  });
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function wordOf({ name, first, row, align }: PlacedEvent, fill: string): Markish {
  const word = shorten(name, eventLabelPx);
  const above = { frameAnchor: 'top', lineAnchor: 'bottom', dy: -awayPx - row * rowPx } as const;
  return text([word], { x: [first], text: [word], textAnchor: anchors[align], ...above, fill });
}
