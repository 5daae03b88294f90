import { normalTwoSided } from '../../core/stats/distributions.ts';
import type { Days } from './ask-days.ts';
import { changeSince, isLarge, type JudgedSeries } from './judge-series.ts';
import type { Significant } from './scan-workspace.ts';

/** Chance of one companion or more where only the head changed. */
const companionRate = 0.05;

/**
 * Other figures of the same part of the facts that moved over the days of the head. Where and since when is given by the head, so it is one test for each figure of the part and
 * less is enough than for a finding of its own; they are said beside a head only, so they add nothing to the mornings on which Home speaks.
 */
export function companionsOf(
  head: Significant,
  { first }: Pick<Days, 'first'>,
  judged: readonly JudgedSeries[],
  open: readonly Significant[],
): readonly Significant[] {
  const { dimension, value } = head.segment ?? {};
  const own = judged.filter(({ segment }) => segment?.dimension === dimension && segment?.value === value);
  return own
    .filter(({ series }) => series !== head.series && !open.some((one) => one.series === series))
    .flatMap((one) => {
      const change = changeSince(one, first - one.series.firstDay);
      const adjusted = change ? own.length * normalTwoSided(change.z) : 1;
      return change && adjusted < companionRate && isLarge(one, change) ? [{ ...one, change, adjusted, event: null }] : [];
    });
}
