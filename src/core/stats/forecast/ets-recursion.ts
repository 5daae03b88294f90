import { at } from './at.ts';
import type { EtsForm } from './ets-form.ts';

/** Places in the vector of a model: α, β ÷ α, γ ÷ (1 − α), φ, level, slope, then the seasons of the first steps. */
export const slot = { alpha: 0, betaShare: 1, gammaShare: 2, phi: 3, level: 4, slope: 5, seasons: 6 } as const;

/** What a run over a series leaves. */
export interface EtsRun {
  /** One step ahead, of each value. */
  readonly fitted: Float64Array;
  /** Value less fitted, over fitted where the error multiplies; 0 at gaps. */
  readonly errors: Float64Array;
  readonly level: number;
  readonly slope: number;
  /** Of the next steps, the first first. */
  readonly seasons: Float64Array;
  readonly squares: number;
  /** Sum of log fitted where the error multiplies. */
  readonly logScale: number;
}

/**
 * Runs exponential smoothing over a series and back: the value that is minimised and its slope by the whole vector, by reverse accumulation.
 * It works on arrays of its own, made once for a series. All forms are one recursion: a season that adds is `base · 1 + season`, one that multiplies
 * `base · season + 0`, no season a season of one step that stays 0. Hyndman, Koehler, Ord and Snyder 2008, chapter 2.
 */
export class EtsRecursion {
  readonly #values: Float64Array;
  /** 1 where a value is known. */
  readonly #known: Float64Array;
  readonly #n: number;
  /** Steps of a season; 1 without. */
  readonly #period: number;
  /** 1 where the season multiplies, else 0. */
  readonly #timesSeason: number;
  /** 1 where the error multiplies, else 0. */
  readonly #timesError: number;
  readonly #bases: Float64Array;
  readonly #slopes: Float64Array;
  readonly #seasons: Float64Array;
  readonly #errors: Float64Array;
  /** Derivative by the season of each step. */
  readonly #turns: Float64Array;
  #level = 0;
  #slope = 0;
  #squares = 0;
  #logScale = 0;

  /** @param values NaN at gaps */
  constructor(values: Float64Array, form: EtsForm, period: number) {
    const n = values.length;
    this.#values = values.map((value) => (Number.isNaN(value) ? 0 : value));
    this.#known = values.map((value) => (Number.isNaN(value) ? 0 : 1));
    this.#n = this.#known.reduce((sum, one) => sum + one, 0);
    this.#period = form.season === 'none' ? 1 : period;
    this.#timesSeason = form.season === 'multiplicative' ? 1 : 0;
    this.#timesError = form.error === 'multiplicative' ? 1 : 0;
    this.#bases = new Float64Array(n);
    this.#slopes = new Float64Array(n);
    this.#errors = new Float64Array(n);
    this.#seasons = new Float64Array(n + this.#period);
    this.#turns = new Float64Array(n + this.#period);
  }

