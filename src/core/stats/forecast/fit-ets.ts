import { cannotAnswer } from '../column.ts';
import { at } from './at.ts';
import { checkForm, type EtsForm, etsName, parametersOf } from './ets-form.ts';
import { EtsRecursion, type EtsRun, slot, smoothingOf } from './ets-recursion.ts';
import { startStates } from './ets-start.ts';
import { type InformationCriteria, informationCriteria } from './information-criteria.ts';
import { type BoxProblem, minimiseInBox } from './minimise-in-box.ts';
import { checkPeriod, knownValues, type TimeSeries } from './time-series.ts';

export interface EtsOptions {
  /** Steps of a season; needed where the form has one. */
  readonly period?: number;
  /** What is made small: −logLikelihood, or the sum of squared errors with smoothing anywhere from 0 to 1, as Holt and Winters do. */
  readonly criterion?: 'likelihood' | 'squares';
  /** How many starts the search goes on from; 3 by default. */
  readonly starts?: number;
  /** α, β and γ to start from instead: to stay near a peak that is not the highest. */
  readonly startAt?: { readonly alpha: number; readonly beta: number; readonly gamma: number };
}

/** A fitted model of exponential smoothing. */
export interface EtsFit extends EtsRun, InformationCriteria {
  readonly name: string;
  readonly form: EtsForm;
  readonly period: number;
  /** Known values. */
  readonly n: number;
  /** Smoothing and states that were estimated, and the variance: R's count (statsmodels counts one season more). */
  readonly parameters: number;
  readonly alpha: number;
  /** 0 where the model has none. */
  readonly beta: number;
  readonly gamma: number;
  /** 1 where the trend is not damped. */
  readonly phi: number;
  /** Level, slope and seasons before the first value. */
  readonly start: { readonly level: number; readonly slope: number; readonly seasons: Float64Array };
  /** Of normal errors with all constants, as in statsmodels; R leaves ½n·(log(2π ÷ n) + 1) out. Infinity for a series that the form follows wholly. */
  readonly logLikelihood: number;
  /** Variance of an error: squares ÷ (n − what was estimated). */
  readonly variance: number;
  readonly isConverged: boolean;
}

/**
 * A state-space model of exponential smoothing of a named form, all smoothing and first states estimated together. Hyndman, Koehler, Ord and Snyder 2008.
 * Smoothing stays in the usual region: α, β ÷ α and γ ÷ (1 − α) from 0.0001 to 0.9999, φ from 0.8 to 0.98, as in R and statsmodels. Gaps are stepped over.
 * @throws UserError for too few values, and for one not above 0 where the form multiplies
 */
export function fitEts(series: TimeSeries, form: EtsForm, options: EtsOptions = {}): EtsFit {
  const { period = 1, criterion = 'likelihood' } = options;
  const values = knownValues(series, 3);
  if (form.season !== 'none') checkPeriod(period, values.length);
  checkForm(form, values);
  const parameters = parametersOf(form, period) + 1;
  const n = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  if (n <= parameters) throw cannotAnswer(`${etsName(form)} estimates ${parameters} figures; the series has ${n} known values`);
  const scale = meanSize(values);
  const scaled = values.map((value) => value / scale);
  const recursion = new EtsRecursion(scaled, form, period);
  const states = startStates(scaled, form, period);
  const evaluate = (vector: Float64Array, slope: Float64Array) => recursion.objective(vector, slope);
  const problem = { ...boxOf(form, states.length, criterion), evaluate };
  const found = beginnings(problem, states, form, options)
    .map((vector) => minimiseInBox(problem, vector))
    .reduce((best, each) => (each.value < best.value ? each : best));
  if (!Number.isFinite(found.value))
    throw cannotAnswer(`${etsName(form)} cannot follow this series: a level or season falls to 0 or below`);
  return describe(values, { form, period, parameters, n, scale }, found);
}

function meanSize(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    count++;
  }
  return sum > 0 ? sum / count : 1;
}

const grid = [0.1, 0.3, 0.6, 0.9].flatMap((alpha) =>
  [0.05, 0.7].flatMap((betaShare) => [0.02, 0.3, 0.9].map((gammaShare) => [alpha, betaShare, gammaShare, 0.95] as const)),
);

