import type { DailySeries } from '../../src/core/stats/daily-series.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import { weekdayOf } from '../../src/core/time/calendar-day.ts';
import type { WatchedSeries } from '../../src/engine/findings/read-series.ts';

/**
 * The same series with their days in another order: each day takes the figures of another day of the same weekday, the same one in every series, so that what hangs
 * together on a day still does and nothing began at any time.
 */
export function shuffleDays(list: readonly WatchedSeries[], seed: number): WatchedSeries[] {
  const random = seededRandom(seed);
  const first = Math.min(...list.map(({ series }) => series.firstDay));
  const last = Math.max(...list.map(({ series }) => series.firstDay + series.amounts.length - 1));
  const shortest = Math.max(...list.map(({ series }) => series.firstDay));
  const from = new Map<number, number>();
  for (const [start, end] of [
    [first, shortest - 1],
    [shortest, last],
  ] as const) {
    for (let weekday = 1; weekday <= 7; weekday++) {
      const days = Array.from({ length: end - start + 1 }, (_, index) => start + index).filter((day) => weekdayOf(day) === weekday);
      const drawn = [...days];
      for (let index = drawn.length - 1; index > 0; index--) {
        const other = random.below(index + 1);
        [drawn[index], drawn[other]] = [drawn[other] ?? 0, drawn[index] ?? 0];
      }
      for (const [index, day] of days.entries()) from.set(day, drawn[index] ?? day);
    }
  }
  return list.map((one) => ({ ...one, series: moved(one.series, from) }));
}

function moved(series: DailySeries, from: ReadonlyMap<number, number>): DailySeries {
  const take = (values: Float64Array): Float64Array =>
    values.map((_, position) => values[(from.get(series.firstDay + position) ?? 0) - series.firstDay] ?? Number.NaN);
  return { ...series, amounts: take(series.amounts), units: take(series.units) };
}
