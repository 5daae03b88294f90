import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeByMarkov } from './attribute-by-markov.ts';
import { attributeByPosition } from './attribute-by-position.ts';
import { attributeByShapley } from './attribute-by-shapley.ts';
import { attributionIntervals } from './attribution-intervals.ts';
import type { ChannelPaths } from './channel-paths.ts';
import { directFollows } from './direct-follows.ts';
import { dwell } from './dwell.ts';
import { activityCounts, eventLog } from './event-log.ts';
import { funnel } from './funnel.ts';
import { chanceToReach, markovChain } from './markov-chain.ts';
import { rework } from './rework.ts';
import { shapleyValues } from './shapley-values.ts';
import { throughput } from './throughput.ts';
import { timeBetween } from './time-between.ts';
import { variants } from './variants.ts';
import { whatFollows } from './what-follows.ts';

/** One letter an activity, one second apart. */
function logOf(...cases: readonly string[]) {
  const rows = cases.flatMap((steps, index) => Array.from(steps, (activity, step) => ({ index, activity, at: 1000 * step })));
  return eventLog({
    cases: rows.map(({ index }) => index),
    activities: rows.map(({ activity }) => activity),
    atMs: rows.map(({ at }) => at),
  });
}

const runs = { numRuns: 100, seed: 1 };
const letters = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 12,
});

