import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wilsonInterval } from '../../src/core/stats/wilson-interval.ts';
import { epochDayOf } from '../../src/core/time/calendar-day.ts';
import { readConfiguration } from '../../src/engine/configuration/read-configuration.ts';
import { computeHome } from '../../src/engine/findings/compute-home.ts';
import { homeKeeper } from '../../src/engine/findings/home-keeper.ts';
import { falseAlarmRate, judgeAll, readAll } from '../../src/engine/findings/scan-workspace.ts';
import { ensureSample } from '../../src/engine/workspace/ensure-sample.ts';
import { openWorkspace } from '../../src/engine/workspace/open-workspace.ts';
import { shuffleDays } from './shuffle-days.ts';
import { truthMornings } from './truth-mornings.ts';

// npm run calibration: how often Home speaks where nothing happened. -- --truths: whether it says of the sample company what is true.

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '3' },
    seeds: { type: 'string', default: '100' },
    truths: { type: 'boolean', default: false },
  },
});

const lastDay = '2026-10-31';
const folder = mkdtempSync(join(tmpdir(), 'earshot-calibration-'));
const workspace = await openWorkspace(readConfiguration({ EARSHOT_DATA: folder }).configuration);
try {
  await ensureSample(workspace, { tickets: Number(values.tickets), seed: Number(values.seed) });
  process.exitCode = (await (values.truths ? checkTruths() : checkRate())) ? 0 : 1;
} finally {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Shuffles the days once a seed and counts on how many something is said. True when the rate is no more than stated, as far as so many seeds can tell. */
async function checkRate(): Promise<boolean> {
  const keeper = homeKeeper(workspace);
  const source = await keeper.source(lastDay);
  const lists = await readAll(source);
  const seeds = Number(values.seeds);
  let spoken = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const shuffled = shuffleDays(lists.flat(), seed);
    const byMetric = lists.map(([first]) => shuffled.filter(({ watched }) => watched === first?.watched));
    const { significant, tests } = await judgeAll(byMetric, [], 0);
    if (significant.length > 0) spoken += 1;
    const said = significant.map(({ watched, segment, change }) => `${watched.metric} ${segment?.value ?? ''} z ${change.z.toFixed(1)}`);
    console.log(`seed ${seed}: ${tests} series, ${significant.length === 0 ? 'quiet' : said.join('; ')}`);
  }
  await keeper.close();
  const bounds = wilsonInterval(spoken, seeds);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  console.log(
    `Home speaks on ${percent(spoken / seeds)} of mornings on which nothing began (95 %: ${percent(bounds?.low ?? 0)} to ${percent(bounds?.high ?? 1)}); stated are ${percent(falseAlarmRate)}.`,
  );
  return (bounds?.low ?? 0) <= falseAlarmRate;
}

/** Reads Home on the mornings of which something is known. True when each says what it must and nothing that it must not. */
async function checkTruths(): Promise<boolean> {
  const keeper = homeKeeper(workspace);
  let right = true;
  for (const morning of truthMornings.filter(({ leastTickets }) => Number(values.tickets) >= leastTickets)) {
    const { findings } = await computeHome({ ...(await keeper.source(morning.day)), day: epochDayOf(morning.day) }, {});
    const wrong = morning.judge(findings);
    right &&= wrong === null;
    console.log(`${morning.day} ${morning.name}: ${wrong ?? 'as it must be'}`);
    for (const { metric, segment, since, drivers, good } of findings)
      console.log(
        `  ${metric} ${JSON.stringify(segment)} since ${since}, good ${good}, ${drivers.map((driver) => driver.segment.values.join('+')).join(' → ')}`,
      );
  }
  await keeper.close();
  return right;
}
