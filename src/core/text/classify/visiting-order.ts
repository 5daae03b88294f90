import type { Random } from '../../stats/random.ts';

/** The order in which rows are visited; those beyond `active` are put aside. */
export interface VisitingOrder {
  readonly rows: Int32Array;
  active: number;
}

export function visitingOrder(rows: number): VisitingOrder {
  return { rows: Int32Array.from({ length: rows }, (_, row) => row), active: rows };
}

/** Takes the row at a place out of those that are visited; another comes into its place. */
export function putAside(order: VisitingOrder, place: number): void {
  order.active--;
  swap(order.rows, place, order.active);
}

/** Puts those that are visited into a new order (Fisher and Yates). */
export function shuffleActive(order: VisitingOrder, random: Random): void {
  for (let i = order.active - 1; i > 0; i--) swap(order.rows, i, random.below(i + 1));
}

function swap(rows: Int32Array, i: number, j: number): void {
  const held = rows[i] ?? 0;
  rows[i] = rows[j] ?? 0;
  rows[j] = held;
}
