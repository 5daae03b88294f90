import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { type Random, seededRandom } from '../random.ts';
import { bySize } from './clustering.ts';
import { columnDistance, type MixedCases, type MixedColumn, mixedCases, type PackedColumn } from './mixed-columns.ts';

export interface KPrototypesOptions {
  readonly seed: number;
  /** Starts, of which the best is kept; 10 by default. */
  readonly restarts?: number;
  /** 100 by default. */
  readonly maxIterations?: number;
  readonly progress?: Progress;
}

/** Segments of cases with numbers and categories. */
export interface KPrototypes {
  readonly n: number;
  readonly k: number;
  /** From 0, the largest cluster first. */
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  /** The typical case of each cluster: medians and commonest categories by column. */
  readonly prototypes: readonly Readonly<Record<string, number | string>>[];
  /** Mean of Gower's distances to the own prototype, 0 to 1. */
  readonly meanDistance: number;
  /** Missing values by column; they are left out of the distances. */
  readonly missing: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly iterations: number;
  readonly hasConverged: boolean;
}

/**
 * Segments around `k` typical cases by Gower's distance, so that numbers and categories weigh alike: k-prototypes (Huang 1998) with medians in place of
 * means, as distances are not squared. Always gives `k` segments, see `clusterStability`.
 * @throws UserError for columns that cannot be, a `k` below 1 or above the cases, and for fewer different cases than `k`
 */
export function kPrototypes(columns: readonly MixedColumn[], k: number, options: KPrototypesOptions): KPrototypes {
  const cases = mixedCases(columns);
  if (!Number.isInteger(k) || k < 1 || k > cases.n) throw cannotAnswer(`${cases.n} cases cannot be ${k} clusters`);
  const { seed, restarts = 10, maxIterations = 100, progress } = options;
  const random = seededRandom(seed);
  let best: Run | null = null;
  for (let restart = 0; restart < Math.max(1, restarts); restart++) {
    checkpoint(progress, restart / restarts);
    const run = settle(cases, startPrototypes(cases, k, random), maxIterations);
    if (best === null || run.total < best.total) best = run;
  }
  const run = best ?? settle(cases, startPrototypes(cases, k, random), maxIterations);
  const { labels, sizes, order } = bySize(run.labels, k);
  const byName = <Value>(pick: (column: PackedColumn) => Value) =>
    Object.fromEntries(cases.columns.map((column) => [column.name, pick(column)]));
  return {
    n: cases.n,
    k,
    labels,
    sizes,
    prototypes: order.map((cluster) => prototypeOf(cases, run.prototypes[cluster] ?? new Float64Array(0))),
    meanDistance: run.total / cases.n,
    missing: byName(({ missing }) => missing),
    weights: byName(({ weight }) => weight),
    iterations: run.iterations,
    hasConverged: run.hasConverged,
  };
}

/** One number or code for each column. */
type Prototype = Float64Array;

interface Run {
  readonly labels: Int32Array;
  readonly prototypes: readonly Prototype[];
  readonly total: number;
  readonly iterations: number;
  readonly hasConverged: boolean;
}

function prototypeOf({ columns }: MixedCases, prototype: Prototype): Record<string, number | string> {
  const asGiven = ({ kind, levels, low, range }: PackedColumn, value: number) =>
    kind === 'category' ? (levels[value] ?? '') : low + value * (range || 1);
  return Object.fromEntries(columns.map((column, index) => [column.name, asGiven(column, prototype[index] ?? 0)]));
}

/** Gower's distance of a case to a prototype. */
function distanceTo({ columns }: MixedCases, i: number, prototype: Prototype): number {
  let [sum, weights] = [0, 0];
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c];
    if (column === undefined) continue;
    const distance = columnDistance(column.kind, column.values[i] ?? Number.NaN, prototype[c] ?? 0);
    if (Number.isNaN(distance)) continue;
    sum += column.weight * distance;
    weights += column.weight;
  }
  return sum / weights;
}

