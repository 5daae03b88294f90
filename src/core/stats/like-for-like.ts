import type { Interval } from '../model/estimate.ts';
import { additiveLevels, type LevelCell } from './additive-levels.ts';
import { z95 } from './wilson-interval.ts';

/** What one person did of one kind of work (category, channel, language, complaint or not): n results with their mean, a share as a part of 1. */
export type WorkCell = LevelCell;

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

/** A kind of work that the others hardly did is drawn, with this many results, to what its parts bring on the whole. */
const priorResults = 20;

/**
 * Indirect standardisation within a team: for each person the expected mean is that of the other persons' results, kind by kind, weighed with this person's work.
 * What the others hardly did is told by the parts of the kind, see `additiveLevels`.
 * @param variance of one result around the mean of its kind, given that mean: m·(1 − m) for shares
 * Breslow and Day, Statistical Methods in Cancer Research II (1987), chapter 2.
 */
export function likeForLike(cells: readonly WorkCell[], variance: (mean: number) => number): readonly LikeForLike[] {
  const whole = totals(cells);
  const levelOf = additiveLevels(cells.filter(({ n }) => n > 0));
  const freedom = freedomOf(cells);
  const byKind = new Map([...groups(cells, keyOfKind)].map(([kind, list]) => [kind, totals(list)]));
  return [...groups(cells, ({ person }) => person)].map(([person, own]) => {
    const mine = totals(own);
    let [expected, noise, drawn] = [0, 0, 0];
    for (const cell of own) {
      const { n, mean } = cell;
      const all = byKind.get(keyOfKind(cell)) ?? { n: 0, sum: 0 };
      const others = { n: all.n - n, sum: all.sum - n * mean };
      const level = (others.sum + priorResults * levelOf(cell.kind)) / (others.n + priorResults);
      expected += n * level;
      drawn += (n * priorResults) / (others.n + priorResults);
      noise += n * variance(level) + (n * n * variance(level)) / (others.n + priorResults);
    }
    const rest = Math.max(1, whole.n - mine.n);
    noise += (drawn * drawn * variance(expected / mine.n) * freedom) / rest;
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

/** How many numbers the levels of all kinds take: the general one and one for each further value of a part. Their error is shared by all kinds. */
function freedomOf(cells: readonly WorkCell[]): number {
  const parts = cells[0]?.kind.length ?? 0;
  return Array.from({ length: parts }, (_, part) => new Set(cells.map(({ kind }) => kind[part])).size - 1).reduce(
    (sum, count) => sum + count,
    1,
  );
}

function keyOfKind({ kind }: WorkCell): string {
  return JSON.stringify(kind);
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
