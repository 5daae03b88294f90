/** A place in a drawing, in px from its upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in a drawing, in px from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether two rectangles share some ground. */
export function boxesOverlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether a straight line from one place to another passes through a rectangle, by the clipping of Liang and Barsky ("A new concept and method for line clipping", 1984). */
export function passesThrough(from: Place, to: Place, { left, right, top, bottom }: Box): boolean {
  let [enters, leaves] = [0, 1];
  for (const [start, length, low, high] of [
    [from.x, to.x - from.x, left, right],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (length === 0 && (start < low || start > high)) return false;
    const ends = length === 0 ? [0, 1] : [(low - start) / length, (high - start) / length];
    enters = Math.max(enters, Math.min(...ends));
    leaves = Math.min(leaves, Math.max(...ends));
  }
  return enters <= leaves;
}
