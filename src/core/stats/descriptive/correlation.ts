import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { normalQuantile, normalTwoSided, studentTwoSided } from '../distributions.ts';
import { isConstant } from '../is-constant.ts';
import { inversions } from './inversions.ts';
import { meanOf } from './moments.ts';
import { rank } from './ranks.ts';
import { tieCounts } from './tie-counts.ts';

/** How strongly two variables go together, from −1 to 1. Together is not because of. */
export interface Correlation {
  readonly r: number;
  readonly n: number;
  /** Two-sided, of no correlation. */
  readonly pValue: number;
  /** 95 %, by Fisher's z, for ρ with Bonett and Wright's variance; null below four cases, where r is 1 or −1, and for Kendall's τ. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A correlation of orders, and how its p-value was found. */
export interface RankCorrelation extends Correlation {
  readonly method: 'exact' | 'normal';
}

/**
 * Pearson's r: how close to a straight line. p by t with n − 2 degrees of freedom.
 * @throws UserError for fewer than three cases, different lengths, a constant variable (named), a value that is not finite
 */
export function pearsonCorrelation(x: Column, y: Column): Correlation {
  checkPair(x, y);
  const r = productMoment(x, y);
  return { r, n: x.length, pValue: pOfR(r, x.length - 2), ...fisherInterval(r, x.length - 3) };
}

/**
 * Spearman's ρ: how close to an order; Pearson's r of the ranks, ties at their mean. Bonett and Wright 2000, Sample size requirements for estimating Pearson,
 * Kendall and Spearman correlations, Psychometrika 65, for the interval: that of r covers only 90 % where ρ is 0.9.
 * @throws as Pearson's
 */
export function spearmanCorrelation(x: Column, y: Column): Correlation {
  checkPair(x, y);
  const r = productMoment(rank(x).ranks, rank(y).ranks);
  return { r, n: x.length, pValue: pOfR(r, x.length - 2), ...fisherInterval(r, (x.length - 3) / (1 + (r * r) / 2)) };
}

/**
 * Kendall's τ-b: pairs in the same order less pairs in the opposite one, allowing for ties. p exactly for fewer than 50 cases without ties, as R, else by the
 * normal approximation with tie correction.
 * @param method instead of the choice; `exact` takes ties for none
 * @throws as Pearson's
 */
export function kendallCorrelation(x: Column, y: Column, method?: RankCorrelation['method']): RankCorrelation {
  checkPair(x, y);
  const n = x.length;
  const pairs = (n * (n - 1)) / 2;
  const score = orderScore(x, y);
  const [tx, ty] = [tieCounts(x), tieCounts(y)];
  const r = score / Math.sqrt((pairs - tx.pairs) * (pairs - ty.pairs));
  const v0 = n * (n - 1) * (2 * n + 5);
  const v1 = (2 * tx.pairs * 2 * ty.pairs) / (2 * n * (n - 1));
  const v2 = n > 2 ? (tx.triples * ty.triples) / (9 * n * (n - 1) * (n - 2)) : 0;
  const variance = (v0 - tx.five - ty.five) / 18 + v1 + v2;
  const chosen = method ?? (n < 50 && tx.pairs + ty.pairs === 0 ? 'exact' : 'normal');
  const pValue = chosen === 'exact' ? exactOrderChance((pairs - Math.abs(score)) / 2, n) : normalTwoSided(score / Math.sqrt(variance));
  return { r, n, pValue, low: null, high: null, method: chosen };
}

/** Two-sided chance of at most so many pairs out of order among n cases: what each next case may add is uniform. Kendall 1938. */
function exactOrderChance(outOfOrder: number, n: number): number {
  let chances = Float64Array.of(1);
  for (let cases = 2; cases <= n; cases++) {
    const next = new Float64Array(chances.length + cases - 1);
    for (const [sum, chance] of chances.entries())
      for (let more = 0; more < cases; more++) next[sum + more] = (next[sum + more] ?? 0) + chance / cases;
    chances = next;
  }
  return Math.min(1, 2 * chances.subarray(0, Math.floor(outOfOrder + 1e-9) + 1).reduce((sum, chance) => sum + chance, 0));
}

/**
 * Partial correlation of x and y with other variables held equal: Pearson's r of what those leave unexplained of each, by recursion.
 * @throws as Pearson's, for fewer cases than three more than are held, and where the others determine x or y
 */
export function partialCorrelation(x: Column, y: Column, held: readonly Column[]): Correlation {
  checkPair(x, y);
  for (const other of held) checkPair(x, other);
  if (x.length < held.length + 3)
    throw cannotAnswer(`${x.length} cases are too few with ${held.length} variables held equal; at least ${held.length + 3} are needed`);
  const r = partial([x, y, ...held], 0, 1, held.length);
  if (!Number.isFinite(r)) throw cannotAnswer('the variables that are held equal determine one of the two; leave one of them out');
  return { r, n: x.length, pValue: pOfR(r, x.length - 2 - held.length), ...fisherInterval(r, x.length - 3 - held.length) };
}

/** Below this share of the variance nothing is left of a variable but rounding. */
const wholly = 1e-12;

function partial(columns: readonly Column[], i: number, j: number, heldCount: number): number {
  const known = new Map<string, number>();
  const solve = (a: number, b: number, held: number): number => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)} ${held}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = held === 0 ? productMoment(columns[a] ?? [], columns[b] ?? []) : step(a, b, held);
    known.set(key, value);
    return value;
  };
  const step = (a: number, b: number, held: number) => {
    const z = held + 1;
    const [ab, az, bz] = [solve(a, b, held - 1), solve(a, z, held - 1), solve(b, z, held - 1)];
    const [restA, restB] = [1 - az * az, 1 - bz * bz];
    return restA < wholly || restB < wholly ? Number.NaN : Math.min(1, Math.max(-1, (ab - az * bz) / Math.sqrt(restA * restB)));
  };
  return solve(i, j, heldCount);
}

