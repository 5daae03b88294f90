/** Counts of a pair of activities and its margins. */
interface PairCounts {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly total: number;
}

/** Whether an activity is looked at. */
type IsKept = (what: number) => boolean;

/**
 * How much cases differ in the counts that the lift of a pair is made of: sums over cases of the products of n (the pair), r (what comes first), c (what
 * comes after) and t (all transitions), so that each pair's variance is known after one pass.
 */
export function caseMoments(size: number) {
  const [pairs, margins] = [new Map<number, PairSums>(), new Map<number, number>()];
  const [firsts, seconds] = [squareSums(size), squareSums(size)];
  let [cases, squareOfAll] = [0, 0];
  const add = (from: Int32Array, to: Int32Array, isFirst: IsKept, isSecond: IsKept) => {
    const all = from.length;
    cases++;
    squareOfAll += all * all;
    const [r, c, n] = [tally(from, isFirst), tally(to, isSecond), new Map<number, number>()];
    from.forEach((first, i) => {
      const second = to[i] as number;
      if (isFirst(first) && isSecond(second)) bump(n, first * size + second, 1);
    });
    firsts.add(r, all);
    seconds.add(c, all);
    for (const [first, left] of r) for (const [second, right] of c) bump(margins, first * size + second, left * right);
    for (const [key, count] of n) {
      addPair(pairs, key, { n: count, before: r.get(Math.floor(key / size)) ?? 0, after: c.get(key % size) ?? 0, total: all });
    }
  };
  /** Of log(n · t ÷ (r · c)); null below two cases, and where the pair never comes. */
  const variance = (from: number, to: number, { n, before, after, total }: PairCounts): number | null => {
    const sums = pairs.get(from * size + to);
    if (cases < 2 || !sums) return null;
    const squares = sums.nn / n ** 2 + firsts.squareOf(from) / before ** 2 + seconds.squareOf(to) / after ** 2 + squareOfAll / total ** 2;
    const products =
      sums.nt / (n * total) -
      sums.nr / (n * before) -
      sums.nc / (n * after) +
      (margins.get(from * size + to) ?? 0) / (before * after) -
      firsts.withAll(from) / (before * total) -
      seconds.withAll(to) / (after * total);
    return ((squares + 2 * products) * cases) / (cases - 1);
  };
  return { add, variance, cases: () => cases };
}

interface PairSums {
  nn: number;
  nr: number;
  nc: number;
  nt: number;
}

function addPair(pairs: Map<number, PairSums>, key: number, { n, before, after, total }: PairCounts): void {
  const sums = pairs.get(key) ?? { nn: 0, nr: 0, nc: 0, nt: 0 };
  sums.nn += n * n;
  sums.nr += n * before;
  sums.nc += n * after;
  sums.nt += n * total;
  pairs.set(key, sums);
}

function squareSums(size: number) {
  const [squares, products] = [new Float64Array(size), new Float64Array(size)];
  return {
    add: (counts: ReadonlyMap<number, number>, all: number) => {
      for (const [what, count] of counts) {
        squares[what] = (squares[what] as number) + count * count;
        products[what] = (products[what] as number) + count * all;
      }
    },
    squareOf: (what: number) => squares[what] ?? 0,
    withAll: (what: number) => products[what] ?? 0,
  };
}

function tally(values: Int32Array, isKept: IsKept): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) if (isKept(value)) bump(counts, value, 1);
  return counts;
}

function bump(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
