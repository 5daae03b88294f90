import type { Interval } from '../../model/estimate.ts';
import { checkChoice, checkLevel } from '../check-options.ts';
import { type Column, cannotAnswer, checkSameLength } from '../column.ts';
import { chiSquareAbove, normalQuantile, normalTwoSided } from '../distributions.ts';
import { invertSymmetric } from '../invert-symmetric.ts';
import type { Progress } from '../progress.ts';
import { concordanceIndex } from './concordance.ts';
import { type Covariates, standardiseCovariates } from './covariates.ts';
import { climb } from './newton.ts';
import { checkDurations, type ObservedDurations } from './observed-durations.ts';
import { type CoxTies, partialLikelihood, type SortedCases } from './partial-likelihood.ts';
import { unboundedEffects } from './unbounded-effects.ts';

/** What the model is told beside durations and covariates. */
export interface CoxOptions {
  /** How equal durations are taken; Efron's is nearer to the truth. */
  readonly ties?: CoxTies;
  /** Cases of one stratum (a number each) are compared only with one another. */
  readonly strata?: Column;
  readonly level?: number;
  readonly progress?: Progress;
}

/** The effect of one covariate: `hazardRatio` times the hazard for each unit more. */
export interface CoxEffect {
  readonly name: string;
  readonly coefficient: number;
  readonly standardError: number;
  readonly hazardRatio: number;
  /** Of the hazard ratio. */
  readonly interval: Interval;
  readonly z: number;
  readonly pValue: number;
}

/** A fitted model of proportional hazards. */
export interface CoxModel {
  readonly ties: CoxTies;
  readonly n: number;
  readonly events: number;
  readonly effects: readonly CoxEffect[];
  /** Covariance of the coefficients, row by row. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  /** With all coefficients 0. */
  readonly logLikelihoodOfNone: number;
  readonly likelihoodRatio: { readonly chiSquare: number; readonly df: number; readonly pValue: number };
  /** Harrell's: of pairs that can be told apart, the share in which who had the event first had the higher risk. Pairs are of one stratum. */
  readonly concordance: number;
  readonly iterations: number;
}

/**
 * Cox's regression: which covariates go with an earlier or later event, others held equal. It takes each effect to be the same at all times;
 * it shows association, not cause. Cox 1972, Efron 1977, Breslow 1974.
 * @throws UserError for durations that cannot be, no event, constant or collinear columns by name (also within strata), and a column that separates early
 * from late wholly
 */
export function fitCox(observed: ObservedDurations, covariates: Covariates, options: CoxOptions = {}): CoxModel {
  const { ties = 'efron', strata, level = 0.95, progress } = options;
  checkDurations(observed);
  checkLevel(level);
  checkChoice('ties', ties, ['efron', 'breslow']);
  if (observed.weights) throw cannotAnswer("Cox's model takes no weights; give each case a row of its own");
  if (strata) checkSameLength(observed.durations, strata, ['durations', 'strata']);
  if (Object.keys(covariates).length === 0) throw cannotAnswer('there is no covariate; give at least one, or take kaplanMeier');
  const { names, values, means, deviations } = standardiseCovariates(covariates, observed.durations);
  const cases = sortCases(observed, values, names.length, strata);
  const events = cases.events.reduce((sum, each) => sum + each, 0);
  if (events === 0) throw cannotAnswer('no event happened, so nothing can be said of what brings it');
  const evaluate = (at: Float64Array) => partialLikelihood(cases, at, ties);
  const none = new Float64Array(names.length);
  const atNone = evaluate(none);
  if (invertSymmetric(atNone.information, names.length) === null) throw noComparison(names, atNone.information, events);
  const peak = climb(evaluate, none, progress);
  if (peak === null) throw separation(names);
  const separating = unboundedEffects(names, { atPeak: peak.information, atNone: atNone.information }, events);
  const inverse = invertSymmetric(peak.information, names.length);
  if (inverse === null || separating.length > 0) throw separation(separating.length > 0 ? separating : names);
  const covariance = inverse.map(
    (each, i) => each / ((deviations[Math.floor(i / names.length)] ?? 1) * (deviations[i % names.length] ?? 1)),
  );
  const logLikelihoodOfNone = atNone.value;
  const chiSquare = 2 * (peak.value - logLikelihoodOfNone);
  return {
    ties,
    n: observed.durations.length,
    events,
    effects: effectsOf(
      names,
      peak.at.map((each, k) => each / (deviations[k] ?? 1)),
      covariance,
      level,
    ),
    covariance,
    logLikelihood: peak.value,
    logLikelihoodOfNone,
    likelihoodRatio: { chiSquare, df: names.length, pValue: chiSquareAbove(chiSquare, names.length) },
    concordance: concordanceIndex(observed, risksOf(covariates, names, means, deviations, peak.at), strata),
    iterations: peak.iterations,
  };
}

