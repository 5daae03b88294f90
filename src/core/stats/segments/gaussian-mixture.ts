import { checkChoice } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { bySize, checkClusters } from './clustering.ts';
import { addCovariance, type CovarianceKind, gaussianDensity } from './gaussian-density.ts';
import { kMeans } from './k-means.ts';
import type { Points } from './points.ts';

export interface MixtureOptions {
  readonly seed: number;
  /** `full` clusters are slanted ellipsoids, `diagonal` ones lie along the axes. */
  readonly covariance?: CovarianceKind;
  /** Ends when the mean log-likelihood of a case grows by less; 1e-6 by default (scikit-learn: 1e-3). */
  readonly tolerance?: number;
  /** 1,000 by default. */
  readonly maxIterations?: number;
  /** Added to variances, so that a cluster cannot shrink to a point; 1e-6 by default, as in scikit-learn. */
  readonly floor?: number;
  readonly progress?: Progress;
}

/** Clusters that overlap: each case belongs to each with a chance. */
export interface GaussianMixture {
  readonly n: number;
  readonly k: number;
  readonly covariance: CovarianceKind;
  /** The likeliest cluster of each case, from 0, the largest first. */
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  /** Chances of the `k` clusters, one case after the other. */
  readonly chances: Float64Array;
  readonly shares: readonly number[];
  readonly means: readonly Float64Array[];
  /** width × width, row by row; zeros off the diagonal with `diagonal`. */
  readonly covariances: readonly Float64Array[];
  readonly logLikelihood: number;
  readonly parameters: number;
  /** −2·logLikelihood + parameters·ln n; the smallest of several `k` is the best. Schwarz 1978. */
  readonly bic: number;
  readonly aic: number;
  readonly iterations: number;
  readonly hasConverged: boolean;
}

/**
 * A mixture of normal distributions by expectation and maximisation from `kMeans`' clusters. Dempster, Laird and Rubin 1977. Compare `bic` over `k` and
 * kinds of covariance; it finds the nearest peak of the likelihood, not surely the highest.
 * @throws UserError for a `k` that cannot be, and for fewer cases than a cluster has parameters of its mean
 */
export function gaussianMixture(points: Points, k: number, options: MixtureOptions): GaussianMixture {
  checkClusters(points, k);
  const { n, width } = points;
  if (n < k * (width + 1))
    throw cannotAnswer(`${n} cases are too few for ${k} clusters of ${width} features; this needs ${k * (width + 1)}`);
  const { seed, covariance = 'full', tolerance = 1e-6, maxIterations = 1000, floor = 1e-6, progress } = options;
  checkChoice('covariance', covariance, ['full', 'diagonal']);
  const chances = new Float64Array(n * k);
  kMeans(points, k, { seed }).labels.forEach((label, i) => {
    chances[i * k + label] = 1;
  });
  let parts = maximise(points, chances, k, covariance, floor);
  let [logLikelihood, iterations, hasConverged] = [Number.NEGATIVE_INFINITY, 0, false];
  while (iterations < maxIterations && !hasConverged) {
    checkpoint(progress, iterations / maxIterations);
    iterations++;
    const next = expect(points, parts, chances);
    parts = maximise(points, chances, k, covariance, floor);
    hasConverged = next - logLikelihood < tolerance * n;
    logLikelihood = next;
  }
  return mixtureOf(points, parts, chances, { covariance, logLikelihood: expect(points, parts, chances), iterations, hasConverged });
}

interface Part {
  readonly share: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Chances of clusters given the parts; the log-likelihood of all cases. */
function expect({ n, width, values }: Points, parts: readonly Part[], chances: Float64Array): number {
  const k = parts.length;
  const densities = parts.map(({ mean, covariance }) => gaussianDensity(mean, covariance, width));
  const logShares = Float64Array.from(parts, ({ share }) => Math.log(share));
  let total = 0;
  for (let i = 0; i < n; i++) {
    const own = chances.subarray(i * k, (i + 1) * k);
    densities.forEach((density, c) => {
      own[c] = (logShares[c] ?? 0) + density(values, i * width);
    });
    total += shareOut(own);
  }
  return total;
}

/** Turns logarithms into shares of 1; the logarithm of their sum. */
function shareOut(logs: Float64Array): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const logSum = largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
  for (let c = 0; c < logs.length; c++) logs[c] = Math.exp((logs[c] ?? 0) - logSum);
  return logSum;
}

/** The likeliest parts given the chances. */
function maximise(points: Points, chances: Float64Array, k: number, kind: CovarianceKind, floor: number): Part[] {
  return Array.from({ length: k }, (_, c) => {
    const own = Float64Array.from({ length: points.n }, (_, i) => chances[i * k + c] ?? 0);
    const weight = own.reduce((sum, chance) => sum + chance, 10 * Number.EPSILON);
    const mean = weightedMean(points, own, weight);
    return { share: weight / points.n, mean, covariance: weightedCovariance(points, own, weight, mean, kind, floor) };
  });
}

function weightedMean({ n, width, values }: Points, own: Float64Array, weight: number): Float64Array {
  const sums = new Float64Array(width);
  for (let i = 0; i < n; i++) {
    const chance = own[i] ?? 0;
    for (let j = 0; j < width; j++) sums[j] = (sums[j] ?? 0) + chance * (values[i * width + j] ?? 0);
  }
  return sums.map((sum) => sum / weight);
}

function weightedCovariance(
  { n, width, values }: Points,
  own: Float64Array,
  weight: number,
  mean: Float64Array,
  kind: CovarianceKind,
  floor: number,
): Float64Array {
  const covariance = new Float64Array(width * width);
  const difference = new Float64Array(width);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++) difference[j] = (values[i * width + j] ?? 0) - (mean[j] ?? 0);
    addCovariance(covariance, difference, (own[i] ?? 0) / weight, kind);
  }
  for (let j = 0; j < width; j++) covariance[j * width + j] = (covariance[j * width + j] ?? 0) + floor;
  return covariance;
}

type MixtureRun = Pick<GaussianMixture, 'covariance' | 'logLikelihood' | 'iterations' | 'hasConverged'>;

function mixtureOf({ n, width }: Points, parts: readonly Part[], chances: Float64Array, run: MixtureRun): GaussianMixture {
  const k = parts.length;
  const likeliest = Int32Array.from({ length: n }, (_, i) => {
    const own = chances.subarray(i * k, (i + 1) * k);
    return own.indexOf(own.reduce((most, chance) => Math.max(most, chance)));
  });
  const { labels, sizes, order } = bySize(likeliest, k);
  const spread = run.covariance === 'full' ? (width * (width + 1)) / 2 : width;
  const parameters = k * (spread + width + 1) - 1;
  const inOrder = <Value>(pick: (part: Part) => Value) => order.flatMap((c) => parts.slice(c, c + 1).map(pick));
  return {
    n,
    k,
    labels,
    sizes,
    chances: chances.map((_, index) => chances[index - (index % k) + (order[index % k] ?? 0)] ?? 0),
    shares: inOrder(({ share }) => share),
    means: inOrder(({ mean }) => mean),
    covariances: inOrder(({ covariance }) => covariance),
    parameters,
    bic: -2 * run.logLikelihood + parameters * Math.log(n),
    aic: -2 * run.logLikelihood + 2 * parameters,
    ...run,
  };
}
