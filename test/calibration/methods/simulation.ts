import type { Random } from '../../../src/core/stats/random.ts';

/** A method on data drawn from a known truth: is it wrong no more often than it says? */
export interface Simulation {
  readonly name: string;
  /** `rejects`: a test where nothing is; `covers`: an interval around a known truth. */
  readonly kind: 'rejects' | 'covers';
  /** The share stated: 0.05 of tests, 0.95 of intervals. */
  readonly level: number;
  /** Draws once; true when the test rejects, or when the interval covers. */
  readonly run: (random: Random) => boolean;
  /** True for a method that promises no more than `level` (an exact test of counts) or no less (an exact interval), so that it may be far on the safe side. */
  readonly isConservative?: boolean;
}
