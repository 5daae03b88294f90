import { spawnSync } from 'node:child_process';
import { type EarshotServer, startServer } from '../faults/earshot-process.ts';
import { connections } from '../faults/post.ts';
import { askServer } from './ask-server.ts';
import { type Measurement, milliseconds, percentile, timed } from './measure.ts';

const readyGoalMs = 3_000;
const crashGoalMs = 5_000;
const memoryGoal = 600e6;
const questions = 100;

/** Times the start of a server on a directory, after an orderly end and after a kill. */
export async function benchStart(directory: string): Promise<readonly Measurement[]> {
  await (await startServer(directory)).stop('SIGTERM');
  const orderly = await startServer(directory);
  await orderly.stop('SIGKILL');
  const crashed = await startServer(directory);
  await crashed.stop('SIGTERM');
  return [start('start to ready', orderly.readyMs, readyGoalMs), start('start to ready after kill -9', crashed.readyMs, crashGoalMs)];
}

function start(what: string, readyMs: number, goalMs: number): Measurement {
  return {
    what,
    figure: milliseconds(readyMs),
    goal: `≤ ${goalMs / 1000} s`,
    met: readyMs <= goalMs,
    note: 'from the start of the process',
  };
}

/** Resident memory of a server that has answered and rests, and the time of small questions to it. */
export async function benchIdle(server: EarshotServer): Promise<readonly Measurement[]> {
  const question = JSON.stringify({ metrics: ['created'], by: ['channel'], period: 'last 30 days' });
  const agent = connections(1);
  const timesMs: number[] = [];
  for (let count = 0; count < questions; count += 1) {
    timesMs.push(await timed(() => askServer(server, agent, question)));
  }
  agent.destroy();
  const memory = residentBytes(server.pid);
  return [
    {
      what: 'small question over HTTP',
      figure: `p50 ${milliseconds(percentile(timesMs, 0.5))}, p95 ${milliseconds(percentile(timesMs, 0.95))}`,
      goal: '',
      met: null,
      note: 'tickets of 30 days by channel',
    },
    {
      what: 'memory at rest',
      figure: `${Math.round(memory / 1e6)} MB`,
      goal: `≤ ${memoryGoal / 1e6} MB`,
      met: memory <= memoryGoal,
      note: `after ${questions} questions`,
    },
  ];
}

function residentBytes(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout.trim()) * 1024;
}
