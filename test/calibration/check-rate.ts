import { wilsonInterval } from '../../src/core/stats/wilson-interval.ts';
import type { HomeKeeper } from '../../src/engine/findings/home-keeper.ts';
import { falseAlarmRate, judgeAll, readAll } from '../../src/engine/findings/scan-workspace.ts';
import { shuffleDays } from './shuffle-days.ts';

const lastDay = '2026-10-31';

/** On how many mornings something was said where nothing began, with the 95 % interval of that share. */
export interface FalseAlarms {
  readonly spoken: number;
  readonly mornings: number;
  readonly low: number;
  readonly high: number;
  /** No more than stated, as far as so many mornings can tell. */
  readonly isKept: boolean;
}

/** Shuffles the days `mornings` times and counts on how many of them something is said. */
export async function checkRate(keeper: HomeKeeper, mornings: number, say: (line: string) => void): Promise<FalseAlarms> {
  const lists = await readAll(await keeper.source(lastDay));
  let spoken = 0;
  for (let seed = 1; seed <= mornings; seed++) {
    const shuffled = shuffleDays(lists.flat(), seed);
    const byMetric = lists.map(([first]) => shuffled.filter(({ watched }) => watched === first?.watched));
    const { significant, tests } = await judgeAll(byMetric, [], 0);
    if (significant.length > 0) spoken += 1;
    const said = significant.map(
      ({ watched, segment, change, adjusted }) =>
        `${watched.metric} ${segment?.value ?? ''} z ${change.z.toFixed(1)} over ${change.until - change.from} days (${adjusted.toFixed(3)})`,
    );
    say(`shuffle ${seed}: ${tests} series, ${significant.length === 0 ? 'quiet' : said.join('; ')}`);
  }
  const bounds = wilsonInterval(spoken, mornings);
  const [low, high] = [bounds?.low ?? 0, bounds?.high ?? 1];
  return { spoken, mornings, low, high, isKept: low <= falseAlarmRate };
}