  /** The run at a vector, with fitted values and the last states. */
  run(vector: Float64Array): EtsRun {
    this.#forward(vector);
    const n = this.#values.length;
    const times = this.#timesSeason;
    return {
      fitted: this.#bases.map((base, t) => (times === 1 ? base * at(this.#seasons, t) : base + at(this.#seasons, t))),
      errors: Float64Array.from(this.#errors),
      level: this.#level,
      slope: this.#slope,
      seasons: this.#seasons.slice(n),
      squares: this.#squares,
      logScale: this.#logScale,
    };
  }

  /**
   * Half the log of the sum of squares and the mean log of the scale: −logLikelihood ÷ n but for a constant. Writes its slope.
   * Infinity where a model that multiplies leaves its range.
   */
  objective(vector: Float64Array, slope: Float64Array): number {
    if (!this.#forward(vector)) return Number.POSITIVE_INFINITY;
    this.#backward(vector, slope);
    return 0.5 * Math.log(Math.max(this.#squares, 1e-30)) + this.#logScale / this.#n;
  }

  /** False where a model that multiplies meets a level, season or forecast that is not above 0. */
  #forward(vector: Float64Array): boolean {
    const { alpha, beta, gamma, phi } = smoothingOf(vector);
    const [values, known, bases, slopes] = [this.#values, this.#known, this.#bases, this.#slopes];
    const [seasons, errors, period] = [this.#seasons, this.#errors, this.#period];
    const [timesSeason, timesError] = [this.#timesSeason, this.#timesError];
    for (let i = 0; i < period; i++) seasons[i] = at(vector, slot.seasons + i);
    let level = at(vector, slot.level);
    let slope = at(vector, slot.slope);
    let squares = 0;
    let logScale = 0;
    for (let t = 0; t < values.length; t++) {
      const base = level + phi * slope;
      const season = at(seasons, t);
      const bySeason = 1 + timesSeason * (season - 1);
      const byBase = 1 + timesSeason * (base - 1);
      const fitted = bySeason * base + (1 - timesSeason) * season;
      const scale = 1 + timesError * (fitted - 1);
      if (bySeason <= 0 || byBase <= 0 || scale <= 0) return false;
      const miss = at(known, t) * (at(values, t) - fitted);
      const own = miss / bySeason;
      const error = miss / scale;
      bases[t] = base;
      slopes[t] = slope;
      errors[t] = error;
      level = base + alpha * own;
      slope = phi * slope + beta * own;
      seasons[t + period] = season + (gamma * miss) / byBase;
      squares += error * error;
      if (timesError === 1) logScale += at(known, t) * Math.log(scale);
    }
    this.#level = level;
    this.#slope = slope;
    this.#squares = squares;
    this.#logScale = logScale;
    return Number.isFinite(squares);
  }

  /** Reverse accumulation over the last forward run. */
  #backward(vector: Float64Array, into: Float64Array): void {
    const { alpha, beta, gamma, phi } = smoothingOf(vector);
    const [values, known, bases, slopes] = [this.#values, this.#known, this.#bases, this.#slopes];
    const [seasons, errors, period, turns] = [this.#seasons, this.#errors, this.#period, this.#turns];
    const [timesSeason, timesError] = [this.#timesSeason, this.#timesError];
    const weight = 1 / Math.max(this.#squares, 1e-30);
    const share = 1 / this.#n;
    let [toLevel, toSlope, toAlpha, toBeta, toGamma, toPhi] = [0, 0, 0, 0, 0, 0];
    turns.fill(0, values.length);
    for (let t = values.length - 1; t >= 0; t--) {
      const [base, slope, season, error, isKnown] = [at(bases, t), at(slopes, t), at(seasons, t), at(errors, t), at(known, t)];
      const bySeason = 1 + timesSeason * (season - 1);
      const byBase = 1 + timesSeason * (base - 1);
      const fitted = bySeason * base + (1 - timesSeason) * season;
      const scale = 1 + timesError * (fitted - 1);
      const miss = error * scale;
      const later = at(turns, t + period);
      const toOwn = alpha * toLevel + beta * toSlope;
      const toMiss = isKnown * ((error * weight) / scale + toOwn / bySeason + (gamma * later) / byBase);
      const toFitted = (timesError * isKnown * (share - error * error * weight)) / scale - toMiss;
      toAlpha += (toLevel * miss) / bySeason;
      toBeta += (toSlope * miss) / bySeason;
      toGamma += (later * miss) / byBase;
      turns[t] = later - (timesSeason * toOwn * miss) / (bySeason * bySeason) + toFitted * byBase;
      toLevel += toFitted * bySeason - (timesSeason * gamma * later * miss) / (byBase * byBase);
      toPhi += (toSlope + toLevel) * slope;
      toSlope = phi * (toSlope + toLevel);
    }
    into[slot.alpha] = toAlpha + toBeta * at(vector, slot.betaShare) - toGamma * at(vector, slot.gammaShare);
    into[slot.betaShare] = toBeta * alpha;
    into[slot.gammaShare] = toGamma * (1 - alpha);
    into[slot.phi] = toPhi;
    into[slot.level] = toLevel;
    into[slot.slope] = toSlope;
    for (let i = 0; i < period; i++) into[slot.seasons + i] = at(turns, i);
  }
}

/** α, β, γ and φ of a vector. */
export function smoothingOf(vector: Float64Array): { alpha: number; beta: number; gamma: number; phi: number } {
  const alpha = at(vector, slot.alpha);
  return {
    alpha,
    beta: alpha * at(vector, slot.betaShare),
    gamma: (1 - alpha) * at(vector, slot.gammaShare),
    phi: at(vector, slot.phi),
  };
}
