import type { Box, PlacedPoint } from './chart-points.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const gapPx = 14;

/**
 * Where a box of words stands so that it covers neither its point nor its bar, all in px: to the right of a point, else to the left, else
 * below or above, as with a bar or a cell; within the room where it fits.
 */
export function placeHover({ x, y, box }: Pick<PlacedPoint, 'x' | 'y' | 'box'>, words: Size, room: Size): Pick<Box, 'left' | 'top'> {
  const isPoint = box.width === 0 || box.height === 0;
  const beside = [x + gapPx, x - gapPx - words.width].find((left) => left >= 0 && left + words.width <= room.width);
  if (isPoint && beside !== undefined) return { left: Math.round(beside), top: within(y - words.height / 2, words.height, room.height) };
  const below = y + box.height / 2 + gapPx / 2;
  const above = y - box.height / 2 - gapPx / 2 - words.height;
  return {
    left: within(x - words.width / 2, words.width, room.width),
    top: Math.round(below + words.height <= room.height || above < 0 ? below : above),
  };
}

function within(from: number, length: number, room: number): number {
  return Math.round(Math.max(0, Math.min(from, room - length)));
}
