import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../column.ts';
import { betaBelow, betaQuantile, logBeta } from '../distributions.ts';
import type { Proportion } from '../tests/compare-proportions.ts';

/** What is believed of two proportions after seeing them. */
export interface Belief {
  /** P(first > second). */
  readonly chanceFirstIsLarger: number;
  /** 95 % credible intervals. */
  readonly first: Interval;
  readonly second: Interval;
}

/**
 * Bayesian comparison of two proportions under independent Beta priors (Beta(1, 1) by default), by quadrature to some twelve
 * digits.
 * @throws UserError for an empty group, successes outside 0 to n, a prior that is not above 0
 */
export function compareBeliefs(first: Proportion, second: Proportion, prior: readonly [number, number] = [1, 1]): Belief {
  for (const { successes, n } of [first, second]) {
    if (!(n >= 0 && Number.isFinite(n)) || !(successes >= 0 && successes <= n))
      throw cannotAnswer(`${successes} successes among ${n} cases cannot be`);
  }
  if (!(prior[0] > 0) || !(prior[1] > 0)) throw cannotAnswer('both numbers of the prior must be above 0');
  const beliefOf = ({ successes, n }: Proportion): Beta => [successes + prior[0], n - successes + prior[1]];
  const [one, other] = [beliefOf(first), beliefOf(second)];
  const interval = ([a, b]: Beta) => ({ low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) });
  return { chanceFirstIsLarger: chanceOfLarger(one, other), first: interval(one), second: interval(other) };
}

/** Both numbers of a Beta distribution. */
type Beta = readonly [number, number];

/** P(X > Y): the mean of the wider one's distribution function over the narrower one's density. */
function chanceOfLarger(x: Beta, y: Beta): number {
  const chance =
    logitError(x) < logitError(y)
      ? meanOverBeta(x, (logOdds) => belowLogOdds(logOdds, y))
      : meanOverBeta(y, (logOdds) => belowLogOdds(-logOdds, [x[1], x[0]]));
  return Math.min(1, chance);
}

/** P(share ≤ that of these log odds), by the leading term of the nearer end where the distance from it is hardly a number any more. */
function belowLogOdds(logOdds: number, [a, b]: Beta): number {
  if (logOdds > 30) return 1 - belowLogOdds(-logOdds, [b, a]);
  if (logOdds < -30) return Math.exp(a * logOdds - Math.log(a) - logBeta(a, b));
  return betaBelow(1 / (1 + Math.exp(-logOdds)), a, b);
}

/** About the standard deviation of the log odds. */
function logitError([a, b]: Beta): number {
  return Math.sqrt(1 / a + 1 / b);
}

/** What of the density lies below this share of its height adds nothing. */
const farBelow = -45;

/**
 * The mean of a function of the log odds, by the trapezoidal rule on them: there the density is smooth and falls off at both ends whatever its numbers, so that the error falls exponentially with the step (Trefethen and Weideman 2014).
 */
function meanOverBeta([a, b]: Beta, f: (logOdds: number) => number): number {
  const step = Math.min(0.5, logitError([a, b]) / 4);
  const peak = Math.log(a / b);
  const logDensity = (logOdds: number) => -a * softplus(-logOdds) - b * softplus(logOdds);
  const height = logDensity(peak);
  let [sum, weights] = [0, 0];
  const add = (logOdds: number) => {
    const log = logDensity(logOdds) - height;
    const weight = Math.exp(log);
    sum += weight * f(logOdds);
    weights += weight;
    return log > farBelow;
  };
  add(peak);
  for (const way of [-step, step]) for (let k = 1; add(peak + k * way); k++);
  return sum / weights;
}

/** ln(1 + eˣ). */
function softplus(x: number): number {
  return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
}
