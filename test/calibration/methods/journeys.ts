import { attributeByMarkov } from '../../../src/core/journeys/attribute-by-markov.ts';
import { attributeByPosition } from '../../../src/core/journeys/attribute-by-position.ts';
import { attributeByShapley } from '../../../src/core/journeys/attribute-by-shapley.ts';
import { attributionIntervals } from '../../../src/core/journeys/attribution-intervals.ts';
import type { ChannelCredit, ChannelPaths } from '../../../src/core/journeys/channel-paths.ts';
import { directFollows } from '../../../src/core/journeys/direct-follows.ts';
import { dwell } from '../../../src/core/journeys/dwell.ts';
import { type EventLog, eventLog } from '../../../src/core/journeys/event-log.ts';
import { funnel } from '../../../src/core/journeys/funnel.ts';
import { markovChain } from '../../../src/core/journeys/markov-chain.ts';
import { rework } from '../../../src/core/journeys/rework.ts';
import { shareOf, summariseDurations } from '../../../src/core/journeys/summarise-durations.ts';
import { throughput } from '../../../src/core/journeys/throughput.ts';
import { timeBetween } from '../../../src/core/journeys/time-between.ts';
import { variants } from '../../../src/core/journeys/variants.ts';
import { whatFollows } from '../../../src/core/journeys/what-follows.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import { covers, draws, rejects, successes } from './simulate.ts';
import type { Simulation } from './simulation.ts';

export const simulations: readonly Simulation[] = [...following(), ...shares(), ...attribution()];

/** Cases of `length` events, each event drawn by `draw` from the one before it, an exponential hour apart. */
function drawLog(random: Random, cases: number, length: number, draw: (before: string | null) => string): EventLog {
  const rows: { readonly of: number; readonly activity: string; readonly at: number }[] = [];
  for (let of = 0; of < cases; of++) {
    let [before, at]: [string | null, number] = [null, 0];
    for (let event = 0; event < length; event++) {
      before = draw(before);
      at += 3_600_000 * random.exponential();
      rows.push({ of, activity: before, at });
    }
  }
  return eventLog({ cases: rows.map(({ of }) => of), activities: rows.map(({ activity }) => activity), atMs: rows.map(({ at }) => at) });
}

function pick(random: Random, chances: Readonly<Record<string, number>>): string {
  let rest = random.next();
  for (const [name, chance] of Object.entries(chances)) {
    rest -= chance;
    if (rest < 0) return name;
  }
  return Object.keys(chances).at(-1) ?? '';
}

const mixed = { a: 0.4, b: 0.3, c: 0.25, d: 0.05 };

function following(): Simulation[] {
  const independent = (random: Random, cases: number) => drawLog(random, cases, 6, () => pick(random, mixed));
  const pair = (log: EventLog, from: string, to: string) =>
    whatFollows(log, { least: 1 }).find((each) => each.from === from && each.to === to);
  return [
    rejects('what follows what, a pair of 200 transitions, χ²', (random) => pair(independent(random, 40), 'a', 'b')?.pValue ?? 1),
    rejects('what follows what, a rare pair, Fisher', (random) => pair(independent(random, 20), 'd', 'c')?.pValue ?? 1, {
      isConservative: true,
    }),
    rejects('what follows what, two events later', (random) => {
      const found = whatFollows(independent(random, 50), { lag: 2 }).find(({ from, to }) => from === 'a' && to === 'a');
      return found?.pValue ?? 1;
    }),
    rejects(
      'what follows what, the surest of all pairs after adjustment',
      (random) => whatFollows(independent(random, 60))[0]?.adjustedPValue ?? 1,
      { isConservative: true },
    ),
    covers('lift of what follows by chance', (random) => ({ interval: pair(independent(random, 60), 'a', 'b')?.interval, truth: 1 })),
    covers('lift of what follows three times in four', (random) => {
      // x and y in turn: from x to y ¾, from y to y ¼, so that half of all are y and the lift is 1.5.
      const log = drawLog(random, 60, 7, (before) =>
        pick(random, before === null ? { y: 0.5, x: 0.5 } : before === 'x' ? { y: 0.75, x: 0.25 } : { y: 0.25, x: 0.75 }),
      );
      return { interval: pair(log, 'x', 'y')?.interval, truth: 1.5 };
    }),
  ];
}

