import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../column.ts';
import { normalQuantile } from '../distributions.ts';
import { invertSymmetric } from '../invert-symmetric.ts';
import { gradientAt, hessianAt, minimise } from '../minimise.ts';
import type { Progress } from '../progress.ts';

/** A model of positive parameters that was fitted by maximum likelihood. */
export interface PositiveFit<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  /** From the observed information; null where the likelihood is too flat to tell. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
  /** 95 % of each parameter, symmetric in its logarithm. */
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
  readonly progress?: Progress | undefined;
}

const edge = 14;

/**
 * Fits positive parameters by maximum likelihood, searched in their logarithms.
 * @throws UserError `cannot_answer` when the likelihood has no maximum within reach, so that the data do not tell the parameters
 */
export function fitPositive<Name extends string>(problem: PositiveProblem<Name>): PositiveFit<Name> {
  const { names, n, model } = problem;
  const objective = (logs: Float64Array) => {
    if (logs.some((each) => Math.abs(each) > 2 * edge)) return Number.POSITIVE_INFINITY;
    const value = -problem.logLikelihood(logs.map(Math.exp)) / n;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const found = minimise(objective, problem.start.map(Math.log), problem.progress);
  const far = names.filter((_, i) => Math.abs(found.at[i] ?? 0) > edge);
  if (far.length > 0 || !found.isConverged || !Number.isFinite(found.value)) {
    const which = far.length > 0 ? `${far.join(' and ')} ran out of bounds` : 'the search did not settle';
    throw cannotAnswer(`the ${model} model cannot be fitted to these ${n} cases: ${which}, so the data do not tell its parameters`);
  }
  const information = hessianAt(objective, found.at).map((each) => each * n);
  const logCovariance = invertSymmetric(information, names.length);
  const parameters = named(names, (i) => Math.exp(found.at[i] ?? 0));
  return {
    parameters,
    ...spread(names, found.at, logCovariance),
    logCovariance,
    logLikelihood: -found.value * n,
    n,
    iterations: found.iterations,
  };
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

/** A positive number that follows from a fit, with how sure it is. */
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
  const names = Object.keys(fit.parameters) as Name[];
  const covariance = fit.logCovariance;
  if (covariance === null) return null;
  const at = Float64Array.from(names, (name) => Math.log(fit.parameters[name]));
  const logOf = (logs: Float64Array) => Math.log(quantity(named(names, (i) => Math.exp(logs[i] ?? 0))));
  const slope = gradientAt(logOf, at);
  let variance = 0;
  for (let i = 0; i < names.length; i++) {
    for (let j = 0; j < names.length; j++) variance += (slope[i] ?? 0) * (slope[j] ?? 0) * (covariance[i * names.length + j] ?? 0);
  }
  const [log, error] = [logOf(at), Math.sqrt(variance)];
  return { estimate: Math.exp(log), standardError: Math.exp(log) * error, ...logInterval(log, error, level) };
}
