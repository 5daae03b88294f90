import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { bySize } from './clustering.ts';
import type { DensityClusters } from './density-clusters.ts';
import { mergeRoots } from './merge-roots.ts';
import { type Points, squaredDistance } from './points.ts';

export interface HierarchicalDensityOptions {
  /** Cases of the smallest cluster; 5 by default, as in scikit-learn. */
  readonly minSize?: number;
  /** A case is as dense as its neighbour of this number is near, itself the first; `minSize` by default. */
  readonly minNeighbours?: number;
  readonly progress?: Progress;
}

/**
 * `densityClusters` without a radius: of all radii at once, the clusters that last longest (excess of mass; never one of everything). HDBSCAN: Campello,
 * Moulavi and Sander 2013. Every pair is looked at: minutes above 50,000 cases.
 * @throws UserError for a size below 2, and fewer cases than neighbours
 */
export function hierarchicalDensityClusters(points: Points, options: HierarchicalDensityOptions = {}): DensityClusters {
  const { minSize = 5, minNeighbours = minSize, progress } = options;
  if (!(minSize >= 2)) throw cannotAnswer(`the smallest cluster has at least 2 cases, not ${minSize}`);
  const { n } = points;
  if (n < Math.max(minNeighbours, 2)) throw cannotAnswer(`${n} cases are fewer than the ${minNeighbours} neighbours asked for`);
  const edges = spanningTree(points, coreDistances(points, minNeighbours), progress);
  const tree = condense(edges, n, minSize);
  const labels = Int32Array.from(lastingClusters(tree, n));
  const k = 1 + labels.reduce((most, label) => Math.max(most, label), -1);
  const named = bySize(labels, k);
  return { n, k, labels: named.labels, sizes: named.sizes, noise: n - named.sizes.reduce((sum, size) => sum + size, 0) };
}

/** Distance of each case to its neighbour of a number. */
function coreDistances({ n, width, values }: Points, minNeighbours: number): Float64Array {
  const row = new Float64Array(n);
  return Float64Array.from({ length: n }, (_, i) => {
    for (let j = 0; j < n; j++) row[j] = squaredDistance(values, i * width, values, j * width, width);
    return Math.sqrt(Float64Array.from(row).sort()[minNeighbours - 1] ?? 0);
  });
}

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

/** Prim's tree of mutual reachability: the distance, but no less than either case's core distance. */
function spanningTree(points: Points, cores: Float64Array, progress: Progress | undefined): Edge[] {
  const { n } = points;
  const front: Front = { nearest: new Float64Array(n).fill(Number.POSITIVE_INFINITY), from: new Int32Array(n), isIn: new Uint8Array(n) };
  const edges: Edge[] = [];
  let current = 0;
  while (edges.length < n - 1) {
    if (edges.length % 256 === 0) checkpoint(progress, edges.length / n);
    front.isIn[current] = 1;
    reachFrom(points, cores, front, current);
    const next = nearestOutside(front);
    edges.push({ a: front.from[next] ?? 0, b: next, distance: front.nearest[next] ?? 0 });
    current = next;
  }
  return edges.sort((x, y) => x.distance - y.distance);
}

/** For each case outside the tree, how near the tree is and from where. */
interface Front {
  readonly nearest: Float64Array;
  readonly from: Int32Array;
  readonly isIn: Uint8Array;
}

function reachFrom({ n, width, values }: Points, cores: Float64Array, { nearest, from, isIn }: Front, current: number): void {
  const core = cores[current] ?? 0;
  for (let j = 0; j < n; j++) {
    if (isIn[j] === 1) continue;
    const distance = Math.sqrt(squaredDistance(values, current * width, values, j * width, width));
    const reach = Math.max(distance, core, cores[j] ?? 0);
    if (reach >= (nearest[j] ?? 0)) continue;
    nearest[j] = reach;
    from[j] = current;
  }
}