/** The vectors to start from: the best of a coarse grid of smoothing, with the first states as they are set. */
function beginnings(
  problem: BoxProblem,
  states: Float64Array,
  { trend, season }: EtsForm,
  { starts = 3, startAt }: EtsOptions,
): Float64Array[] {
  const vectorOf = (smoothing: readonly number[]) => {
    const vector = Float64Array.from(states);
    vector.set(smoothing);
    if (trend !== 'damped') vector[slot.phi] = 1;
    return vector;
  };
  if (startAt) {
    const { alpha, beta, gamma } = startAt;
    return [vectorOf([alpha, beta / alpha, gamma / (1 - alpha), 0.95])];
  }
  const slope = new Float64Array(states.length);
  const ofGrid = grid
    .filter(([, betaShare, gammaShare]) => (trend !== 'none' || betaShare === 0.05) && (season !== 'none' || gammaShare === 0.3))
    .map((smoothing) => {
      const vector = vectorOf(smoothing);
      return { vector, value: problem.evaluate(vector, slope) };
    })
    .sort((a, b) => a.value - b.value);
  const isUndefined = ofGrid[0]?.value === Number.POSITIVE_INFINITY;
  return ofGrid.slice(0, starts).map(({ vector }) => (isUndefined ? withoutSeasons(vector, season) : vector));
}

/** First seasons that take the level below 0 on the way leave nothing to go down from. */
function withoutSeasons(vector: Float64Array, season: EtsForm['season']): Float64Array {
  return vector.map((value, index) => (index < slot.seasons ? value : season === 'multiplicative' ? 1 : 0));
}

/** A form that lacks a part has it held at nothing. */
function boxOf(
  { error, trend, season }: EtsForm,
  size: number,
  criterion: 'likelihood' | 'squares',
): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const high = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const hold = (index: number, [from, to]: readonly [number, number]) => {
    low[index] = from;
    high[index] = to;
  };
  const [nothing, share] = [[0, 0] as const, criterion === 'squares' ? ([0, 1] as const) : ([1e-4, 1 - 1e-4] as const)];
  const phi = { none: [1, 1], additive: [1, 1], damped: [0.8, 0.98] } as const;
  hold(slot.alpha, share);
  hold(slot.betaShare, trend === 'none' ? nothing : share);
  hold(slot.gammaShare, season === 'none' ? nothing : share);
  hold(slot.phi, phi[trend]);
  if (trend === 'none') hold(slot.slope, nothing);
  if (season === 'none') hold(slot.seasons, nothing);
  if (error === 'multiplicative' || season === 'multiplicative') low[slot.level] = 1e-8;
  return { low, high };
}

interface Fitted {
  readonly form: EtsForm;
  readonly period: number;
  readonly parameters: number;
  readonly n: number;
  readonly scale: number;
}

function describe(
  values: Float64Array,
  { form, period, parameters, n, scale }: Fitted,
  { at: vector, isConverged }: { readonly at: Float64Array; readonly isConverged: boolean },
): EtsFit {
  const unscaled = Float64Array.from(vector);
  const hasSeason = form.season !== 'none';
  unscaled[slot.level] = at(vector, slot.level) * scale;
  unscaled[slot.slope] = at(vector, slot.slope) * scale;
  if (form.season === 'additive') for (let i = slot.seasons; i < vector.length; i++) unscaled[i] = at(vector, i) * scale;
  const run = new EtsRecursion(values, form, period).run(unscaled);
  const logLikelihood = -0.5 * n * (Math.log((2 * Math.PI * run.squares) / n) + 1) - run.logScale;
  const { alpha, beta, gamma, phi } = smoothingOf(unscaled);
  return {
    ...run,
    seasons: hasSeason ? run.seasons : new Float64Array(0),
    name: etsName(form),
    form,
    period: hasSeason ? period : 1,
    n,
    parameters,
    alpha,
    beta,
    gamma,
    phi,
    start: {
      level: at(unscaled, slot.level),
      slope: at(unscaled, slot.slope),
      seasons: unscaled.slice(slot.seasons, hasSeason ? undefined : slot.seasons),
    },
    logLikelihood,
    ...informationCriteria(logLikelihood, n, parameters),
    variance: run.squares / Math.max(1, n - parameters + 1),
    isConverged,
  };
}
