import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import * as journeys from './index.ts';

const paths = { paths: [['a', 'b'], ['b']], conversions: [3, 1], nulls: [5, 5] };
const byPlace = (given: journeys.ChannelPaths) => journeys.attributeByPosition(given, { kind: 'linear' });
const logAt = (atMs: number[]) => journeys.eventLog({ cases: atMs.map(() => 1), activities: atMs.map((_, i) => `a${i}`), atMs });

describe('traps of journeys', () => {
  it.each([
    ['a time beyond all dates', () => logAt([0, 1e308])],
    ['a time that is none', () => logAt([0, Number.NaN])],
    ['counts that add up to infinity', () => byPlace({ ...paths, conversions: [1.7e308, 1.7e308] })],
    ['part of a sample', () => journeys.attributionIntervals(paths, byPlace, { seed: 1, samples: 20.5 })],
    ['endless samples', () => journeys.attributionIntervals(paths, byPlace, { seed: 1, samples: Number.POSITIVE_INFINITY })],
    ['a level that is none', () => journeys.attributionIntervals(paths, byPlace, { seed: 1, level: Number.NaN })],
    ['players below 0', () => journeys.sampledShapleyValues(-1, () => undefined, { seed: 1 })],
    ['a fewest that is none', () => journeys.whatFollows(logAt([0, 1]), { least: Number.NaN })],
  ] as const)('refuses %s in a sentence', (_, ask) => {
    expect(ask).toThrow(UserError);
  });

  it('takes times that are equal, backwards and as far as dates go', () => {
    const log = logAt([8.64e15, -8.64e15, 0, 0]);
    expect(journeys.throughput(log).duration.longestMs).toBe(1.728e16);
    expect(journeys.variants(log)[0]?.activities).toEqual(['a1', 'a2', 'a3', 'a0']);
    expect(journeys.throughput(logAt([5, 5])).casesPerDay).toBeNull();
  });
});
