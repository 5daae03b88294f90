import { checkWeights, type Link } from './match-scorer.ts';

/**
 * Keeps each record in at most one link, for two tables that hold nobody twice: the heaviest link first, then the heaviest of those whose records are
 * still free. Greedy: the sum of all weights may fall short of the best assignment. Equal weights go by position.
 * A link of a record to itself is none. @throws UserError for a link without a weight
 */
export function oneToOne(links: readonly Link[]): Link[] {
  checkWeights(links);
  const taken = new Set<number>();
  const ordered = [...links].sort((a, b) => b.weight - a.weight || a.left - b.left || a.right - b.right);
  return ordered.filter(({ left, right }) => {
    if (left === right || taken.has(left) || taken.has(right)) return false;
    taken.add(left).add(right);
    return true;
  });
}
