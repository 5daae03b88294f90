import type { FindingSource } from './finding-source.ts';
import { daysOfGap, type Gap } from './read-gaps.ts';
import type { WatchedSeries } from './read-series.ts';

/**
 * The series without the days of gaps that touch them: neither the fall of what was not delivered nor the rise of who wrote a second time is news. A feed touches
 * counts, a silent bot everything but stocks.
 */
export function withoutGaps(source: FindingSource, list: readonly WatchedSeries[], gaps: readonly Gap[]): readonly WatchedSeries[] {
  if (gaps.length === 0) return list;
  const spans = gaps.map((gap) => ({ gap, days: daysOfGap(source, gap) }));
  return list.map((one) => {
    const touching = spans.filter(({ gap }) => isTouched(one, gap));
    if (touching.length === 0) return one;
    const isOut = (day: number): boolean => touching.some(({ days }) => day >= days.first && day <= days.last);
    const { series } = one;
    return {
      ...one,
      series: { ...series, amounts: series.amounts.map((amount, at) => (isOut(series.firstDay + at) ? Number.NaN : amount)) },
    };
  });
}

function isTouched({ series, segment }: WatchedSeries, { kind, source }: Gap): boolean {
  if (kind === 'bot') return series.kind !== 'level';
  return series.kind === 'count' && (segment?.dimension !== 'source' || segment.value === source);
}
