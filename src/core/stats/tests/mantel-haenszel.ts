import type { Interval } from '../../model/estimate.ts';
import { checkLevel } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { chiSquareAbove, normalQuantile } from '../distributions.ts';
import type { Proportion } from './compare-proportions.ts';

/** Two groups within one stratum. */
export interface StratumOfProportions {
  readonly first: Proportion;
  readonly second: Proportion;
}

/** One odds ratio over strata. */
export interface CommonOddsRatio {
  /** Odds of success in the first group ÷ in the second, within strata. Null where it has no bound. */
  readonly oddsRatio: number | null;
  /** By Robins, Breslow and Greenland 1986. Null where the odds ratio is 0 or has no bound. */
  readonly interval: Interval | null;
  readonly level: number;
  /** Cochran, Mantel and Haenszel's, with correction for continuity where events are at least ½ off, as R's `mantelhaen.test`. */
  readonly chiSquare: number;
  readonly pValue: number;
  readonly strata: number;
  readonly n: number;
}

/**
 * Do two groups differ in a proportion once strata are held equal, as channel or country? Mantel and Haenszel 1959. It takes the odds ratio to be the same in
 * each stratum; where it turns round, the common one says little.
 * @throws UserError for no stratum, successes outside 0 to n, and where no stratum holds both groups and both outcomes
 */
export function mantelHaenszel(strata: readonly StratumOfProportions[], level = 0.95): CommonOddsRatio {
  if (strata.length === 0) throw cannotAnswer('there is no stratum; give at least one with both groups');
  checkLevel(level);
  for (const { first, second } of strata) for (const group of [first, second]) checkProportion(group);
  const cells = strata.flatMap(cellsOf);
  const sum = (pick: (cell: Cell) => number) => cells.reduce((total, cell) => total + pick(cell), 0);
  const [r, s, variance] = [sum((cell) => cell.r), sum((cell) => cell.s), sum((cell) => cell.variance)];
  if (!(variance > 0)) throw cannotAnswer('no stratum holds both groups and both outcomes, so there is no odds ratio to tell');
  const distance = Math.abs(sum((cell) => cell.off));
  const chiSquare = (distance >= 0.5 ? distance - 0.5 : distance) ** 2 / variance;
  return {
    oddsRatio: s > 0 ? r / s : null,
    interval: r > 0 && s > 0 ? intervalOf(cells, { r, s }, level) : null,
    level,
    chiSquare,
    pValue: chiSquareAbove(chiSquare, 1),
    strata: cells.length,
    n: sum((cell) => cell.n),
  };
}

function checkProportion({ successes, n }: Proportion): void {
  if (!(n >= 0) || !(successes >= 0 && successes <= n)) throw cannotAnswer(`${successes} successes among ${n} cases cannot be`);
}

function intervalOf(cells: readonly Cell[], { r, s }: { readonly r: number; readonly s: number }, level: number): Interval {
  const sum = (pick: (cell: Cell) => number) => cells.reduce((total, cell) => total + pick(cell), 0);
  const spread =
    sum(({ p, r: each }) => p * each) / (2 * r * r) +
    sum(({ p, q, r: one, s: other }) => p * other + q * one) / (2 * r * s) +
    sum(({ q, s: each }) => q * each) / (2 * s * s);
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(spread);
  return { low: (r / s) * Math.exp(-reach), high: (r / s) * Math.exp(reach) };
}

/** What a stratum adds. */
interface Cell {
  readonly n: number;
  readonly r: number;
  readonly s: number;
  readonly p: number;
  readonly q: number;
  readonly off: number;
  readonly variance: number;
}

function cellsOf({ first, second }: StratumOfProportions): Cell[] {
  const n = first.n + second.n;
  if (n < 2) return [];
  const [a, b, c, d] = [first.successes, first.n - first.successes, second.successes, second.n - second.successes];
  return [
    {
      n,
      r: (a * d) / n,
      s: (b * c) / n,
      p: (a + d) / n,
      q: (b + c) / n,
      off: a - (first.n * (a + c)) / n,
      variance: (first.n * second.n * (a + c) * (b + d)) / (n * n * (n - 1)),
    },
  ];
}