function checkPair(x: Column, y: Column): void {
  checkSameLength(x, y, ['x', 'y']);
  for (const [name, column] of [['x', x] as const, ['y', y] as const]) {
    checkColumn(column, name, 3);
    if (isConstant(column)) throw cannotAnswer(`"${name}" is ${column[0]} in every case; what does not vary goes with nothing`);
  }
}

function productMoment(x: Column, y: Column): number {
  const [mx, my] = [meanOf(x), meanOf(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [(x[i] ?? 0) - mx, (y[i] ?? 0) - my];
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

function pOfR(r: number, df: number): number {
  if (df <= 0) return Number.NaN;
  if (Math.abs(r) === 1) return 0;
  return studentTwoSided(r * Math.sqrt(df / (1 - r * r)), df);
}

function fisherInterval(r: number, weight: number): { low: number | null; high: number | null } {
  if (!(weight > 0) || Math.abs(r) === 1) return { low: null, high: null };
  const reach = normalQuantile(0.975) / Math.sqrt(weight);
  return { low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach) };
}

/** Concordant less discordant pairs in n log n: pairs out of order in y once sorted by x are counted by merging. Knight 1966. */
function orderScore(x: Column, y: Column): number {
  const n = x.length;
  const order = new Uint32Array(n).map((_, index) => index).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  const sortedY = Float64Array.from(order, (index) => y[index] ?? 0);
  const both = new Map<string, number>();
  for (let i = 0; i < n; i++) both.set(`${x[i]} ${y[i]}`, (both.get(`${x[i]} ${y[i]}`) ?? 0) + 1);
  let tiedBoth = 0;
  for (const t of both.values()) tiedBoth += (t * (t - 1)) / 2;
  const untied = (n * (n - 1)) / 2 - tieCounts(x).pairs - tieCounts(y).pairs + tiedBoth;
  return untied - 2 * inversions(sortedY);
}
