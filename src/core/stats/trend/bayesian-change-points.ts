import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { logGamma } from '../distributions.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { noiseVariance } from './segment-cost.ts';

export interface BayesianChangeOptions {
  /** Mean length of a stretch that is expected beforehand; 100 by default. */
  readonly expectedLength?: number;
  /** What is believed of a stretch before its first value: level about `mean` as if `weight` values said so, variance `variance` as if 2 × `shape` values did. */
  readonly prior?: { readonly mean: number; readonly weight: number; readonly variance: number; readonly shape: number };
  readonly progress?: Progress;
}

/** A change that a series was seen to have once some values after it were known. */
export interface SeenChange {
  /** Position of the first value after the likeliest change. */
  readonly at: number;
  /** Position at which it was first likelier than not that a stretch had begun since the change before was seen. */
  readonly seenAt: number;
  /** Positions that hold the change at 95 %, as known at `seenAt`. */
  readonly when: Interval;
}

/** How long the present stretch has lasted, value by value. */
export interface RunLengths {
  readonly n: number;
  /** The likeliest number of values, this one among them, since the last change, after each value. */
  readonly likeliest: Int32Array;
  /** The mean of that number. */
  readonly expected: Float64Array;
  readonly changes: readonly SeenChange[];
}

const negligible = 1e-9;

/**
 * Has the level or the spread of a running series changed, and since when? After each value the chances of all lengths of the present stretch, with nothing known
 * of later values. Adams and MacKay 2007, Bayesian online changepoint detection; normal values, normal-inverse-gamma prior, changes at a constant rate.
 * The default prior takes level and spread from the whole series by median and differences of neighbours; give one where nothing may be known beforehand.
 * @throws UserError for fewer than two values, one that is not finite, and options that cannot be
 */
export function bayesianChangePoints(values: Column, options: BayesianChangeOptions = {}): RunLengths {
  checkColumn(values, 'values', 2);
  const { expectedLength = 100, prior = priorOf(values), progress } = options;
  if (!(expectedLength > 1)) throw cannotAnswer(`the expected length of a stretch is above 1, not ${expectedLength}`);
  if (!(prior.weight > 0 && prior.variance > 0 && prior.shape > 0))
    throw cannotAnswer('weight, variance and shape of the prior are above 0; the values may hardly vary');
  const state = new RunState(values.length + 1, prior, 1 / expectedLength);
  const [likeliest, expected] = [new Int32Array(values.length), new Float64Array(values.length)];
  const changes: SeenChange[] = [];
  let lastSeen = 0;
  for (let i = 0; i < values.length; i++) {
    if (i % 1024 === 0) checkpoint(progress, i / values.length);
    state.take(values[i] ?? 0);
    const run = state.likeliestRun();
    likeliest[i] = run;
    expected[i] = state.meanRun();
    const start = i + 1 - run;
    if (start > lastSeen && state.chanceOfStartAfter(i, lastSeen) > 0.5) {
      changes.push({ at: start, seenAt: i, when: state.startInterval(i) });
      lastSeen = i;
    }
  }
  return { n: values.length, likeliest, expected, changes };
}

type Prior = NonNullable<BayesianChangeOptions['prior']>;

function priorOf(values: Column): Prior {
  return { mean: quantileOfSorted(sorted(values), 0.5), weight: 0.01, variance: noiseVariance(values), shape: 1 };
}

/** Chances of the lengths of the present stretch with what each has seen; lengths of no chance are dropped. */
class RunState {
  private readonly prior: Prior;
  private readonly hazard: number;
  private count = 1;
  private readonly lengths: Int32Array;
  private readonly chances: Float64Array;
  private readonly means: Float64Array;
  /** Sums of squares about the means, prior and all. */
  private readonly scales: Float64Array;
  /** What depends on the length alone: log of the constant of Student's t. */
  private readonly constants: Float64Array;

