import { checkChoice } from '../check-options.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { inversions } from '../descriptive/inversions.ts';
import { rank } from '../descriptive/ranks.ts';
import { tieCounts } from '../descriptive/tie-counts.ts';
import { normalQuantile, normalTwoSided, studentTwoSided } from '../distributions.ts';
import { autocorrelation } from '../forecast/autocorrelation.ts';
import { theilSen } from './theil-sen.ts';

/**
 * What is done about neighbours that resemble each other, which make a trend look surer than it is: nothing; `pre-whitening`, which takes out what each value takes over
 * from the one before it, by the first autocorrelation of the series without its line, its bias mended (Hamed 2009, Enhancing the effectiveness of prewhitening,
 * Journal of Hydrology 368), and takes Student's t of as many values as would tell so much if they were independent (Bayley and Hammersley 1946), since that is estimated: from 50 values on and up to an autocorrelation of 0.5 it holds 5 %; Hamed and Rao's variance (1998), by the autocorrelations of the
 * detrended ranks that stand out at 5 %; or Yue and Wang's effective number of cases (2004), by those of the detrended series. These two, as packages have
 * them, mend only a part: of 60 values without a trend and of autocorrelation 0.4, 5 % is in truth 19 %, 16 % and 10 % by none, the first and the second.
 */
export type TrendCorrection = 'none' | 'pre-whitening' | 'hamed-rao' | 'yue-wang';

export interface TrendTestOptions {
  readonly correction?: TrendCorrection;
  /** Steps back that a correction looks at: all by default for `hamed-rao`, 1 for `yue-wang`. */
  readonly lags?: number;
  /** Steps of a season; each phase is then compared with itself only (Hirsch and Slack 1982), without a correction. */
  readonly period?: number;
}

/** Whether a series rises or falls; `s`, `variance` and `tau` are of the whitened values where those are tested. */
export interface TrendTest {
  readonly correction: TrendCorrection;
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  readonly variance: number;
  /** S ÷ pairs, ties counted as neither: τ-a, as the packages of this test print it. */
  readonly tau: number;
  /** With the correction for continuity. */
  readonly z: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly direction: 'up' | 'down' | 'none';
  readonly n: number;
}

/**
 * Is there a rise or a fall, of whatever shape? Mann 1945, Kendall 1975, variance with ties. It sees no trend that turns round, and without a
 * correction it takes the values as independent.
 * @throws UserError for fewer than 4 values (4 of each phase in sum), a series without two different values, values that are not finite, a period below 2, and a
 * correction that leaves no variance
 */
export function mannKendall(values: Column, options: TrendTestOptions = {}): TrendTest {
  checkColumn(values, 'values', 4);
  const { correction = 'none' } = options;
  checkChoice('correction', correction, ['none', 'pre-whitening', 'hamed-rao', 'yue-wang']);
  const { parts, independent } = comparedOf(values, options);
  let [s, plain, pairs] = [0, 0, 0];
  for (const part of parts) {
    s += scoreOf(part);
    plain += varianceOf(part);
    pairs += (part.length * (part.length - 1)) / 2;
  }
  if (!(plain > 0)) throw cannotAnswer('the values are all the same, so nothing rises or falls');
  const variance = plain * factorOf(values, correction, options.lags);
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return {
    correction,
    s,
    variance,
    tau: s / pairs,
    z,
    pValue: Number.isFinite(independent) ? studentTwoSided(z, independent) : normalTwoSided(z),
    direction: s > 0 ? 'up' : s < 0 ? 'down' : 'none',
    n: values.length,
  };
}

interface Compared {
  /** Each is compared with itself only. */
  readonly parts: readonly Float64Array[];
  /** As many independent values tell as much of a level; Infinity where the variance of S is known. */
  readonly independent: number;
}

/** The series whole, whitened, or by phases. */
function comparedOf(values: Column, { correction = 'none', period }: TrendTestOptions): Compared {
  if (period !== undefined && correction !== 'none') throw cannotAnswer('a seasonal test takes no correction; leave out one of the two');
  if (period !== undefined) return { parts: phasesOf(values, period), independent: Number.POSITIVE_INFINITY };
  if (correction !== 'pre-whitening') return { parts: [Float64Array.from(values)], independent: Number.POSITIVE_INFINITY };
  const echo = echoOf(values);
  const whitened = Float64Array.from({ length: values.length - 1 }, (_, i) => (values[i + 1] ?? 0) - echo * (values[i] ?? 0));
  return { parts: [whitened], independent: (values.length * (1 - Math.max(0, echo))) / (1 + Math.max(0, echo)) };
}

/** Of fewer values the resemblance of neighbours is anyone's guess. */
const leastWhitened = 20;
/** More would leave next to nothing of the series. */
const mostEcho = 0.95;

/** What a value takes over from the one before it: the first autocorrelation without the line, whose bias is −(2 + 4ρ) ÷ n. */
function echoOf(values: Column): number {
  const n = values.length;
  if (n < leastWhitened)
    throw cannotAnswer(`pre-whitening needs ${leastWhitened} values to tell how far neighbours resemble each other; there are ${n}`);
  const rest = detrended(values);
  return isFlat(rest) ? 0 : Math.min(mostEcho, (n * (autocorrelation(rest, 1)[1] ?? 0) + 2) / (n - 4));
}

/** Without the line of Theil and Sen. */
function detrended(values: Column): Float64Array {
  const { slope } = theilSen(values);
  return Float64Array.from(values, (value, i) => value - slope * i);
}

function phasesOf(values: Column, period: number): Float64Array[] {
  if (!Number.isSafeInteger(period) || period < 2 || 2 * period > values.length)
    throw cannotAnswer(`the period is a whole number of steps from 2 to half the series, not ${period}`);
  return Array.from({ length: period }, (_, phase) => Float64Array.from(values).filter((_, i) => i % period === phase));
}

function scoreOf(values: Float64Array): number {
  const pairs = (values.length * (values.length - 1)) / 2;
  return pairs - tieCounts(values).pairs - 2 * inversions(values);
}

function varianceOf(values: Float64Array): number {
  const n = values.length;
  return (n * (n - 1) * (2 * n + 5) - tieCounts(values).five) / 18;
}

function factorOf(values: Column, correction: TrendCorrection, lags?: number): number {
  if (correction === 'none' || correction === 'pre-whitening') return 1;
  const n = values.length;
  const rest = detrended(values);
  if (isFlat(rest)) return 1;
  const factor =
    correction === 'hamed-rao'
      ? hamedRaoFactor(autocorrelation(rank(rest).ranks, lags ?? n - 2), n)
      : yueWangFactor(autocorrelation(rest, lags ?? 1), n);
  if (!(factor > 0))
    throw cannotAnswer(
      `the ${correction} correction leaves no variance: the values swing against each other too strongly; look at fewer lags`,
    );
  return factor;
}

function isFlat(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - (values[0] ?? 0)) <= 1e-12 * Math.abs(value));
}

function hamedRaoFactor(correlations: Float64Array, n: number): number {
  const limit = normalQuantile(0.975) / Math.sqrt(n);
  let sum = 0;
  for (const [lag, r] of correlations.entries()) {
    if (lag > 0 && Math.abs(r) > limit) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * r;
  }
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}

function yueWangFactor(correlations: Float64Array, n: number): number {
  return 1 + 2 * correlations.reduce((sum, r, lag) => sum + (lag === 0 ? 0 : (1 - lag / n) * r), 0);
}