function shares(): Simulation[] {
  const steps = (random: Random, cases: number) =>
    drawLog(random, cases, 2, (before) => (before === null ? 'a' : pick(random, { a: 0.2, b: 0.5, c: 0.3 })));
  return [
    covers('share of a step of a funnel, 80 cases', (random) => ({
      interval: funnel(steps(random, 80), ['a', 'b'])[1]?.ofPrevious.interval,
      truth: 0.5,
    })),
    covers('share of a variant, 80 cases', (random) => ({
      interval: variants(steps(random, 80)).find(({ activities }) => activities.join('') === 'ac')?.interval,
      truth: 0.3,
    })),
    covers('share of cases with rework, 80 cases', (random) => ({ interval: rework(steps(random, 80)).cases.interval, truth: 0.2 })),
    covers('share of a step of a chain, 80 cases', (random) => {
      const step = markovChain(steps(random, 80)).steps.find(({ from, to }) => from === 'a' && to === 'c');
      // Of 1.2 events "a" a case, the first of each is followed by one of three, the second ends.
      return { interval: step?.interval, truth: 0.3 / 1.2 };
    }),
    covers(
      'median wait between two activities, about 60 waits',
      (random) => {
        const edge = directFollows(steps(random, 120)).edges.find(({ from, to }) => from === 'a' && to === 'b');
        return { interval: edge?.waiting.medianInterval, truth: 3_600_000 * Math.LN2 };
      },
      { isConservative: true },
    ),
    covers(
      'median dwell of 80 events',
      (random) => ({
        interval: dwell(steps(random, 80)).find(({ activity }) => activity === 'a')?.duration.medianInterval,
        truth: 3_600_000 * Math.LN2,
      }),
      { isConservative: true },
    ),
    covers(
      'median time of 80 cases from first to last event',
      (random) => ({ interval: throughput(steps(random, 80)).duration.medianInterval, truth: 3_600_000 * Math.LN2 }),
      { isConservative: true },
    ),
    covers(
      'median of 60 durations',
      (random) => ({
        interval: summariseDurations(draws(60, () => random.exponential())).medianInterval,
        truth: Math.LN2,
      }),
      { isConservative: true },
    ),
    covers('share of 70 cases', (random) => ({ interval: shareOf(successes(random, 70, 0.35), 70).interval, truth: 0.35 })),
    covers(
      'median time between, about 24 times',
      (random) => ({
        interval: timeBetween(steps(random, 80), 'a', 'c').duration.medianInterval,
        truth: 3_600_000 * Math.LN2,
      }),
      { isConservative: true },
    ),
  ];
}

/** Counts about which those of a sample scatter. */
const means = { conversions: [40, 30, 50, 25], nulls: [200, 150, 120, 60] };
const ways = [['a'], ['b'], ['a', 'b'], ['b', 'c', 'a']];

function attribution(): Simulation[] {
  const shareOfA = (name: string, attribute: (paths: ChannelPaths) => readonly ChannelCredit[]) =>
    covers(`share of a channel, 145 conversions, ${name}`, (random) => {
      const paths = { paths: ways, conversions: means.conversions.map(random.poisson), nulls: means.nulls.map(random.poisson) };
      const found = attributionIntervals(paths, attribute, { seed: random.below(1e9), samples: 200 });
      const truth = attribute({ paths: ways, conversions: means.conversions, nulls: means.nulls }).find(({ channel }) => channel === 'a');
      return { interval: found.find(({ channel }) => channel === 'a'), truth: truth?.share ?? Number.NaN };
    });
  return [
    shareOfA('last touch', (paths) => attributeByPosition(paths, { kind: 'last' })),
    shareOfA('Markov of order 1', (paths) => attributeByMarkov(paths).channels),
    shareOfA('Markov of order 2', (paths) => attributeByMarkov(paths, { order: 2 }).channels),
    shareOfA('Shapley', (paths) => attributeByShapley(paths).channels),
  ];
}
