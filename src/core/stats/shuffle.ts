import type { Random } from './random.ts';

/** Puts values into an order by chance, in place; each order is as likely. Fisher and Yates, from the end. */
export function shuffle(values: Float64Array | Int32Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    const kept = values[i] ?? 0;
    values[i] = values[other] ?? 0;
    values[other] = kept;
  }
}