describe('event log', () => {
  // The six cases of van der Aalst, Process Mining, table 1.1: a register, b examine thoroughly, c examine casually, d check, e decide, f reinitiate, g pay, h reject.
  const book = logOf('abdeh', 'adceg', 'acdefbdeg', 'adbeh', 'acdefdcefcdeh', 'acdeg');

  it('gives the counts of the textbook', () => {
    const { edges, start, end, cases, events } = directFollows(book);
    expect({ cases, events, edges: edges.length, start, variants: variants(book).length }).toEqual({
      cases: 6,
      events: 42,
      edges: 16,
      start: [{ activity: 'a', n: 6 }],
      variants: 6,
    });
    expect(edges[0]).toMatchObject({ from: 'd', to: 'e', n: 6, cases: 4 });
    expect(end).toEqual([
      { activity: 'h', n: 3 },
      { activity: 'g', n: 3 },
    ]);
    expect(activityCounts(book).slice(0, 2)).toEqual([
      { activity: 'd', events: 9, cases: 6 },
      { activity: 'e', events: 9, cases: 6 },
    ]);
    expect(rework(book).cases).toMatchObject({ n: 2, of: 6 });
  });

  it('orders events of one instant as given, others by time, and keeps the given order where asked', () => {
    const events = { cases: [1, 1, 1], activities: ['late', 'x', 'y'], atMs: [5, 1, 1] };
    const namesOf = (order: 'time' | 'given') => variants(eventLog(events, { order }))[0]?.activities;
    expect(namesOf('time')).toEqual(['x', 'y', 'late']);
    expect(namesOf('given')).toEqual(['late', 'x', 'y']);
    const long = {
      cases: new Array<number>(200).fill(7),
      activities: Array.from({ length: 200 }, (_, i) => `${i}`),
      atMs: Array.from({ length: 200 }, (_, i) => Math.floor((199 - i) / 2)),
    };
    expect(variants(eventLog(long))[0]?.activities.slice(0, 3)).toEqual(['198', '199', '196']);
  });

  it('takes one event a case, an empty log and any name', () => {
    const single = eventLog({ cases: ['__proto__', 'b'], activities: ['__proto__', 'constructor'], atMs: [1, 1] });
    expect(directFollows(single).edges).toEqual([]);
    expect(throughput(single)).toMatchObject({
      casesPerDay: null,
      meanRunning: null,
      duration: { n: 2, medianMs: 0, medianInterval: null },
    });
    expect(markovChain(single).activities[0]).toEqual({ activity: '__proto__', expectedVisits: 0.5, expectedStepsLeft: 0 });
    const empty = eventLog({ cases: [], activities: [], atMs: [] });
    expect([directFollows(empty).cases, variants(empty), throughput(empty).duration.n, whatFollows(empty), dwell(empty)]).toEqual([
      0,
      [],
      0,
      [],
      [],
    ]);
    expect(rework(empty).cases).toEqual({ n: 0, of: 0, share: null, interval: null });
    expect(() => markovChain(empty)).toThrow('no event');
    expect(() => eventLog({ cases: [1], activities: ['a'], atMs: [Number.NaN] })).toThrow('NaN at position 0');
    expect(() => eventLog({ cases: [1], activities: ['a', 'b'], atMs: [1] })).toThrow('1 cases, 2 activities');
  });

  it('keeps its sums for any log', () => {
    fc.assert(
      fc.property(letters, (cases) => {
        const log = logOf(...cases);
        const { edges, start, end } = directFollows(log);
        const events = cases.join('').length;
        const sum = (counts: readonly { readonly n: number }[]) => counts.reduce((total, { n }) => total + n, 0);
        expect([sum(edges), sum(start), sum(end)]).toEqual([events - cases.length, cases.length, cases.length]);
        const ways = variants(log);
        expect(sum(ways)).toBe(cases.length);
        expect(ways.at(-1)?.coverage).toBeCloseTo(1, 12);
        expect(ways.length).toBe(new Set(cases).size);
        expect(dwell(log).reduce((total, { duration }) => total + duration.n, 0)).toBe(events - cases.length);
        const repeats = rework(log).activities.reduce((total, { extraEvents }) => total + extraEvents, 0);
        expect(repeats).toBe(cases.reduce((total, steps) => total + steps.length - new Set(steps).size, 0));
        const chain = markovChain(log);
        expect(chain.activities.reduce((total, { expectedVisits }) => total + expectedVisits, 0)).toBeCloseTo(events / cases.length, 9);
      }),
      runs,
    );
  });

  it('tells how long it takes, and where', () => {
    const log = eventLog({ cases: [1, 1, 1, 2, 2], activities: ['open', 'wait', 'done', 'open', 'done'], atMs: [0, 1000, 9000, 0, 1000] });
    expect(timeBetween(log, 'open', 'done')).toMatchObject({ reached: { n: 2, of: 2 }, duration: { medianMs: 5000 } });
    expect(timeBetween(log, 'wait', 'open').reached).toMatchObject({ n: 0, of: 1, share: 0 });
    expect(dwell(log)[0]).toMatchObject({ activity: 'wait', shareOfTime: 0.8, duration: { n: 1 } });
    expect(() => timeBetween(log, 'open', 'closed')).toThrow('no activity "closed"; it has open, wait, done');
  });

  it('follows a funnel with and without others between, within a window, from the best start', () => {
    const log = logOf('axbc', 'abc', 'aab', 'b', 'acb');
    const counts = (options?: Parameters<typeof funnel>[2]) => funnel(log, ['a', 'b', 'c'], options).map(({ ofPrevious }) => ofPrevious.n);
    expect(counts()).toEqual([4, 4, 2]);
    expect(counts({ steps: 'strict' })).toEqual([4, 2, 1]);
    expect(counts({ windowMs: 1000 })).toEqual([4, 2, 0]);
    expect(funnel(log, ['a', 'b'])[1]?.sinceFirst).toMatchObject({ n: 4, shortestMs: 1000, longestMs: 2000 });
    expect(funnel(logOf('aaa'), ['a', 'a']).map(({ ofFirst }) => ofFirst.n)).toEqual([1, 1]);
    expect(() => funnel(log, ['a'])).toThrow('at least two steps');
    expect(() => funnel(log, ['a', 'b'], { windowMs: 0 })).toThrow('above 0');
  });

  it('finds a planted follower and nothing in a shuffled log', () => {
    // Of 60 cases each "r" is followed by "c"; all else stands in turn.
    const cases = Array.from(
      { length: 60 },
      (_, i) => ['xyz', 'yzx', 'zxy', 'xzy'][i % 4] + (i % 2 === 0 ? 'rc' : '') + ['xy', 'yz', 'zx'][i % 3],
    );
    const [first] = whatFollows(logOf(...cases));
    expect(first).toMatchObject({ from: 'r', to: 'c', n: 30 });
    expect(first?.lift).toBeGreaterThan(5);
    expect(first?.adjustedPValue).toBeLessThan(1e-9);
    expect(first?.interval?.low).toBeGreaterThan(4);
    expect(() => whatFollows(logOf('ab'), { lag: 0 })).toThrow('from 1 on');
  });

  it('says in a sentence where there is too much to look at', () => {
    const steps = Array.from({ length: 1002 }, (_, k) => k);
    const wide = eventLog({ cases: steps.map((k) => k % 2), activities: steps.map((k) => `x${k}`), atMs: steps });
    expect(whatFollows(wide)).toEqual([]);
    const rows = [...steps, ...steps];
    const twice = eventLog({ cases: rows.map((_, k) => (k < 1002 ? 0 : 1)), activities: rows.map((k) => `x${k}`), atMs: rows });
    expect(() => whatFollows(twice, { least: 1 })).toThrow('1001 activities by 1001 are too many pairs');
    const channels = Array.from({ length: 2001 }, (_, k) => [`c${k}`]);
    expect(() => attributeByMarkov({ paths: channels, conversions: channels.map(() => 1) })).toThrow('2001 channels are too many');
    expect(markovChain(wide).activities[0]?.expectedStepsLeft).toBeCloseTo(500, 6);
  });

  it('says where a chain leads', () => {
    // Of 7 a 3 go on to b, of 3 b 2 go back: 1 step is left from a, 4/3 from b.
    const log = logOf('a', 'a', 'aba', 'ab', 'aba');
    const chain = markovChain(log);
    const chance = Object.fromEntries(chanceToReach(log, chain, 'b').map(({ activity, chance: found }) => [activity, found]));
    expect(chance.a).toBeCloseTo(3 / 7, 12);
    expect(chain.activities.map(({ expectedStepsLeft }) => expectedStepsLeft)).toEqual([expect.closeTo(1, 12), expect.closeTo(4 / 3, 12)]);
  });
});

