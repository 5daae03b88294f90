import type { Interval } from '../model/estimate.ts';
import { cannotAnswer } from '../stats/column.ts';
import { quantileOfSorted } from '../stats/descriptive/quantile.ts';
import { studentQuantile } from '../stats/distributions.ts';
import { checkpoint, type Progress } from '../stats/progress.ts';
import { seededRandom } from '../stats/random.ts';
import type { ChannelCredit, ChannelPaths } from './channel-paths.ts';

export interface AttributionIntervalOptions {
  readonly seed: number;
  /** Samples drawn; 200 by default. */
  readonly samples?: number;
  readonly level?: number;
  readonly progress?: Progress;
}

/** How sure a channel's share of the conversions is. */
export interface CreditInterval extends Interval {
  readonly channel: string;
}

/**
 * Intervals of the shares that any attribution gives, by drawing people again: the count of each path is Poisson with its own mean. They are normal in the
 * log odds of the share, with the spread of the draws; plain percentiles where a draw gives a channel nothing, or all. It says how much the shares owe to who happened to come, not whether the rule of attribution is right.
 * @throws UserError for fewer than 20 samples, and what the attribution refuses
 */
export function attributionIntervals(
  paths: ChannelPaths,
  attribute: (paths: ChannelPaths) => readonly ChannelCredit[],
  { seed, samples = 200, level = 0.95, progress }: AttributionIntervalOptions,
): CreditInterval[] {
  if (!Number.isSafeInteger(samples) || samples < 20)
    throw cannotAnswer(`intervals need a whole number of samples from 20 on, not ${samples}`);
  if (!(level > 0 && level < 1)) throw cannotAnswer(`the level is above 0 and below 1, not ${level}`);
  const observed = attribute(paths);
  const random = seededRandom(seed);
  const drawn = new Map(observed.map(({ channel }) => [channel, new Float64Array(samples)]));
  const redraw = (column: ArrayLike<number>) => Float64Array.from(column, (mean) => random.poisson(mean));
  for (let sample = 0; sample < samples; sample++) {
    checkpoint(progress, sample / samples);
    const again = { ...paths, conversions: redraw(paths.conversions), ...(paths.nulls ? { nulls: redraw(paths.nulls) } : {}) };
    for (const { channel, share } of attribute(again)) {
      const shares = drawn.get(channel);
      if (shares) shares[sample] = share;
    }
  }
  return observed.map(({ channel, share }) => ({ channel, ...intervalOf(share, drawn.get(channel) ?? new Float64Array(samples), level) }));
}

function intervalOf(share: number, drawn: Float64Array, level: number): Interval {
  if (drawn.some((each) => each <= 0 || each >= 1) || share <= 0 || share >= 1) {
    const ascending = drawn.sort();
    return { low: quantileOfSorted(ascending, (1 - level) / 2), high: quantileOfSorted(ascending, (1 + level) / 2) };
  }
  const logOdds = drawn.map((each) => Math.log(each / (1 - each)));
  const mean = logOdds.reduce((sum, each) => sum + each, 0) / logOdds.length;
  const variance = logOdds.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (logOdds.length - 1);
  const [middle, reach] = [Math.log(share / (1 - share)), studentQuantile((1 + level) / 2, logOdds.length - 1) * Math.sqrt(variance)];
  const shareAt = (odds: number) => 1 / (1 + Math.exp(-odds));
  return { low: shareAt(middle - reach), high: shareAt(middle + reach) };
}
