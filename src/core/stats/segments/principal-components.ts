import { checkChoice } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { symmetricEigen } from '../regression/symmetric-eigen.ts';
import { addCovariance } from './gaussian-density.ts';
import { centreOf, type Points } from './points.ts';
import { standardisePoints } from './standardise-points.ts';

/** A direction in which cases differ. */
export interface PrincipalComponent {
  /** Variance along it, with n − 1. */
  readonly variance: number;
  /** Share of the variance of all features. */
  readonly share: number;
  /** Its weight of each feature, of length 1 together; the largest is positive. R's `rotation`, scikit-learn's `components_`. */
  readonly direction: Readonly<Record<string, number>>;
  /** Direction times standard deviation: with scaled features the correlation of each feature with it. */
  readonly loadings: Readonly<Record<string, number>>;
}

export interface PrincipalComponents {
  readonly n: number;
  /** `none`: features less their means, in their units; `sample`: also divided by their standard deviations. */
  readonly scaling: 'none' | 'sample';
  /** By variance from the largest, as many as features. */
  readonly components: readonly PrincipalComponent[];
  /** Cases along the components, one case after the other. */
  readonly scores: Float64Array;
}

/**
 * The few directions that tell most of how cases differ. Pearson 1901; Hotelling 1933. Variance is not importance: a feature in large units fills the first
 * direction unless scaled, and a direction of small variance can be the one that tells groups apart.
 * @throws UserError for fewer than two cases, features that are all constant, and with `sample` for a constant one, named
 */
export function principalComponents(points: Points, scaling: 'none' | 'sample' = 'sample'): PrincipalComponents {
  checkChoice('scaling', scaling, ['none', 'sample']);
  const { n, width, names } = points;
  if (n < 2) throw cannotAnswer(`${n} cases do not differ; this needs at least 2`);
  const { values } = scaling === 'sample' ? standardisePoints(points, 'sample') : centred(points);
  const covariance = covarianceOf(values, n, width);
  const eigen = symmetricEigen(covariance, width);
  const total = eigen.values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) throw cannotAnswer(`${names.map((name) => `"${name}"`).join(', ')} are constant, so cases do not differ`);
  const order = Array.from(eigen.values.keys()).sort((a, b) => (eigen.values[b] ?? 0) - (eigen.values[a] ?? 0));
  const directions = order.map((column) => facing(Float64Array.from({ length: width }, (_, k) => eigen.vectors[k * width + column] ?? 0)));
  const components = directions.map((direction, index) => {
    const variance = Math.max(0, eigen.values[order[index] ?? 0] ?? 0);
    const byName = (factor: number) => Object.fromEntries(names.map((name, k) => [name, factor * (direction[k] ?? 0)]));
    return { variance, share: variance / total, direction: byName(1), loadings: byName(Math.sqrt(variance)) };
  });
  return { n, scaling, components, scores: scoresOf(values, n, width, directions) };
}

function centred(points: Points): Points {
  const means = centreOf(points);
  return { ...points, values: points.values.map((value, index) => value - (means[index % points.width] ?? 0)) };
}

function covarianceOf(values: Float64Array, n: number, width: number): Float64Array {
  const covariance = new Float64Array(width * width);
  const weight = 1 / (n - 1);
  for (let i = 0; i < n; i++) addCovariance(covariance, values.subarray(i * width, (i + 1) * width), weight, 'full');
  return covariance;
}

/** Turns a direction so that its largest weight is positive. */
function facing(direction: Float64Array): Float64Array {
  const largest = direction.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}

function scoresOf(values: Float64Array, n: number, width: number, directions: readonly Float64Array[]): Float64Array {
  const scores = new Float64Array(n * width);
  directions.forEach((direction, component) => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (values[i * width + k] ?? 0) * (direction[k] ?? 0);
      scores[i * width + component] = sum;
    }
  });
  return scores;
}
