/** Results of one person with one kind of work, the kind by its parts: category, channel, language … */
export interface LevelCell {
  readonly person: string;
  readonly kind: readonly string[];
  readonly n: number;
  readonly mean: number;
}

const rounds = 30;
/** An effect that rests on few results is drawn towards none with this many. */
const priorResults = 5;

/**
 * What a kind of work brings on the whole: a general level plus an effect of each of its parts, with the effects of persons estimated beside them, so that who
 * does most of a kind does not colour it. Weighted least squares by backfitting. Buja, Hastie and Tibshirani 1989.
 */
export function additiveLevels(cells: readonly LevelCell[]): (kind: readonly string[]) => number {
  const total = cells.reduce((sum, { n }) => sum + n, 0);
  const base = cells.reduce((sum, { n, mean }) => sum + n * mean, 0) / total;
  const parts = cells[0]?.kind.length ?? 0;
  const factors = [
    (cell: LevelCell) => cell.person,
    ...Array.from({ length: parts }, (_, part) => (cell: LevelCell) => cell.kind[part] ?? ''),
  ];
  const effects = factors.map(() => new Map<string, number>());
  const fitted = (cell: LevelCell) => factors.reduce((sum, level, index) => sum + (effects[index]?.get(level(cell)) ?? 0), base);
  for (let round = 0; round < rounds; round++) {
    factors.forEach((level, index) => {
      const sums = new Map<string, { n: number; sum: number }>();
      for (const cell of cells) {
        const known = sums.get(level(cell)) ?? { n: 0, sum: 0 };
        const rest = cell.mean - fitted(cell) + (effects[index]?.get(level(cell)) ?? 0);
        sums.set(level(cell), { n: known.n + cell.n, sum: known.sum + cell.n * rest });
      }
      for (const [name, { n, sum }] of sums) effects[index]?.set(name, sum / (n + priorResults));
    });
  }
  return (kind) => kind.reduce((sum, name, part) => sum + (effects[part + 1]?.get(name) ?? 0), base);
}
