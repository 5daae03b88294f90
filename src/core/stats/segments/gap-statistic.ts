import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { type Random, seededRandom } from '../random.ts';
import { kMeans } from './k-means.ts';
import type { Points } from './points.ts';
import { principalComponents } from './principal-components.ts';

export interface GapOptions {
  readonly seed: number;
  /** Most clusters tried. */
  readonly upTo: number;
  /** Sets of points without clusters that are drawn; 50 by default. */
  readonly references?: number;
  /** Drawn evenly from the box along the features, or along the principal components (`principal`, the default). */
  readonly box?: 'features' | 'principal';
  /** Starts of each clustering; 5 by default. */
  readonly restarts?: number;
  readonly progress?: Progress;
}

export interface Gap {
  readonly k: number;
  /** ln of the squares within expected without clusters, less that of the points. */
  readonly gap: number;
  /** Of the gap: deviation of the drawn ones × √(1 + 1/references). */
  readonly standardError: number;
}

export interface GapStatistic {
  readonly n: number;
  readonly gaps: readonly Gap[];
  /** The smallest k with gap(k) ≥ gap(k + 1) − standardError(k + 1); 1: no clusters are seen. Null where none up to the most tried does. */
  readonly k: number | null;
}

/**
 * How many round clusters there are, none included: how much tighter `kMeans` gets the points than points spread evenly. Tibshirani, Walther and Hastie
 * 2001, with their rule and squared distances (R's clusGap: d.power = 2, Tibs2001SEmax).
 * @throws UserError for a most below 2 or above the cases less one
 */
export function gapStatistic(points: Points, options: GapOptions): GapStatistic {
  const { seed, upTo, references = 50, box = 'principal', restarts = 5, progress } = options;
  if (!Number.isInteger(references) || references < 2 || references > 10_000)
    throw cannotAnswer(`references are a whole number from 2 to 10,000, not ${references}`);
  if (!(Number.isInteger(upTo) && upTo >= 2 && upTo < points.n))
    throw cannotAnswer(`${upTo} clusters at most; this is from 2 to ${points.n - 1}`);
  const random = seededRandom(seed);
  const source = box === 'principal' && points.width > 1 ? { ...points, values: principalComponents(points, 'none').scores } : points;
  const logs = (of: Points) =>
    Float64Array.from({ length: upTo }, (_, index) =>
      Math.log(kMeans(of, index + 1, { seed: random.below(2 ** 31), restarts }).withinSquares),
    );
  const own = logs(points);
  const drawn = Array.from({ length: references }, (_, index) => {
    checkpoint(progress, index / references);
    return logs(evenPoints(source, random));
  });
  const gaps = Array.from(own, (log, index) =>
    gapOf(
      index + 1,
      log,
      drawn.map((each) => each[index] ?? 0),
    ),
  );
  const first = gaps.find(({ gap }, index) => {
    const next = gaps[index + 1];
    return next !== undefined && gap >= next.gap - next.standardError;
  });
  return { n: points.n, gaps, k: first?.k ?? null };
}

function gapOf(k: number, log: number, drawn: readonly number[]): Gap {
  const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length);
  return { k, gap: mean - log, standardError: deviation * Math.sqrt(1 + 1 / drawn.length) };
}

/** As many points, evenly from the box around those given. */
function evenPoints(points: Points, random: Random): Points {
  const { width, values } = points;
  const [low, high] = [new Float64Array(width).fill(Number.POSITIVE_INFINITY), new Float64Array(width).fill(Number.NEGATIVE_INFINITY)];
  values.forEach((value, index) => {
    const k = index % width;
    low[k] = Math.min(low[k] ?? value, value);
    high[k] = Math.max(high[k] ?? value, value);
  });
  const even = values.map(
    (_, index) => (low[index % width] ?? 0) + random.next() * ((high[index % width] ?? 0) - (low[index % width] ?? 0)),
  );
  return { ...points, values: even };
}