/** Who is at risk at an event, in its stratum, differs in no covariate, or in some only together. */
function noComparison(names: readonly string[], information: Float64Array, events: number) {
  const equal = names.filter((_, k) => !((information[k * names.length + k] ?? 0) > 1e-10 * events));
  if (equal.length === 0) return cannotAnswer(`${listOf(names)} cannot be told apart among the cases at risk at the events; leave one out`);
  return cannotAnswer(`${listOf(equal)} is the same for all cases that an event can be compared with (in its stratum); leave it out`);
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function separation(names: readonly string[]) {
  return cannotAnswer(
    `the effect of ${listOf(names)} has no bound: it separates early events from late ones wholly, or there are too few events`,
  );
}

/** Log risks of the cases in the order in which they were given. */
function risksOf(
  covariates: Covariates,
  names: readonly string[],
  means: Float64Array,
  deviations: Float64Array,
  at: Float64Array,
): Float64Array {
  const risks = new Float64Array(covariates[names[0] ?? '']?.length ?? 0);
  for (const [k, name] of names.entries()) {
    const column = covariates[name] ?? [];
    const [mean, slope] = [means[k] ?? 0, (at[k] ?? 0) / (deviations[k] ?? 1)];
    for (let i = 0; i < risks.length; i++) risks[i] = (risks[i] ?? 0) + ((column[i] ?? 0) - mean) * slope;
  }
  return risks;
}

function effectsOf(names: readonly string[], coefficients: Float64Array, covariance: Float64Array, level: number): CoxEffect[] {
  const quantile = normalQuantile((1 + level) / 2);
  return names.map((name, k) => {
    const coefficient = coefficients[k] ?? 0;
    const standardError = Math.sqrt(covariance[k * names.length + k] ?? 0);
    const z = coefficient / standardError;
    return {
      name,
      coefficient,
      standardError,
      hazardRatio: Math.exp(coefficient),
      interval: { low: Math.exp(coefficient - quantile * standardError), high: Math.exp(coefficient + quantile * standardError) },
      z,
      pValue: normalTwoSided(z),
    };
  });
}

/** Cases by stratum, then from the longest duration to the shortest. */
function sortCases({ durations, events }: ObservedDurations, values: Float64Array, size: number, strata: Column | undefined): SortedCases {
  const n = durations.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (strata?.[a] ?? 0) - (strata?.[b] ?? 0) || (durations[b] ?? 0) - (durations[a] ?? 0),
  );
  const sortedValues = new Float64Array(n * size);
  for (let i = 0; i < n; i++) {
    const from = (order[i] ?? 0) * size;
    for (let k = 0; k < size; k++) sortedValues[i * size + k] = values[from + k] ?? 0;
  }
  return {
    size,
    values: sortedValues,
    durations: Float64Array.from(order, (i) => durations[i] ?? 0),
    events: Uint8Array.from(order, (i) => events[i] ?? 0),
    strata: Float64Array.from(order, (i) => strata?.[i] ?? 0),
  };
}