  constructor(size: number, prior: Prior, hazard: number) {
    this.prior = prior;
    this.hazard = hazard;
    this.lengths = new Int32Array(size + 1);
    [this.chances, this.means, this.scales] = [new Float64Array(size + 1), new Float64Array(size + 1), new Float64Array(size + 1)];
    this.constants = Float64Array.from({ length: size + 1 }, (_, run) => {
      const df = 2 * prior.shape + run;
      return logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(Math.PI * df);
    });
    this.chances[0] = 1;
    this.means[0] = prior.mean;
    this.scales[0] = 2 * prior.shape * prior.variance;
  }

  /** Takes the next value: each stretch goes on, or a new one began with it. */
  take(value: number): void {
    let [begun, total] = [0, 0];
    for (let k = 0; k < this.count; k++) {
      const joint = (this.chances[k] ?? 0) * this.density(k, value);
      begun += joint;
      total += joint;
      this.chances[k] = joint * (1 - this.hazard);
    }
    if (!(total > 0)) [begun, total] = [1, 1];
    this.learn(value, total);
    this.lengths[this.count] = 0;
    this.chances[this.count] = (begun * this.hazard) / total;
    this.means[this.count] = this.prior.mean;
    this.scales[this.count] = 2 * this.prior.shape * this.prior.variance;
    this.count++;
  }

  private density(k: number, value: number): number {
    const run = this.lengths[k] ?? 0;
    const df = 2 * this.prior.shape + run;
    const weight = this.prior.weight + run;
    const square = ((this.scales[k] ?? 0) * (weight + 1)) / (df * weight);
    const off = value - (this.means[k] ?? 0);
    return Math.exp((this.constants[run] ?? 0) - 0.5 * Math.log(square) - ((df + 1) / 2) * Math.log1p((off * off) / (df * square)));
  }

  private learn(value: number, total: number): void {
    let kept = 0;
    for (let k = 0; k < this.count; k++) {
      const chance = (this.chances[k] ?? 0) / total;
      if (chance < negligible) continue;
      const run = this.lengths[k] ?? 0;
      const weight = this.prior.weight + run;
      const off = value - (this.means[k] ?? 0);
      this.lengths[kept] = run + 1;
      this.chances[kept] = chance;
      this.scales[kept] = (this.scales[k] ?? 0) + (weight * off * off) / (weight + 1);
      this.means[kept++] = (this.means[k] ?? 0) + off / (weight + 1);
    }
    this.count = kept;
  }

  likeliestRun(): number {
    let [best, chance] = [0, -1];
    for (let k = 0; k < this.count; k++) if ((this.chances[k] ?? 0) > chance) [best, chance] = [this.lengths[k] ?? 0, this.chances[k] ?? 0];
    return best;
  }

  meanRun(): number {
    let [sum, total] = [0, 0];
    for (let k = 0; k < this.count; k++) {
      sum += (this.chances[k] ?? 0) * (this.lengths[k] ?? 0);
      total += this.chances[k] ?? 0;
    }
    return sum / total;
  }

  /** The chance that the present stretch began after position `then`, its last value at `now`; the stretch of none yet is not counted. */
  chanceOfStartAfter(now: number, then: number): number {
    let sum = 0;
    for (let k = 0; k < this.count; k++) {
      const run = this.lengths[k] ?? 0;
      if (run > 0 && now + 1 - run > then) sum += this.chances[k] ?? 0;
    }
    return sum;
  }

  /** Positions that hold the start of the present stretch at 95 %, 2.5 % beside each end. */
  startInterval(now: number): Interval {
    let [passed, low, high] = [0, -1, now + 1];
    for (let k = 0; k < this.count; k++) {
      passed += this.chances[k] ?? 0;
      const start = now + 1 - (this.lengths[k] ?? 0);
      if (low < 0 && passed > 0.025) low = start;
      if (passed >= 0.975) {
        high = start;
        break;
      }
    }
    return { low: Math.max(0, low), high };
  }
}
