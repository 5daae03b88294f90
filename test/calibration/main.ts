import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { falseAlarmRate } from '../../src/engine/findings/scan-workspace.ts';
import { checkRate } from './check-rate.ts';
import { withSample } from './kept-sample.ts';
import { checkSimulations, type Finding, groupsNamed, type Verdict } from './methods/check-simulations.ts';
import { truthChecks } from './truth-checks.ts';

// npm run calibration: how often Home speaks where nothing happened. -- --truths: whether it says of the sample company what is true.
// -- --methods: whether tests and intervals of the library are wrong as seldom as they say, on data drawn from known truths.

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '3,5,7,11,13' },
    shuffles: { type: 'string', default: '100' },
    truths: { type: 'boolean', default: false },
    methods: { type: 'boolean', default: false },
    simulations: { type: 'string', default: '1000' },
    only: { type: 'string' },
    data: { type: 'string' },
  },
});

const tickets = Number(values.tickets);
const seeds = values.seeds.split(',').map(Number);
const data = values.data ?? null;
const startedMs = performance.now();
const isRight = values.methods ? await checkMethods() : await (values.truths ? checkTruths() : checkRates());
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
  console.log(timeTaken());
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
  console.log(timeTaken());
  return rows.every((row) => seeds.every((seed) => row[`seed ${seed}`] === 'yes'));
}

/** True when every test and interval keeps what it states. Several groups are run beside each other, each as a program of its own. */
async function checkMethods(): Promise<boolean> {
  const draws = Number(values.simulations);
  if (!Number.isSafeInteger(draws) || draws < 100) throw new Error(`--simulations ${values.simulations} is no whole number from 100 on`);
  const groups = groupsNamed(values.only);
  if (groups.length > 1) console.log('name, kind, stated level, found, bounds, kept');
  const { kept, notKept } = groups.length > 1 ? await checkGroups(groups) : checkSimulations(values.only, draws, sayFinding);
  console.log(`${timeTaken()}, kept ${kept}, not kept ${notKept}`);
  return notKept === 0;
}

async function checkGroups(groups: readonly string[]): Promise<Verdict> {
  const waiting = [...groups];
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) verdicts.push(await checkGroup(group));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return {
    kept: verdicts.reduce((sum, { kept }) => sum + kept, 0),
    notKept: verdicts.reduce((sum, { notKept }) => sum + notKept, 0),
  };
}

/** Runs this program for one group and hands on what it says but its last line, which holds the verdict. */
async function checkGroup(group: string): Promise<Verdict> {
  const [, program = ''] = process.argv;
  const asked = ['--methods', '--only', group, '--simulations', values.simulations];
  const child = spawn(process.execPath, [...process.execArgv, program, ...asked], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const said of createInterface({ input: child.stdout })) {
    const verdict = /, kept (\d+), not kept (\d+)$/.exec(said);
    if (verdict) return { kept: Number(verdict[1]), notKept: Number(verdict[2]) };
    console.log(said);
  }
  throw new Error(`the simulations of ${group} ended without a verdict`);
}

function sayFinding(group: string, finding: Finding): void {
  console.log(`${finding.isKept ? '' : 'NOT KEPT '}${group}: ${line(finding)}`);
}

function timeTaken(): string {
  return `${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`;
}

function line({ name, kind, level, n, found, low, high, isKept }: Finding): string {
  const bounds = `${percent(low)} to ${percent(high)} of ${n.toLocaleString('en')}`;
  return `${name}, ${kind}, ${percent(level)}, ${percent(found)}, ${bounds}, ${isKept ? 'kept' : 'not kept'}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