function nearestOutside({ nearest, isIn }: Front): number {
  let [next, least] = [-1, Number.POSITIVE_INFINITY];
  for (let j = 0; j < nearest.length; j++) {
    const reach = nearest[j] ?? 0;
    if (isIn[j] === 0 && (next < 0 || reach < least)) [next, least] = [j, reach];
  }
  return next;
}

/** A cluster of the condensed tree, and the density (1/distance) at which it comes up and its cases leave. */
interface Branch {
  readonly parent: number;
  readonly birth: number;
  readonly children: number[];
  /** Cases that fall out as noise, with the density at which. */
  readonly cases: { readonly i: number; readonly density: number }[];
  stability: number;
}

interface Node {
  readonly left: number;
  readonly right: number;
  readonly distance: number;
  readonly size: number;
}

/** The tree of merges, of which only splits into two clusters of at least `minSize` are kept. */
function condense(edges: readonly Edge[], n: number, minSize: number): Branch[] {
  const nodes = joinedNodes(edges, n);
  const branches: Branch[] = [{ parent: -1, birth: 0, children: [], cases: [], stability: 0 }];
  const waiting: [number, number][] = [[2 * n - 2, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, branch] = next;
    const split = nodes[node - n];
    const own = branches[branch];
    if (split === undefined || own === undefined) continue;
    // Cases at one place are infinitely dense; any finite bound keeps sums apart from NaN.
    const density = Math.min(1 / split.distance, 1e12);
    const sides = [split.left, split.right];
    const isLarge = (side: number) => sizeOf(nodes, side, n) >= minSize;
    const goesOn = sides.every(isLarge)
      ? (side: number) => branchOff(branches, own, branch, density, sizeOf(nodes, side, n))
      : () => branch;
    waiting.push(...sides.filter(isLarge).map((side): [number, number] => [side, goesOn(side)]));
    for (const side of sides.filter((each) => !isLarge(each))) fallOut(nodes, side, n, own, density);
  }
  return branches;
}

function branchOff(branches: Branch[], own: Branch, parent: number, density: number, size: number): number {
  branches.push({ parent, birth: density, children: [], cases: [], stability: 0 });
  own.children.push(branches.length - 1);
  own.stability += (density - own.birth) * size;
  return branches.length - 1;
}

function sizeOf(nodes: readonly Node[], node: number, n: number): number {
  return node < n ? 1 : (nodes[node - n]?.size ?? 0);
}

function joinedNodes(edges: readonly Edge[], n: number): Node[] {
  const { rootOf, merge } = mergeRoots(n);
  const nodes: Node[] = [];
  for (const { a, b, distance } of edges) {
    const [left, right] = [rootOf(a), rootOf(b)];
    const index = n + nodes.length;
    nodes.push({ left, right, distance, size: sizeOf(nodes, left, n) + sizeOf(nodes, right, n) });
    merge(left, right, index);
  }
  return nodes;
}

function fallOut(nodes: readonly Node[], from: number, n: number, own: Branch, density: number): void {
  const waiting = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inner = nodes[node - n];
    if (inner !== undefined) waiting.push(inner.left, inner.right);
    else {
      own.cases.push({ i: node, density });
      own.stability += density - own.birth;
    }
  }
}

/** Takes a branch where it lasts longer than all below it together; the root never. −1 for noise. */
function lastingClusters(branches: readonly Branch[], n: number): number[] {
  const best = branches.map(({ stability }) => stability);
  const isTaken = branches.map((_, index) => index > 0);
  for (let index = branches.length - 1; index > 0; index--) {
    const children = branches[index]?.children ?? [];
    const below = children.reduce((sum, child) => sum + (best[child] ?? 0), 0);
    if (below > (best[index] ?? 0)) [isTaken[index], best[index]] = [false, below];
  }
  const labels = new Array<number>(n).fill(-1);
  const labelOf: number[] = [];
  let clusters = 0;
  branches.forEach(({ parent, cases }, index) => {
    const above = labelOf[parent] ?? -1;
    labelOf[index] = above >= 0 ? above : isTaken[index] === true ? clusters++ : -1;
    for (const { i } of cases) labels[i] = labelOf[index] ?? -1;
  });
  return labels;
}
