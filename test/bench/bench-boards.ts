import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { tileQuery } from '../../src/app/web/parts/tile-query.ts';
import { dashboards } from '../../src/catalog/dashboards/index.ts';
import type { Dashboard } from '../../src/core/model/dashboard.ts';
import type { EarshotServer } from '../faults/earshot-process.ts';
import { askServer } from './ask-server.ts';
import { boardPeriod } from './board-period.ts';
import { type Measurement, milliseconds, percentile, timed } from './measure.ts';

const rounds = 5;
const goalMs = 1_000;
const mostStartSeconds = 600;
/** As many as a browser opens to one server. */
const browserConnections = 6;

/** Asks all tiles of each board together, as its page does, for the last four weeks of the made tickets. The first time is told beside the others. */
export async function benchBoards(server: EarshotServer): Promise<readonly Measurement[]> {
  await untilIdle(server.pid);
  // Connections that idle beside a long answer would be closed by the server just as they are used again.
  const agent = new Agent({ maxSockets: browserConnections });
  try {
    const measurements: Measurement[] = [];
    for (const board of dashboards) measurements.push(await benchBoard(board, server, (body) => askServer(server, agent, body)));
    return measurements;
  } finally {
    agent.destroy();
  }
}

async function benchBoard(board: Dashboard, server: EarshotServer, send: (body: string) => Promise<void>): Promise<Measurement> {
  const bodies = board.tiles.map((tile) => JSON.stringify(tileQuery(tile, { period: boardPeriod })));
  const all = () => Promise.all(bodies.map(send));
  const firstMs = await timed(all);
  const cpuBeforeMs = cpuMs(server.pid);
  const timesMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) timesMs.push(await timed(all));
  const middleMs = percentile(timesMs, 0.5);
  const perRoundMs = (cpuMs(server.pid) - cpuBeforeMs) / rounds;
  return {
    what: `board ${board.name}, ${board.tiles.length} tiles`,
    figure: `p50 ${milliseconds(middleMs)}, first ${milliseconds(firstMs)}`,
    goal: `≤ ${goalMs / 1000} s`,
    met: middleMs <= goalMs,
    note: `${milliseconds(perRoundMs)} of processor a time`,
  };
}

/** Processor time of a process so far, in its 100 ticks a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Waits until a server has done what it does after its start: Home's findings, and facts of older versions derived anew. */
async function untilIdle(pid: number): Promise<void> {
  let quietSeconds = 0;
  for (let second = 0; second < mostStartSeconds && quietSeconds < 3; second += 1) {
    const beforeMs = cpuMs(pid);
    await setTimeout(1_000);
    quietSeconds = cpuMs(pid) - beforeMs < 100 ? quietSeconds + 1 : 0;
  }
}
