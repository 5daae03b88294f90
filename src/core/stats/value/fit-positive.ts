import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { invertSymmetric } from '../invert-symmetric.ts';
import { gradientAt, hessianAt, type Minimum, minimise } from '../minimise.ts';
import type { Progress } from '../progress.ts';
import { profileInterval } from './profile-interval.ts';

/** A model of positive parameters that was fitted by maximum likelihood. */
export interface PositiveFit<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  /** From the observed information; null where the likelihood is too flat to tell. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
  /**
   * 95 % of each parameter, by profile likelihood (`profileInterval`), since the likelihoods of these models are lopsided: an end that the data do not tell is 0 or Infinity. Of BG/NBD and
   * Pareto/NBD models, which are fitted to many customers, Wald's, symmetric in the logarithm; in simulations they cover what they state of 600 and of 1,000 customers (of 600, that of β covers 96.6 %).
   */
  readonly intervals: Readonly<Record<Name, Interval>> | null;
  /** Covariance of the logarithms of the parameters, row by row, in the order of `parameters`. */
  readonly logCovariance: Float64Array | null;
  readonly logLikelihood: number;
  /** Cases that the fit rests on. */
  readonly n: number;
  readonly iterations: number;
}

/** What is to be fitted. */
export interface PositiveProblem<Name extends string> {
  /** How errors name the model. */
  readonly model: string;
  readonly names: readonly Name[];
  readonly start: readonly number[];
  /** Of all cases, by parameters in the order of `names`. */
  readonly logLikelihood: (parameters: Float64Array) => number;
  readonly n: number;
  /** How intervals are found; `wald` by default, as `profile` takes some ten times as long as the fit. */
  readonly intervals?: 'wald' | 'profile';
  /** Some of many cases, on which the search begins. */
  readonly some?: Pick<PositiveProblem<Name>, 'logLikelihood' | 'n'> | null;
  readonly progress?: Progress | undefined;
}

const edge = 14;

/**
 * Fits positive parameters by maximum likelihood, searched in their logarithms.
 * @throws UserError `cannot_answer` when the likelihood has no maximum within reach, so that the data do not tell the parameters
 */
export function fitPositive<Name extends string>(problem: PositiveProblem<Name>): PositiveFit<Name> {
  const { names, n, model } = problem;
  const objective = objectiveOf(problem);
  const found = search(problem, objective);
  const far = names.filter((_, i) => Math.abs(found.at[i] ?? 0) > edge);
  if (far.length > 0 || !found.isConverged || !Number.isFinite(found.value)) {
    const which = far.length > 0 ? `${far.join(' and ')} ran out of bounds` : 'the search did not settle';
    throw cannotAnswer(`the ${model} model cannot be fitted to these ${n} cases: ${which}, so the data do not tell its parameters`);
  }
  const information = hessianAt(objective, found.at).map((each) => each * n);
  const logCovariance = invertSymmetric(information, names.length);
  const parameters = named(names, (i) => Math.exp(found.at[i] ?? 0));
  const profiled = problem.intervals === 'profile' &&
    logCovariance !== null && {
      intervals: named(names, (i) => profileInterval({ objective, n, peak: found, logCovariance }, i, 0.95)),
    };
  return {
    parameters,
    ...spread(names, found.at, logCovariance),
    ...profiled,
    logCovariance,
    logLikelihood: -found.value * n,
    n,
    iterations: found.iterations,
  };
}

