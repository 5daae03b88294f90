import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { seededRandom } from '../random.ts';

export interface StabilityOptions {
  readonly seed: number;
  /** Times that cases are drawn with replacement; 100 by default. */
  readonly samples?: number;
  readonly progress?: Progress;
}

/** How surely a cluster comes back when the cases were others of the same kind. */
export interface ClusterStability {
  readonly cluster: number;
  readonly size: number;
  /** Mean over samples of the best Jaccard overlap: from 0.75 stable, below 0.6 not to be trusted. */
  readonly jaccard: number;
  /** Samples in which the overlap was above 0.75, and at most 0.5. */
  readonly recovered: number;
  readonly dissolved: number;
  readonly samples: number;
}

/**
 * Stability of clusters by drawing cases again and clustering them anew. Hennig 2007, Cluster-wise assessment of cluster stability (R's clusterboot, with
 * `boot`); a case drawn twice counts once in the overlap. Stable is not yet real: one cut through a round cloud can be stable too.
 * @param cluster labels of the cases drawn, given by their positions (some twice), and a seed; below 0 is noise
 * @throws UserError for fewer than two cases or no cluster
 */
export function clusterStability(
  n: number,
  cluster: (cases: Uint32Array, seed: number) => ArrayLike<number>,
  options: StabilityOptions,
): ClusterStability[] {
  if (n < 2) throw cannotAnswer(`${n} cases cannot be drawn anew; this needs at least 2`);
  const { seed, samples = 100, progress } = options;
  const random = seededRandom(seed);
  const own = cluster(
    Uint32Array.from({ length: n }, (_, i) => i),
    random.below(2 ** 31),
  );
  const k = 1 + Array.from(own).reduce((most, label) => Math.max(most, label), -1);
  if (k === 0) throw cannotAnswer('there is no cluster, only noise');
  const sizes = new Array<number>(k).fill(0);
  for (let i = 0; i < n; i++) if ((own[i] ?? -1) >= 0) sizes[own[i] ?? 0] = (sizes[own[i] ?? 0] ?? 0) + 1;
  const overlaps: number[][] = sizes.map(() => []);
  for (let sample = 0; sample < samples; sample++) {
    checkpoint(progress, sample / samples);
    const cases = Uint32Array.from({ length: n }, () => random.below(n)).sort();
    const labels = cluster(cases, random.below(2 ** 31));
    bestOverlaps(cases, own, labels, k).forEach((overlap, index) => {
      if (overlap !== null) overlaps[index]?.push(overlap);
    });
  }
  return overlaps.map((each, index) => ({
    cluster: index,
    size: sizes[index] ?? 0,
    jaccard: each.reduce((sum, overlap) => sum + overlap, 0) / each.length,
    recovered: each.filter((overlap) => overlap > 0.75).length,
    dissolved: each.filter((overlap) => overlap <= 0.5).length,
    samples: each.length,
  }));
}

/** The best Jaccard overlap of each own cluster with a new one, over cases drawn; null where none of a cluster was drawn. */
function bestOverlaps(cases: Uint32Array, own: ArrayLike<number>, labels: ArrayLike<number>, k: number): (number | null)[] {
  const together = new Map<string, number>();
  const [ownSizes, newSizes] = [new Map<number, number>(), new Map<number, number>()];
  cases.forEach((i, position) => {
    if (position > 0 && cases[position - 1] === i) return;
    const [before, after] = [own[i] ?? -1, labels[position] ?? -1];
    add(ownSizes, before);
    add(newSizes, after);
    add(together, `${before} ${after}`);
  });
  return Array.from({ length: k }, (_, before) => {
    const size = ownSizes.get(before);
    if (size === undefined) return null;
    let best = 0;
    for (const [after, other] of newSizes) {
      const both = together.get(`${before} ${after}`) ?? 0;
      if (after >= 0) best = Math.max(best, both / (size + other - both));
    }
    return best;
  });
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
