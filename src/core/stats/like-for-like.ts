import type { Interval } from '../model/estimate.ts';
import { z95 } from './wilson-interval.ts';

/** What one person did of one kind of work: n results with their mean (a share as a part of 1). */
export interface WorkCell {
  readonly person: string;
  /** The kind of work: category, channel, language, complaint or not. */
  readonly kind: string;
  readonly n: number;
  readonly mean: number;
}

/** A person's results set against what the others would have had with the same work. */
export interface LikeForLike {
  readonly person: string;
  readonly n: number;
  readonly raw: number;
  /** The others' results on this person's work. */
  readonly expected: number;
  /** The mean of all, moved by the difference of raw and expected: what the person would have had with the work of all. */
  readonly adjusted: number;
  readonly interval: Interval;
  /** Standard deviations of `raw` from `expected`. */
  readonly z: number;
}

/** A kind of work that the others hardly did is drawn to their mean with this many results. */
const priorResults = 10;

/**
 * Indirect standardisation within a team: for each person the expected mean is that of the other persons' results, kind by kind, weighed with this person's work.
 * @param variance of one result around the mean of its kind, given that mean: m·(1 − m) for shares
 * Breslow and Day, Statistical Methods in Cancer Research II (1987), chapter 2.
 */
export function likeForLike(cells: readonly WorkCell[], variance: (mean: number) => number): readonly LikeForLike[] {
  const whole = totals(cells);
  const byKind = new Map([...groups(cells, ({ kind }) => kind)].map(([kind, list]) => [kind, totals(list)]));
  return [...groups(cells, ({ person }) => person)].map(([person, own]) => {
    const mine = totals(own);
    const rest = { n: whole.n - mine.n, sum: whole.sum - mine.sum };
    const restMean = rest.n > 0 ? rest.sum / rest.n : whole.sum / whole.n;
    let [expected, noise] = [0, 0];
    for (const { kind, n, mean } of own) {
      const all = byKind.get(kind) ?? { n: 0, sum: 0 };
      const others = { n: all.n - n, sum: all.sum - n * mean };
      const level = (others.sum + priorResults * restMean) / (others.n + priorResults);
      expected += n * level;
      noise += n * variance(level) + (n * n * variance(level)) / (others.n + priorResults);
    }
    const raw = mine.sum / mine.n;
    const sd = Math.sqrt(noise) / mine.n;
    const adjusted = whole.sum / whole.n + raw - expected / mine.n;
    return {
      person,
      n: mine.n,
      raw,
      expected: expected / mine.n,
      adjusted,
      interval: { low: adjusted - z95 * sd, high: adjusted + z95 * sd },
      z: sd > 0 ? (raw - expected / mine.n) / sd : 0,
    };
  });
}

function totals(cells: readonly WorkCell[]): { n: number; sum: number } {
  return cells.reduce((total, { n, mean }) => ({ n: total.n + n, sum: total.sum + n * mean }), { n: 0, sum: 0 });
}

function groups(cells: readonly WorkCell[], keyOf: (cell: WorkCell) => string): ReadonlyMap<string, readonly WorkCell[]> {
  const lists = new Map<string, WorkCell[]>();
  for (const cell of cells) {
    if (cell.n <= 0) continue;
    const list = lists.get(keyOf(cell)) ?? [];
    list.push(cell);
    lists.set(keyOf(cell), list);
  }
  return lists;
}