function objectiveOf({ logLikelihood, n }: Pick<PositiveProblem<string>, 'logLikelihood' | 'n'>) {
  return (logs: Float64Array) => {
    if (logs.some((each) => Math.abs(each) > 2 * edge)) return Number.POSITIVE_INFINITY;
    const value = -logLikelihood(logs.map(Math.exp)) / n;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
}

function search(problem: PositiveProblem<string>, objective: (logs: Float64Array) => number): Minimum {
  const { some, progress } = problem;
  const start = problem.start.map(Math.log);
  if (!some) return minimise(objective, start, progress);
  const rough = minimise(objectiveOf(some), start, progress);
  const isUsable = rough.isConverged && rough.at.every((each) => Math.abs(each) < edge);
  return isUsable ? minimise(objective, rough.at, progress, rough.inverse) : minimise(objective, start, progress);
}

function spread<Name extends string>(
  names: readonly Name[],
  logs: Float64Array,
  logCovariance: Float64Array | null,
): Pick<PositiveFit<Name>, 'standardErrors' | 'intervals'> {
  if (logCovariance === null) return { standardErrors: null, intervals: null };
  const errorOfLog = (i: number) => Math.sqrt(logCovariance[i * names.length + i] ?? 0);
  return {
    standardErrors: named(names, (i) => Math.exp(logs[i] ?? 0) * errorOfLog(i)),
    intervals: named(names, (i) => logInterval(logs[i] ?? 0, errorOfLog(i), 0.95)),
  };
}

function named<Name extends string, Value>(names: readonly Name[], pick: (index: number) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name, index) => [name, pick(index)])) as Record<Name, Value>;
}

function logInterval(log: number, error: number, level: number): Interval {
  const reach = normalQuantile((1 + level) / 2) * error;
  return { low: Math.exp(log - reach), high: Math.exp(log + reach) };
}

/** A number that follows from a fit, with how sure it is. */
export interface DerivedEstimate extends Interval {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * A positive quantity of a fitted model, as an expected number of purchases, with its interval by the delta method on its logarithm.
 * It says how far the parameters are sure, not how far one customer will scatter about the expectation. Null without a covariance.
 */
export function derivedEstimate<Name extends string>(
  fit: PositiveFit<Name>,
  quantity: (parameters: Readonly<Record<Name, number>>) => number,
  level = 0.95,
): DerivedEstimate | null {
  const found = deltaOf(fit, (parameters) => Math.log(quantity(parameters)));
  if (found === null) return null;
  const estimate = Math.exp(found.value);
  return { estimate, standardError: estimate * found.error, ...logInterval(found.value, found.error, level) };
}

/**
 * A chance of a fitted model, as that a customer still buys, with its interval by the delta method on its log odds, so that it stays within 0 and 1.
 * Null without a covariance. A chance that the model holds for certain (0 or 1) has no width.
 */
export function derivedChance<Name extends string>(
  fit: PositiveFit<Name>,
  chance: (parameters: Readonly<Record<Name, number>>) => number,
  level = 0.95,
): DerivedEstimate | null {
  const certain = chance(fit.parameters);
  if (fit.logCovariance !== null && (certain <= 0 || certain >= 1))
    return { estimate: certain, standardError: 0, low: certain, high: certain };
  const found = deltaOf(fit, (parameters) => {
    const p = chance(parameters);
    return Math.log(p) - Math.log1p(-p);
  });
  if (found === null) return null;
  const shareOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
  const reach = normalQuantile((1 + level) / 2) * found.error;
  const estimate = shareOf(found.value);
  return {
    estimate,
    standardError: estimate * (1 - estimate) * found.error,
    low: shareOf(found.value - reach),
    high: shareOf(found.value + reach),
  };
}

/** A quantity that may be any number, with its standard error from that of the parameters' logarithms. */
function deltaOf<Name extends string>(fit: PositiveFit<Name>, quantity: (parameters: Readonly<Record<Name, number>>) => number) {
  const names = Object.keys(fit.parameters) as Name[];
  const covariance = fit.logCovariance;
  if (covariance === null) return null;
  const at = Float64Array.from(names, (name) => Math.log(fit.parameters[name]));
  const ofLogs = (logs: Float64Array) => quantity(named(names, (i) => Math.exp(logs[i] ?? 0)));
  const slope = gradientAt(ofLogs, at);
  let variance = 0;
  for (let i = 0; i < names.length; i++) {
    for (let j = 0; j < names.length; j++) variance += (slope[i] ?? 0) * (slope[j] ?? 0) * (covariance[i * names.length + j] ?? 0);
  }
  return { value: ofLogs(at), error: Math.sqrt(variance) };
}
