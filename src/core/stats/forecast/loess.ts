import { at } from './at.ts';

/** How wide, how straight and how densely a curve is fitted. */
export interface LoessOptions {
  /** Values that a point is fitted from; odd. */
  readonly window: number;
  /** 0 fits a level in the window, 1 a line. */
  readonly degree: 0 | 1;
  /** Fits each `jump`-th point and joins them by lines. */
  readonly jump: number;
}

/**
 * Local regression of equally spaced values with tricube weights (Cleveland 1979), as in the STL of netlib: near the ends the window stays whole and
 * reaches farther to one side. `weights` are of the values, by position; where all of a window are 0 the value itself stands.
 * Writes to `into`, which may not be `values`.
 */
export function loess(values: Float64Array, options: LoessOptions, weights: Float64Array | null, into: Float64Array): void {
  const n = values.length;
  if (n < 2) into.set(values);
  const { window } = options;
  const jump = Math.max(1, Math.min(options.jump, n - 1));
  const kernel = middleKernel(window, n);
  const half = (window - 1) / 2;
  if (kernel !== null && weights === null && jump === 1) {
    smoothPlainly(values, options, kernel, into);
    return;
  }
  let last = 0;
  for (let place = 0; place < n; place = nextPoint(place, jump, n)) {
    const left = Math.max(0, Math.min(place - half, n - window));
    const middle = left === place - half ? kernel : null;
    const isPlain = middle !== null && weights === null;
    const span = { at: place, left, right: Math.min(n, left + window) };
    const fitted = isPlain ? filtered(values, middle, place) : fittedAt(values, span, options, weights, middle);
    into[place] = Number.isNaN(fitted) ? at(values, place) : fitted;
    joinPoints(into, last, place);
    last = place;
  }
}

/** Every point of values without weights. */
function smoothPlainly(values: Float64Array, options: LoessOptions, kernel: Float64Array, into: Float64Array): void {
  const n = values.length;
  const half = kernel.length - 1;
  filterMiddle(values, kernel, into);
  for (let place = 0; place < half; place++) {
    const mirrored = n - 1 - place;
    into[place] = fittedAt(values, { at: place, left: 0, right: options.window }, options, null);
    into[mirrored] = fittedAt(values, { at: mirrored, left: n - options.window, right: n }, options, null);
  }
}

function nextPoint(place: number, jump: number, n: number): number {
  return place < n - 1 ? Math.min(place + jump, n - 1) : n;
}

function joinPoints(into: Float64Array, from: number, to: number): void {
  const [first, last] = [at(into, from), at(into, to)];
  for (let i = from + 1; i < to; i++) into[i] = first + ((last - first) * (i - from)) / (to - from);
}

/** Tricube weights of the distances 0, 1, 2… of a window that is centred on its point, with the sum 1; null where no window is. */
function middleKernel(window: number, n: number): Float64Array | null {
  if (window > n) return null;
  const reach = (window - 1) / 2;
  const weights = Float64Array.from({ length: reach + 1 }, (_, distance) => tricube(distance, reach));
  const whole = weights.reduce((sum, weight) => sum + 2 * weight, -(weights[0] ?? 0));
  return weights.map((weight) => weight / whole);
}

/** Cleveland's code cuts the weight at 0.999 of the reach and takes it for 1 up to 0.001 of it. */
function tricube(distance: number, reach: number): number {
  if (distance > 0.999 * reach) return 0;
  if (distance <= 0.001 * reach) return 1;
  const share = distance / reach;
  const rest = 1 - share * share * share;
  return rest * rest * rest;
}

/** A window centred on its point and without weights: line and level are the same weighted mean. Four sums, as one would wait for itself. */
function filtered(values: Float64Array, kernel: Float64Array, place: number): number {
  let first = at(kernel, 0) * at(values, place);
  let second = 0;
  let third = 0;
  let fourth = 0;
  const size = kernel.length;
  let distance = 1;
  for (; distance + 3 < size; distance += 4) {
    const left = place - distance;
    const right = place + distance;
    first += at(kernel, distance) * (at(values, left) + at(values, right));
    second += at(kernel, distance + 1) * (at(values, left - 1) + at(values, right + 1));
    third += at(kernel, distance + 2) * (at(values, left - 2) + at(values, right + 2));
    fourth += at(kernel, distance + 3) * (at(values, left - 3) + at(values, right + 3));
  }
  for (; distance < size; distance++) first += at(kernel, distance) * (at(values, place - distance) + at(values, place + distance));
  return first + second + (third + fourth);
}

/** All points whose window is centred, four at a time, which share what they read. */
function filterMiddle(values: Float64Array, kernel: Float64Array, into: Float64Array): void {
  const half = kernel.length - 1;
  const end = values.length - half;
  let place = half;
  for (; place + 3 < end; place += 4) filterFour(values, kernel, place, into);
  for (; place < end; place++) into[place] = filtered(values, kernel, place);
}

function filterFour(values: Float64Array, kernel: Float64Array, place: number, into: Float64Array): void {
  const size = kernel.length;
  const weight = at(kernel, 0);
  let first = weight * at(values, place);
  let second = weight * at(values, place + 1);
  let third = weight * at(values, place + 2);
  let fourth = weight * at(values, place + 3);
  let [left1, left2, left3] = [at(values, place), at(values, place + 1), at(values, place + 2)];
  let [right0, right1, right2] = [at(values, place + 1), at(values, place + 2), at(values, place + 3)];
  for (let distance = 1; distance < size; distance++) {
    const share = at(kernel, distance);
    const left0 = at(values, place - distance);
    const right3 = at(values, place + 3 + distance);
    first += share * (left0 + right0);
    second += share * (left1 + right1);
    third += share * (left2 + right2);
    fourth += share * (left3 + right3);
    left3 = left2;
    left2 = left1;
    left1 = left0;
    right0 = right1;
    right1 = right2;
    right2 = right3;
  }
  into[place] = first;
  into[place + 1] = second;
  into[place + 2] = third;
  into[place + 3] = fourth;
}

/** The values that a point is fitted from: positions from `left` up to, not with, `right`; `at` may lie outside. */
interface Span {
  readonly at: number;
  readonly left: number;
  readonly right: number;
}

/** The curve at one position. NaN where the weights in its window are 0. */
export function fittedAt(
  values: Float64Array,
  { at: place, left, right }: Span,
  { window, degree }: LoessOptions,
  weights: Float64Array | null,
  kernel: Float64Array | null = null,
): number {
  const n = values.length;
  const reach = Math.max(place - left, right - 1 - place) + (window > n ? Math.floor((window - n) / 2) : 0);
  let [weightSum, valueSum, distanceSum, squareSum, productSum] = [0, 0, 0, 0, 0];
  for (let i = left; i < right; i++) {
    const distance = i - place;
    const near = Math.abs(distance);
    const tri = kernel === null ? tricube(near, reach) : at(kernel, near);
    const weight = weights === null ? tri : tri * at(weights, i);
    const value = at(values, i);
    weightSum += weight;
    valueSum += weight * value;
    distanceSum += weight * distance;
    squareSum += weight * distance * distance;
    productSum += weight * distance * value;
  }
  if (!(weightSum > 0)) return Number.NaN;
  const [level, centre] = [valueSum / weightSum, distanceSum / weightSum];
  const spread = squareSum / weightSum - centre * centre;
  const isLevel = degree === 0 || reach === 0 || !(Math.sqrt(Math.max(0, spread)) > 0.001 * (n - 1));
  return isLevel ? level : level - (centre * (productSum / weightSum - centre * level)) / spread;
}