describe('attribution', () => {
  const paths: ChannelPaths = {
    paths: [['a'], ['b'], ['a', 'b'], ['b', '__proto__', 'a'], ['a', 'a', 'b']],
    conversions: [10, 5, 20, 8, 3],
    nulls: [90, 95, 80, 20, 7],
    values: [100, 50, 400, 80, 30],
  };
  const credit = (credits: readonly { readonly channel: string; readonly conversions: number }[]) =>
    Object.fromEntries(credits.map(({ channel, conversions }) => [`c:${channel}`, conversions]));

  it('shares by position', () => {
    expect(credit(attributeByPosition(paths, { kind: 'first' }))).toEqual({ 'c:a': 33, 'c:b': 13, 'c:__proto__': 0 });
    expect(credit(attributeByPosition(paths, { kind: 'last' }))).toEqual({ 'c:b': 28, 'c:a': 18, 'c:__proto__': 0 });
    const decay = credit(attributeByPosition(paths, { kind: 'time-decay' }));
    expect(decay['c:__proto__']).toBeCloseTo((8 * 2) / 7, 12);
    expect(credit(attributeByPosition(paths, { kind: 'u-shaped' }))['c:__proto__']).toBeCloseTo(1.6, 12);
  });

  it('credits all conversions and all value by every method', () => {
    const sum = (credits: readonly { readonly conversions: number; readonly value: number | null }[]) => [
      credits.reduce((total, { conversions }) => total + conversions, 0),
      credits.reduce((total, { value }) => total + (value ?? 0), 0),
    ];
    const methods = [
      attributeByPosition(paths, { kind: 'linear' }),
      ...([1, 2, 3] as const).map((order) => attributeByMarkov(paths, { order }).channels),
      attributeByMarkov(paths, { order: 2, repeats: 'keep' }).channels,
      attributeByShapley(paths).channels,
      attributeByShapley(paths, { game: 'rate' }).channels,
    ];
    for (const credits of methods) {
      const [conversions, value] = sum(credits);
      expect(conversions).toBeCloseTo(46, 9);
      expect(value).toBeCloseTo(660, 9);
    }
  });

  it('gives the chain worked out by hand', () => {
    // Start → a 1; a → conversion ½, a → b ½; b → conversion ½: without a nothing, without b half of ¾.
    const byHand = { paths: [['a'], ['a', 'b']], conversions: [2, 1], nulls: [0, 1] };
    const { conversionChance, channels, n } = attributeByMarkov(byHand);
    expect([conversionChance, n]).toEqual([0.75, 4]);
    expect(channels.map(({ channel, removalEffect }) => [channel, removalEffect])).toEqual([
      ['a', 1],
      ['b', expect.closeTo(1 / 3, 12)],
    ]);
  });

  it('gives the same at order 1 whether repeats are merged or kept, and by the square system and by sweeps', () => {
    const wide = (copies: number): ChannelPaths => {
      const names = Array.from({ length: copies }, (_, k) => [`x${k}`, `y${k % 3}`, `y${k % 3}`, 'z']);
      return { paths: names, conversions: names.map((_, k) => k % 4), nulls: names.map(() => 5) };
    };
    const effects = (found: ReturnType<typeof attributeByMarkov>) =>
      found.channels.map(({ channel, removalEffect }) => [channel, removalEffect.toFixed(10)]).sort();
    expect(effects(attributeByMarkov(wide(30), { repeats: 'keep' }))).toEqual(effects(attributeByMarkov(wide(30))));
    const { channels, conversionChance } = attributeByMarkov(wide(420));
    expect(conversionChance).toBeCloseTo((1.5 * 420) / (6.5 * 420), 12);
    expect(channels.find(({ channel }) => channel === 'z')?.removalEffect).toBeCloseTo(1, 12);
  });

  it('shares what a game is worth by its axioms', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 16, maxLength: 16 }), (worths) => {
        const worth = (set: number) => (set === 0 ? 0 : (worths[set] ?? 0));
        const values = shapleyValues(4, worth);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(worth(15), 9);
        const idle = shapleyValues(5, (set) => worth(set & 15));
        expect(idle[4]).toBeCloseTo(0, 9);
      }),
      runs,
    );
    // Shapley's glove game: one left glove, two right ones.
    expect(Array.from(shapleyValues(3, (set) => ((set & 1) > 0 && set > 1 ? 1 : 0)))).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 6, 12),
      expect.closeTo(1 / 6, 12),
    ]);
  });

  it('draws orders where channels are many, near to what is exact', () => {
    const names = Array.from({ length: 13 }, (_, k) => `c${k}`);
    const many: ChannelPaths = {
      paths: names.flatMap((name, k) => [[name], [name, names[(k + 1) % 12] ?? 'c0']]),
      conversions: names.flatMap((_, k) => [k < 12 ? k + 1 : 0, k < 12 ? 2 * k + 3 : 0]),
      nulls: names.flatMap((_, k) => (k < 12 ? [20, 30] : [0, 0])),
    };
    const few: ChannelPaths = { ...many, paths: many.paths.slice(0, 24), conversions: many.conversions, nulls: many.nulls ?? [] };
    const cut = { ...few, conversions: Array.from(few.conversions).slice(0, 24), nulls: Array.from(few.nulls ?? []).slice(0, 24) };
    const exact = new Map(attributeByShapley(cut, { game: 'rate' }).channels.map(({ channel, worth }) => [channel, worth]));
    const drawn = attributeByShapley(many, { game: 'rate', seed: 3 });
    expect(drawn.method).toBe('sampled');
    for (const { channel, worth, standardError } of drawn.channels)
      expect(Math.abs(worth - (exact.get(channel) ?? 0))).toBeLessThanOrEqual(5 * (standardError ?? 0) + 1e-12);
  });

  it('is sure in proportion to how many came', () => {
    const width = (factor: number) => {
      const more = {
        ...paths,
        conversions: Array.from(paths.conversions, (n) => factor * n),
        nulls: Array.from(paths.nulls ?? [], (n) => factor * n),
      };
      const [first] = attributionIntervals(more, (drawn) => attributeByMarkov(drawn).channels, { seed: 1, samples: 60 });
      return (first?.high ?? 0) - (first?.low ?? 0);
    };
    expect(width(100)).toBeLessThan(width(1) / 4);
  });

  it('refuses paths that cannot be', () => {
    expect(() => attributeByMarkov({ paths: [['a']], conversions: [0], nulls: [3] })).toThrow('nobody converted');
    expect(() => attributeByShapley({ paths: [[]], conversions: [1] })).toThrow('position 0 has no channel');
    expect(() => attributeByPosition({ paths: [['a']], conversions: [-1] }, { kind: 'first' })).toThrow('-1 at position 0');
    expect(() => shapleyValues(17, () => 0)).toThrow('1 to 16 players');
  });
});
