import type { Interval } from '../../model/estimate.ts';
import { chiSquareQuantile } from '../distributions.ts';
import { type Minimum, minimise, type Objective } from '../minimise.ts';

/** A likelihood that was fitted. */
export interface FittedLikelihood {
  /** −log likelihood ÷ n by the logarithms of the parameters. */
  readonly objective: Objective;
  readonly n: number;
  readonly peak: Pick<Minimum, 'at' | 'value'>;
  /** Of the logarithms of the parameters, row by row. */
  readonly logCovariance: Float64Array;
}

/** Farther than this from 1, in logarithms, the data do not tell an end. */
const edge = 14;
/** Of the root of the deviance, whose limit is 1.96. */
const enough = 2e-3;
const mostSteps = 12;
/** Of the mean log likelihood, × √n: the deviance is then right to some thousandths. */
const flatEnough = 2e-3;

/**
 * Interval of one parameter by profile likelihood: all values that a likelihood ratio test, the other parameters fitted anew for each, does not reject. It follows a
 * likelihood that is not symmetric, which Wald's cannot; an end that the data do not tell is 0 or Infinity. Venzon and Moolgavkar 1988, Applied Statistics 37.
 */
export function profileInterval(fitted: FittedLikelihood, index: number, level: number): Interval {
  const limit = Math.sqrt(chiSquareQuantile(level, 1));
  const endAt = (sign: 1 | -1) => Math.exp(endOf(fitted, index, sign, limit));
  return { low: endAt(-1), high: endAt(1) };
}

/** How far from the middle, and the root of the deviance there. */
interface Tried {
  readonly reach: number;
  readonly root: number;
}

/** Where the root of the deviance, nearly a straight line, reaches the limit: by secants from Wald's end. */
function endOf(fitted: FittedLikelihood, index: number, sign: 1 | -1, limit: number): number {
  const size = fitted.peak.at.length;
  const middle = fitted.peak.at[index] ?? 0;
  const rootAt = rootOfDeviance(fitted, index);
  let reach = limit * Math.sqrt(fitted.logCovariance[index * size + index] ?? 0);
  let inner: Tried = { reach: 0, root: 0 };
  let outer: Tried | null = null;
  for (let step = 0; step < mostSteps; step++) {
    if (Math.abs(middle + sign * reach) > edge) return sign * Number.POSITIVE_INFINITY;
    const tried = { reach, root: rootAt(middle + sign * reach) };
    if (Math.abs(tried.root - limit) < enough) break;
    if (tried.root < limit) inner = tried;
    else outer = tried;
    reach = nextReach(inner, outer, limit);
  }
  return middle + sign * reach;
}

const longestLeap = 2.5;
const leastShare = 0.02;

function nextReach(inner: Tried, outer: Tried | null, limit: number): number {
  if (outer === null) return inner.reach * Math.min(longestLeap, limit / inner.root);
  const share = (limit - inner.root) / (outer.root - inner.root);
  return inner.reach + Math.min(1 - leastShare, Math.max(leastShare, share)) * (outer.reach - inner.reach);
}

/** √(2 · log likelihood lost) where one parameter is held and the others follow, beginning on the line that the covariance tells. */
function rootOfDeviance({ objective, n, peak, logCovariance }: FittedLikelihood, index: number): (held: number) => number {
  const size = peak.at.length;
  const others = Array.from({ length: size }, (_, i) => i).filter((i) => i !== index);
  const covariance = (i: number, j: number) => logCovariance[i * size + j] ?? 0;
  const slopes = others.map((i) => covariance(i, index) / covariance(index, index));
  const guess = Float64Array.from(
    others.flatMap((i, k) => others.map((j) => n * (covariance(i, j) - (slopes[k] ?? 0) * covariance(j, index)))),
  );
  let known = { held: peak.at[index] ?? 0, at: others.map((i) => peak.at[i] ?? 0) };
  return (held) => {
    const whole = Float64Array.from(peak.at);
    whole[index] = held;
    const start = known.at.map((each, k) => each + (held - known.held) * (slopes[k] ?? 0));
    const among = (at: Float64Array) => {
      for (const [k, i] of others.entries()) whole[i] = at[k] ?? 0;
      return objective(whole);
    };
    const found = minimise(among, start, undefined, guess, flatEnough / Math.sqrt(n));
    known = { held, at: Array.from(found.at) };
    return Math.sqrt(Math.max(0, 2 * n * (found.value - peak.value)));
  };
}
