import { recentLevel } from '../../core/stats/recent-level.ts';
import { windowScore } from '../../core/stats/window-score.ts';
import { type Candidate, type JudgedSeries, weeksOf } from './judge-series.ts';

/** A counterweight that is worse by this many standard deviations spoils an improvement: it need not be a finding itself. */
const worseZ = 1.28;

/** Whether the metric to read beside a figure got worse in the same part over the same days. */
export function isCounterweightWorse({ call, segment, change, series }: Candidate, judged: readonly JudgedSeries[]): boolean {
  const beside = call.metric.counterweight;
  const same = judged.filter(
    (one) =>
      beside !== undefined &&
      one.watched.metric.startsWith(beside) &&
      one.segment?.dimension === segment?.dimension &&
      one.segment?.value === segment?.value,
  );
  return same.some((one) => {
    const from = series.firstDay + change.from - one.series.firstDay;
    const level = recentLevel(one.sums, from, weeksOf(one.watched));
    const score = level && windowScore(one.sums, from, one.until, level);
    if (!score) return false;
    const z = score.z / Math.sqrt(one.noise(one.until - from));
    return (one.call.resolved.better === 'up' ? -z : z) >= worseZ;
  });
}
