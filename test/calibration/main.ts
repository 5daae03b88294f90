import { parseArgs } from 'node:util';
import { falseAlarmRate } from '../../src/engine/findings/scan-workspace.ts';
import { checkRate } from './check-rate.ts';
import { withSample } from './kept-sample.ts';
import { truthChecks } from './truth-checks.ts';

// npm run calibration: how often Home speaks where nothing happened. -- --truths: whether it says of the sample company what is true.

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '3,5,7,11,13' },
    shuffles: { type: 'string', default: '100' },
    truths: { type: 'boolean', default: false },
    only: { type: 'string' },
    data: { type: 'string' },
  },
});

const tickets = Number(values.tickets);
const seeds = values.seeds.split(',').map(Number);
const data = values.data ?? null;
const startedMs = performance.now();
const isRight = await (values.truths ? checkTruths() : checkRates());
console.log(`${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`);
process.exitCode = isRight ? 0 : 1;

/** True when the rate is kept on every seed. */
async function checkRates(): Promise<boolean> {
  const rows: Record<string, string>[] = [];
  let isKept = true;
  for (const seed of seeds) {
    const rate = await withSample({ tickets, seed }, data, (keeper) => checkRate(keeper, Number(values.shuffles), console.log));
    isKept &&= rate.isKept;
    const share = percent(rate.spoken / rate.mornings);
    rows.push({
      seed: String(seed),
      spoken: share,
      '95 %': `${percent(rate.low)} to ${percent(rate.high)}`,
      kept: rate.isKept ? 'yes' : 'NO',
    });
  }
  console.log(`Mornings on which nothing began and Home spoke; stated are ${percent(falseAlarmRate)}:`);
  console.table(rows);
  return isKept;
}

/** True when every truth is found and no decoy is said on every seed. */
async function checkTruths(): Promise<boolean> {
  const ids = values.only?.split(',');
  const checks = truthChecks.filter(({ id, leastTickets }) => tickets >= leastTickets && (ids === undefined || ids.includes(id)));
  const rows: Record<string, string>[] = checks.map(({ id, name }) => ({ truth: `${id} ${name}` }));
  for (const seed of seeds) {
    await withSample({ tickets, seed }, data, async (keeper) => {
      for (const [index, { id, name, check }] of checks.entries()) {
        const { wrong, said } = await check(keeper);
        console.log(`seed ${seed}, ${id} ${name}: ${wrong ?? 'as it must be'}`);
        for (const line of said) console.log(`    ${line}`);
        (rows[index] ?? {})[`seed ${seed}`] = wrong ?? 'yes';
      }
    });
  }
  console.table(rows);
  return rows.every((row) => seeds.every((seed) => row[`seed ${seed}`] === 'yes'));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
