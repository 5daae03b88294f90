import { type Points, squaredDistance } from './points.ts';

/** What Lloyd's iterations ended at. */
export interface LloydRun {
  readonly labels: Int32Array;
  readonly centres: Float64Array;
  readonly withinSquares: number;
  readonly iterations: number;
  readonly hasConverged: boolean;
}

/** Bounds by which most distances need not be computed. */
interface State {
  readonly points: Points;
  readonly k: number;
  readonly centres: Float64Array;
  readonly sums: Float64Array;
  readonly sizes: Float64Array;
  readonly labels: Int32Array;
  /** At least the distance to the own centre; at most that to any other. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/**
 * Lloyd's iterations from given centres, with Hamerly's bounds (2010, Making k-means even faster): the same steps, fewer distances. Ends when no case
 * changes, or when Σ of squared moves of the centres is at most `tolerance`. A cluster that gets empty takes the case farthest from its centre.
 */
export function lloyd(points: Points, start: Float64Array, k: number, maxIterations: number, tolerance: number): LloydRun {
  const { n, width } = points;
  const state: State = {
    points,
    k,
    centres: Float64Array.from(start),
    sums: new Float64Array(k * width),
    sizes: new Float64Array(k),
    labels: new Int32Array(n).fill(-1),
    upper: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    lower: new Float64Array(n),
  };
  let [iterations, hasConverged] = [0, false];
  while (iterations < maxIterations && !hasConverged) {
    iterations++;
    const changed = assign(state);
    const moved = update(state);
    hasConverged = changed === 0 || moved <= tolerance;
  }
  assign(state);
  return { labels: state.labels, centres: state.centres, withinSquares: withinSquares(state), iterations, hasConverged };
}

/** Gives each case to its nearest centre; how many changed. */
function assign(state: State): number {
  const { points, k, centres } = state;
  const half = halfToNearest(centres, k, points.width);
  let changed = 0;
  for (let i = 0; i < points.n; i++) if (!isSettled(state, half, i) && assignOne(state, i)) changed++;
  return changed;
}

/** Whether bounds tell that no centre is nearer than the own one. */
function isSettled({ points, centres, labels, upper, lower }: State, half: Float64Array, i: number): boolean {
  const label = labels[i] ?? -1;
  if (label < 0) return false;
  const bound = Math.max(half[label] ?? 0, lower[i] ?? 0);
  if ((upper[i] ?? 0) <= bound) return true;
  const { width, values } = points;
  const distance = Math.sqrt(squaredDistance(values, i * width, centres, label * width, width));
  upper[i] = distance;
  return distance <= bound;
}

/** Half the distance of each centre to the nearest other: a case nearer to its own than that has no nearer one. */
function halfToNearest(centres: Float64Array, k: number, width: number): Float64Array {
  return Float64Array.from({ length: k }, (_, a) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let b = 0; b < k; b++) if (b !== a) nearest = Math.min(nearest, squaredDistance(centres, a * width, centres, b * width, width));
    return 0.5 * Math.sqrt(nearest);
  });
}

function assignOne({ points, k, centres, labels, upper, lower, sums, sizes }: State, i: number): boolean {
  const { width, values } = points;
  const from = i * width;
  let [first, second, nearest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (let centre = 0; centre < k; centre++) {
    const distance = squaredDistance(values, from, centres, centre * width, width);
    if (distance < first) {
      second = first;
      first = distance;
      nearest = centre;
    } else if (distance < second) second = distance;
  }
  upper[i] = Math.sqrt(first);
  lower[i] = Math.sqrt(second);
  const before = labels[i] ?? 0;
  if (before === nearest) return false;
  labels[i] = nearest;
  if (before >= 0) addTo(sums, sizes, before, values, from, width, -1);
  addTo(sums, sizes, nearest, values, from, width, 1);
  return true;
}

function addTo(sums: Float64Array, sizes: Float64Array, cluster: number, values: Float64Array, from: number, width: number, sign: number) {
  const at = cluster * width;
  for (let k = 0; k < width; k++) sums[at + k] = (sums[at + k] ?? 0) + sign * (values[from + k] ?? 0);
  sizes[cluster] = (sizes[cluster] ?? 0) + sign;
}

/** Moves centres to the means of their cases and bounds with them; Σ of squared moves. */
function update(state: State): number {
  const { k, sizes } = state;
  for (let cluster = 0; cluster < k; cluster++) if (sizes[cluster] === 0) refill(state, cluster);
  const squares = Float64Array.from({ length: k }, (_, cluster) => moveCentre(state, cluster));
  moveBounds(state, squares.map(Math.sqrt));
  return squares.reduce((sum, square) => sum + square, 0);
}

function moveCentre({ points, centres, sums, sizes }: State, cluster: number): number {
  const { width } = points;
  const size = sizes[cluster] ?? 1;
  let move = 0;
  for (let at = cluster * width; at < (cluster + 1) * width; at++) {
    const mean = (sums[at] ?? 0) / size;
    move += (mean - (centres[at] ?? 0)) ** 2;
    centres[at] = mean;
  }
  return move;
}

function moveBounds({ labels, upper, lower }: State, moves: Float64Array): void {
  const most = moves.reduce((farthest, move) => Math.max(farthest, move), 0);
  for (let i = 0; i < labels.length; i++) {
    upper[i] = (upper[i] ?? 0) + (moves[labels[i] ?? 0] ?? 0);
    lower[i] = (lower[i] ?? 0) - most;
  }
}

/** Gives an empty cluster the case farthest from its centre. */
function refill({ points, centres, labels, sums, sizes, upper, lower }: State, cluster: number): void {
  const { n, width, values } = points;
  let [farthest, taken] = [-1, 0];
  for (let i = 0; i < n; i++) {
    const distance = squaredDistance(values, i * width, centres, (labels[i] ?? 0) * width, width);
    if (distance > farthest && (sizes[labels[i] ?? 0] ?? 0) > 1) [farthest, taken] = [distance, i];
  }
  addTo(sums, sizes, labels[taken] ?? 0, values, taken * width, width, -1);
  addTo(sums, sizes, cluster, values, taken * width, width, 1);
  labels[taken] = cluster;
  upper[taken] = Number.POSITIVE_INFINITY;
  lower[taken] = 0;
}

function withinSquares({ points, centres, labels }: State): number {
  const { n, width, values } = points;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += squaredDistance(values, i * width, centres, (labels[i] ?? 0) * width, width);
  return sum;
}
