import type { Points } from './points.ts';

/** Finds the points around a point. */
export interface PointIndex {
  /** Writes the cases within `radius` of case `i`, itself included, to `into`; how many. `into` has room for all cases. */
  readonly around: (i: number, radius: number, into: Uint32Array) => number;
}

const leafSize = 16;

/** A k-d tree: boxes halved at the median of their widest side. Bentley 1975. */
export function pointIndex(points: Points): PointIndex {
  const { n, width } = points;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const nodes: Node[] = [];
  build(points, order, 0, n, nodes);
  const packed = new Float64Array(n * width);
  order.forEach((i, place) => {
    packed.set(points.values.subarray(i * width, (i + 1) * width), place * width);
  });
  const stack = new Int32Array(128);
  const around = (i: number, radius: number, into: Uint32Array) =>
    search({ nodes, order, packed, width, stack }, points.values, i * width, radius, into);
  return { around };
}

interface Node {
  readonly from: number;
  readonly until: number;
  /** The feature that halves it; −1 for a leaf. */
  axis: number;
  /** The largest value on the left and the least on the right. */
  left: number;
  right: number;
  leftNode: number;
  rightNode: number;
}

function build(points: Points, order: Uint32Array, from: number, until: number, nodes: Node[]): number {
  const node: Node = { from, until, axis: -1, left: 0, right: 0, leftNode: -1, rightNode: -1 };
  nodes.push(node);
  const index = nodes.length - 1;
  if (until - from <= leafSize) return index;
  const axis = widestAxis(points, order, from, until);
  if (axis < 0) return index;
  const { width, values } = points;
  const valueAt = (place: number) => values[(order[place] ?? 0) * width + axis] ?? 0;
  order.subarray(from, until).sort((a, b) => (values[a * width + axis] ?? 0) - (values[b * width + axis] ?? 0));
  const middle = (from + until) >> 1;
  node.axis = axis;
  node.left = valueAt(middle - 1);
  node.right = valueAt(middle);
  node.leftNode = build(points, order, from, middle, nodes);
  node.rightNode = build(points, order, middle, until, nodes);
  return index;
}

/** −1 where all points are equal. */
function widestAxis({ width, values }: Points, order: Uint32Array, from: number, until: number): number {
  let [axis, widest] = [-1, 0];
  for (let k = 0; k < width; k++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let place = from; place < until; place++) {
      const value = values[(order[place] ?? 0) * width + k] ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (high - low > widest) [axis, widest] = [k, high - low];
  }
  return axis;
}

interface Tree {
  readonly nodes: readonly Node[];
  readonly order: Uint32Array;
  readonly packed: Float64Array;
  readonly width: number;
  readonly stack: Int32Array;
}

function search(tree: Tree, values: Float64Array, at: number, radius: number, into: Uint32Array): number {
  const { nodes, stack } = tree;
  let [size, depth] = [0, 1];
  stack[0] = 0;
  while (depth > 0) {
    const node = nodes[stack[--depth] ?? 0];
    if (node === undefined) continue;
    if (node.axis < 0) {
      size = scanLeaf(tree, node, values, at, radius * radius, into, size);
      continue;
    }
    const value = values[at + node.axis] ?? 0;
    if (value - radius <= node.left) stack[depth++] = node.leftNode;
    if (value + radius >= node.right) stack[depth++] = node.rightNode;
  }
  return size;
}

function scanLeaf(
  { order, packed, width }: Tree,
  { from, until }: Node,
  values: Float64Array,
  at: number,
  limit: number,
  into: Uint32Array,
  start: number,
): number {
  let size = start;
  for (let place = from; place < until; place++) {
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const difference = (packed[place * width + k] ?? 0) - (values[at + k] ?? 0);
      sum += difference * difference;
    }
    if (sum <= limit) into[size++] = order[place] ?? 0;
  }
  return size;
}
