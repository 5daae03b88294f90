import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFolders } from '../../references/read-folders.ts';
import { type Measurement, milliseconds, percentile } from '../measure.ts';
import type { StatsJob } from './stats-job.ts';
import { statsJobs } from './stats-jobs.ts';

const rounds = 5;

/**
 * Times the methods, each five times in this process. A goal is met when the median of the wall clock is within it, or that of the processor's time, which
 * tells what one would wait on a machine that nobody else uses.
 */
export function benchStats(only: string | undefined, say: (measurement: Measurement) => void): void {
  const groups = groupsNamed(only);
  const shared = join(process.cwd(), '../shared');
  if (!existsSync(join(shared, 'data')))
    throw new Error('the table of speeds reads ../shared/data beside this checkout, which is not there');
  const folders = readFolders(shared);
  for (const group of groups) {
    for (const job of statsJobs[group] ?? []) say({ ...timeJob(job, job.prepare(folders)), what: `${group}: ${job.name}` });
  }
}

function groupsNamed(only: string | undefined): readonly string[] {
  const known = Object.keys(statsJobs);
  const groups = only?.split(',') ?? known;
  const unknown = groups.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--only "${unknown}" is no group of methods; allowed are ${known.join(', ')}`);
  return groups;
}

function timeJob({ name, peer, goalMs }: StatsJob, work: () => unknown): Measurement {
  const [wall, processor]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [startedMs, started] = [performance.now(), process.cpuUsage()];
    work();
    const used = process.cpuUsage(started);
    wall.push(performance.now() - startedMs);
    processor.push((used.user + used.system) / 1000);
  }
  const [wallMs, processorMs] = [percentile(wall, 0.5), percentile(processor, 0.5)];
  return {
    what: name,
    figure: `${milliseconds(wallMs)}, processor ${milliseconds(processorMs)}`,
    goal: `goal ${milliseconds(goalMs)}`,
    met: Math.min(wallMs, processorMs) <= goalMs,
    note: peer,
  };
}
