/** Labels pushed apart together, and where the first of them would stand. */
interface Block {
  readonly sum: number;
  readonly count: number;
}

/**
 * Moves labels along a line so that none lies on another, as little as can be: least squares by pooling adjacent violators (Ayer et al.,
 * "An empirical distribution function for sampling with incomplete information", 1955). All in px; they keep their order and stay between
 * the bounds where there is room.
 */
export function spreadLabels(places: readonly number[], gapPx: number, [from, until]: readonly [number, number]): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const wanted = order.map((index, rank) => (places[index] ?? 0) - rank * gapPx);
  const latest = Math.max(from, until - (places.length - 1) * gapPx);
  const moved = [...places];
  for (const [rank, place] of pool(wanted).entries()) moved[order[rank] ?? 0] = Math.min(Math.max(place, from), latest) + rank * gapPx;
  return moved;
}

/** The values nearest to these that never fall. */
function pool(values: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const value of values) {
    let block: Block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && mean(last) > mean(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
}

function mean({ sum, count }: Block): number {
  return sum / count;
}
