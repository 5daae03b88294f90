/** Which side of what was expected. */
export type Direction = 'above' | 'below';

/** The side of a deviation; none at all counts as above. */
export function directionOf(deviation: number): Direction {
  return deviation >= 0 ? 'above' : 'below';
}
