import type { Interval } from '../model/estimate.ts';
import { cannotAnswer } from '../stats/column.ts';
import { quantileOfSorted } from '../stats/descriptive/quantile.ts';
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
 * Intervals of the shares that any attribution gives, by drawing people again: the count of each path is Poisson with its own mean, percentiles are taken.
 * It says how much the shares owe to who happened to come, not whether the rule of attribution is right.
 * @throws UserError for fewer than 20 samples, and what the attribution refuses
 */
export function attributionIntervals(
  paths: ChannelPaths,
  attribute: (paths: ChannelPaths) => readonly ChannelCredit[],
  { seed, samples = 200, level = 0.95, progress }: AttributionIntervalOptions,
): CreditInterval[] {
  if (!(samples >= 20)) throw cannotAnswer(`intervals need at least 20 samples, not ${samples}`);
  const channels = attribute(paths).map(({ channel }) => channel);
  const random = seededRandom(seed);
  const drawn = new Map(channels.map((channel) => [channel, new Float64Array(samples)]));
  const redraw = (column: ArrayLike<number>) => Float64Array.from(column, (mean) => random.poisson(mean));
  for (let sample = 0; sample < samples; sample++) {
    checkpoint(progress, sample / samples);
    const again = { ...paths, conversions: redraw(paths.conversions), ...(paths.nulls ? { nulls: redraw(paths.nulls) } : {}) };
    for (const { channel, share } of attribute(again)) {
      const shares = drawn.get(channel);
      if (shares) shares[sample] = share;
    }
  }
  return channels.map((channel) => {
    const shares = (drawn.get(channel) ?? new Float64Array(samples)).sort();
    return { channel, low: quantileOfSorted(shares, (1 - level) / 2), high: quantileOfSorted(shares, (1 + level) / 2) };
  });
}
