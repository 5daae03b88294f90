import { type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import { eventLabelPx, type PlacedEvent } from './place-events.ts';
import { shorten } from './text-width.ts';

const rowPx = 15;

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

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function wordOf({ name, first, row, align }: PlacedEvent, fill: string): Markish {
  const word = shorten(name, eventLabelPx);
  const above = { frameAnchor: 'top', lineAnchor: 'bottom', dy: -4 - row * rowPx } as const;
  return text([word], { x: [first], text: [word], textAnchor: anchors[align], ...above, fill });
}
