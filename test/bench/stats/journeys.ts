import { attributeByMarkov } from '../../../src/core/journeys/attribute-by-markov.ts';
import { attributeByShapley } from '../../../src/core/journeys/attribute-by-shapley.ts';
import type { ChannelPaths } from '../../../src/core/journeys/channel-paths.ts';
import { directFollows } from '../../../src/core/journeys/direct-follows.ts';
import { type Events, eventLog } from '../../../src/core/journeys/event-log.ts';
import { funnel } from '../../../src/core/journeys/funnel.ts';
import { variants } from '../../../src/core/journeys/variants.ts';
import { whatFollows } from '../../../src/core/journeys/what-follows.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { type Folders, numbers } from '../../references/case.ts';
import type { StatsJob } from './stats-job.ts';

const cases = 1_000_000;

/** One million cases of four to six events among twelve activities, events of different cases mixed as they come in. */
function drawEvents(): Events {
  const random = seededRandom(9);
  const activities = Array.from({ length: 12 }, (_, k) => `activity ${k}`);
  const [of, what, at]: [number[], string[], number[]] = [[], [], []];
  for (let block = 0; block < cases; block += 1000) {
    for (let event = 0; event < 6; event++) {
      for (let c = block; c < block + 1000; c++) {
        if (event > 3 && random.below(2) === 0) continue;
        of.push(c);
        what.push(activities[(event * 2 + random.below(3)) % 12] ?? '');
        at.push(block + 60_000 * event + random.below(1000));
      }
    }
  }
  return { cases: Int32Array.from(of), activities: what, atMs: Float64Array.from(at) };
}

function readPaths(folders: Folders): ChannelPaths {
  const table = folders.table('attribution/path_data.csv.gz');
  return {
    paths: (table.path ?? []).map((path) => path.split(' > ')),
    conversions: numbers(table.total_conversions),
    nulls: numbers(table.total_null),
  };
}

export const jobs: readonly StatsJob[] = [
  {
    name: 'event log of 1 M cases, 5 M events',
    peer: 'none measured',
    goalMs: 2000,
    prepare: () => {
      const events = drawEvents();
      return () => eventLog(events);
    },
  },
  {
    name: 'what directly follows, with waits, 1 M cases',
    peer: 'none measured',
    goalMs: 2000,
    prepare: () => {
      const log = eventLog(drawEvents());
      return () => directFollows(log);
    },
  },
  {
    name: 'variants of 1 M cases',
    peer: 'none measured',
    goalMs: 2000,
    prepare: () => {
      const log = eventLog(drawEvents());
      return () => variants(log);
    },
  },
  {
    name: 'funnel of three steps, 1 M cases',
    peer: 'none measured',
    goalMs: 2000,
    prepare: () => {
      const log = eventLog(drawEvents());
      return () => funnel(log, ['activity 0', 'activity 3', 'activity 6']);
    },
  },
  {
    name: 'what follows what, lift of all pairs, 1 M cases',
    peer: 'none measured',
    goalMs: 8000,
    prepare: () => {
      const log = eventLog(drawEvents());
      return () => whatFollows(log);
    },
  },
  ...([1, 3] as const).map((order) => ({
    name: `Markov attribution of order ${order}, 10,000 paths`,
    peer: 'none measured',
    goalMs: order === 1 ? 300 : 2000,
    prepare: (folders: Folders) => {
      const paths = readPaths(folders);
      return () => attributeByMarkov(paths, { order });
    },
  })),
  {
    name: 'Shapley attribution by rate, 12 channels, 10,000 paths',
    peer: 'none measured',
    goalMs: 300,
    prepare: (folders) => {
      const paths = readPaths(folders);
      return () => attributeByShapley(paths, { game: 'rate' });
    },
  },
];