/** Cases drawn the likelier the farther they are from those drawn before, their gaps filled by the typical value. */
function startPrototypes(cases: MixedCases, k: number, random: Random): Prototype[] {
  const { n, columns } = cases;
  const overall = typicalCase(cases, new Int32Array(n), 0, null);
  const caseAt = (i: number) =>
    Float64Array.from(columns, ({ values }, c) => (Number.isNaN(values[i]) ? (overall[c] ?? 0) : (values[i] ?? 0)));
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const found = [caseAt(random.below(n))];
  while (found.length < k) {
    const last = found.at(-1) ?? overall;
    let total = 0;
    for (let i = 0; i < n; i++) {
      nearest[i] = Math.min(nearest[i] ?? 0, distanceTo(cases, i, last));
      total += nearest[i] ?? 0;
    }
    if (!(total > 0)) throw cannotAnswer(`only ${found.length} of the cases differ, so there are no ${k} clusters`);
    let rest = random.next() * total;
    const drawn = nearest.findIndex((distance) => {
      rest -= distance;
      return distance > 0 && rest < 0;
    });
    found.push(caseAt(drawn < 0 ? nearest.findIndex((distance) => distance > 0) : drawn));
  }
  return found;
}

function settle(cases: MixedCases, start: readonly Prototype[], maxIterations: number): Run {
  const { n } = cases;
  const labels = new Int32Array(n).fill(-1);
  let prototypes = start;
  let [iterations, hasConverged] = [0, false];
  let given = assign(cases, prototypes, labels);
  while (iterations < maxIterations && !hasConverged) {
    iterations++;
    const before = prototypes;
    prototypes = before.map((old, cluster) => typicalCase(cases, labels, cluster, old));
    given = assign(cases, prototypes, labels);
    hasConverged = given.changed === 0;
  }
  return { labels, prototypes, total: given.total, iterations, hasConverged };
}

function assign(
  cases: MixedCases,
  prototypes: readonly Prototype[],
  labels: Int32Array,
): { readonly changed: number; readonly total: number } {
  let [changed, total] = [0, 0];
  for (let i = 0; i < cases.n; i++) {
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    prototypes.forEach((prototype, cluster) => {
      const distance = distanceTo(cases, i, prototype);
      if (distance < least) [nearest, least] = [cluster, distance];
    });
    if (labels[i] !== nearest) changed++;
    labels[i] = nearest;
    total += least;
  }
  return { changed, total };
}

/** Medians and commonest categories of a cluster, cases weighed as they are in the sum of distances; `old` where a cluster has no value. */
function typicalCase(cases: MixedCases, labels: Int32Array, cluster: number, old: Prototype | null): Prototype {
  const { columns, n } = cases;
  const shares = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (labels[i] !== cluster) continue;
    shares[i] = 1 / columns.reduce((sum, { values, weight }) => sum + (Number.isNaN(values[i]) ? 0 : weight), 0);
  }
  return Float64Array.from(columns, ({ kind, values }, c) => {
    const members = Uint32Array.from({ length: n }, (_, i) => i).filter((i) => (shares[i] ?? 0) > 0 && !Number.isNaN(values[i]));
    if (members.length === 0) return old?.[c] ?? 0;
    return kind === 'number' ? weightedMedian(members, values, shares) : commonest(members, values, shares);
  });
}

function weightedMedian(members: Uint32Array, values: Float64Array, shares: Float64Array): number {
  const ascending = Array.from(members.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)));
  const half = ascending.reduce((sum, i) => sum + (shares[i] ?? 0), 0) / 2;
  let sum = 0;
  const place = ascending.findIndex((i) => {
    sum += shares[i] ?? 0;
    return sum >= half * (1 - 1e-12);
  });
  const at = (index: number) => values[ascending[Math.min(index, ascending.length - 1)] ?? 0] ?? 0;
  return sum > half * (1 + 1e-12) ? at(place) : (at(place) + at(place + 1)) / 2;
}

function commonest(members: Uint32Array, values: Float64Array, shares: Float64Array): number {
  const weights = new Map<number, number>();
  for (const i of members) weights.set(values[i] ?? 0, (weights.get(values[i] ?? 0) ?? 0) + (shares[i] ?? 0));
  let [best, most] = [0, -1];
  for (const [code, weight] of weights) if (weight > most) [best, most] = [code, weight];
  return best;
}
