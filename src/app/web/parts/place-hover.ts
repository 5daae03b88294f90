import type { Box } from './chart-points.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const gapPx = 14;

/** Where a box of words stands beside a point, all in px: to the right of it, else to the left, and within the room where it fits. */
export function placeHover(at: { readonly x: number; readonly y: number }, box: Size, room: Size): Pick<Box, 'left' | 'top'> {
  const right = at.x + gapPx;
  const left = right + box.width <= room.width ? right : at.x - gapPx - box.width;
  return { left: within(left, box.width, room.width), top: within(at.y - box.height / 2, box.height, room.height) };
}

function within(from: number, length: number, room: number): number {
  return Math.round(Math.max(0, Math.min(from, room - length)));
}
