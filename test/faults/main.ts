import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type KillReport, type KillRound, killRounds } from './kill-rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    rows: { type: 'string', default: '200000' },
    'longest-life': { type: 'string', default: '6000' },
    format: { type: 'string', default: 'table' },
  },
});

/** Kills a server many times under load and tells what it found. Exit code 1 when anything is missing, doubled, stale or left over. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-faults-'));
  try {
    const report = await killRounds({
      directory: join(folder, 'data'),
      files: folder,
      rounds: wholeNumber('rounds', values.rounds),
      rows: wholeNumber('rows', values.rows),
      longestLifeMs: wholeNumber('longest-life', values['longest-life']),
      onRound: tell,
    });
    console.log(JSON.stringify(values.format === 'json' ? report : { ...report, rounds: undefined }, null, 2));
    process.exitCode = isSound(report) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell({ round, readyMs, lifeMs, acknowledged, imports }: KillRound): void {
  console.error(
    `${round}: ready after ${Math.round(readyMs)} ms, killed after ${lifeMs} ms; ${acknowledged} rows acknowledged, ${imports} files in`,
  );
}

function isSound({ audit, surprises }: KillReport): boolean {
  const tables = [audit.events, audit.messages, audit.tickets].every(({ missing, doubled }) => missing === 0 && doubled === 0);
  const files = audit.files.every((file) => file.records === file.expected && file.tickets === file.expected && file.doubled === 0);
  return tables && files && audit.stale === 0 && audit.leftOver.length === 0 && surprises.length === 0;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} ${text} is no whole number from 1 on`);
  return number;
}

await main();
