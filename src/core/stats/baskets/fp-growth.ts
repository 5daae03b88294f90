import { checkpoint } from '../progress.ts';
import type { ItemsetSearch } from './eclat.ts';
import { type FrequentRows, rowEnd } from './frequent-rows.ts';
import type { AddItemset } from './itemset-collector.ts';

/** Baskets as paths that share their beginnings; node 0 is the root. Paths run from the commonest rank down. */
interface Tree {
  size: number;
  readonly rank: Uint32Array;
  readonly count: Uint32Array;
  readonly parent: Uint32Array;
  /** The next node of the same rank; 0 at the end. */
  readonly link: Uint32Array;
  readonly child: Uint32Array;
  readonly sibling: Uint32Array;
  /** The first node of each rank, and the root's child of each rank. */
  readonly head: Uint32Array;
  readonly top: Uint32Array;
  /** Baskets with each rank. */
  readonly totals: Uint32Array;
}

/** All frequent sets by FP-growth: Han, Pei and Yin 2000, Mining frequent patterns without candidate generation. */
export function mineByFpGrowth(rows: FrequentRows, search: ItemsetSearch, add: AddItemset): void {
  const prefix = new Uint32Array(rows.longest + 1);
  grow(treeOfRows(rows), prefix, 0, search, add);
}

/** The share of all items that the tree need not hold again, as they lie on the same beginning as another basket's. */
export function sharedBeginnings(rows: FrequentRows): number {
  return rows.occurrences === 0 ? 0 : 1 - (treeOfRows(rows).size - 1) / rows.occurrences;
}

function emptyTree(ranks: number, nodes: number): Tree {
  const column = (length: number) => new Uint32Array(length);
  return {
    size: 1,
    rank: column(nodes),
    count: column(nodes),
    parent: column(nodes),
    link: column(nodes),
    child: column(nodes),
    sibling: column(nodes),
    head: column(ranks),
    top: column(ranks),
    totals: column(ranks),
  };
}

function treeOfRows({ ranks, counts, occurrences, longest }: FrequentRows): Tree {
  const tree = emptyTree(counts.length, occurrences + 1);
  const path = new Uint32Array(longest);
  for (let place = 0; place < ranks.length; place++) {
    let size = 0;
    for (; ranks[place] !== rowEnd; place++) path[size++] = ranks[place] ?? 0;
    insert(tree, path, size, 1);
  }
  return tree;
}

/** Adds a path of ascending ranks, which goes into the tree from its end. */
function insert(tree: Tree, path: Uint32Array, size: number, count: number): void {
  let node = 0;
  for (let i = size - 1; i >= 0; i--) {
    const rank = path[i] ?? 0;
    tree.totals[rank] = (tree.totals[rank] ?? 0) + count;
    node = childOf(tree, node, rank);
    tree.count[node] = (tree.count[node] ?? 0) + count;
  }
}

function childOf(tree: Tree, node: number, rank: number): number {
  if (node === 0) {
    const top = tree.top[rank] ?? 0;
    return top === 0 ? addNode(tree, node, rank) : top;
  }
  for (let child = tree.child[node] ?? 0; child !== 0; child = tree.sibling[child] ?? 0) if (tree.rank[child] === rank) return child;
  return addNode(tree, node, rank);
}

function addNode(tree: Tree, parent: number, rank: number): number {
  const node = tree.size++;
  tree.rank[node] = rank;
  tree.parent[node] = parent;
  tree.link[node] = tree.head[rank] ?? 0;
  tree.head[rank] = node;
  if (parent === 0) tree.top[rank] = node;
  else {
    tree.sibling[node] = tree.child[parent] ?? 0;
    tree.child[parent] = node;
  }
  return node;
}

function grow(tree: Tree, prefix: Uint32Array, depth: number, search: ItemsetSearch, add: AddItemset): void {
  for (let rank = 0; rank < tree.totals.length; rank++) {
    if (depth === 0) checkpoint(search.progress, rank / tree.totals.length);
    const count = tree.totals[rank] ?? 0;
    if (count < search.minCount) continue;
    prefix[depth] = rank;
    add(prefix, depth + 1, count);
    if (depth + 1 < search.maxLength) {
      const inner = conditionalTree(tree, rank, search.minCount);
      if (inner !== null) grow(inner, prefix, depth + 1, search, add);
    }
  }
}

/** The paths above the nodes of a rank, with only what is frequent there; null where nothing is. */
function conditionalTree(tree: Tree, rank: number, minCount: number): Tree | null {
  const totals = totalsAbove(tree, rank);
  if (!totals.some((total) => total >= minCount)) return null;
  const path = new Uint32Array(totals.length);
  let length = 0;
  for (let node = tree.head[rank] ?? 0; node !== 0; node = tree.link[node] ?? 0) length += pathAbove(tree, node, totals, minCount, path);
  const inner = emptyTree(totals.length, length + 1);
  for (let node = tree.head[rank] ?? 0; node !== 0; node = tree.link[node] ?? 0) {
    const size = pathAbove(tree, node, totals, minCount, path);
    insert(inner, path, size, tree.count[node] ?? 0);
  }
  return inner;
}

/** Baskets of each rank together with one rank, of those commoner than it. */
function totalsAbove(tree: Tree, rank: number): Uint32Array {
  const totals = new Uint32Array(tree.totals.length);
  for (let node = tree.head[rank] ?? 0; node !== 0; node = tree.link[node] ?? 0) {
    const count = tree.count[node] ?? 0;
    for (let up = tree.parent[node] ?? 0; up !== 0; up = tree.parent[up] ?? 0) {
      const above = tree.rank[up] ?? 0;
      totals[above] = (totals[above] ?? 0) + count;
    }
  }
  return totals;
}

/** Ranks above a node that are frequent, ascending as paths run down from the commonest. */
function pathAbove(tree: Tree, node: number, totals: Uint32Array, minCount: number, path: Uint32Array): number {
  let size = 0;
  for (let up = tree.parent[node] ?? 0; up !== 0; up = tree.parent[up] ?? 0) {
    const rank = tree.rank[up] ?? 0;
    if ((totals[rank] ?? 0) >= minCount) path[size++] = rank;
  }
  return size;
}
