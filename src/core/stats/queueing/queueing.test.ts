import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from './erlang-a.ts';
import { erlangB } from './erlang-b.ts';
import { erlangC } from './erlang-c.ts';
import { requiredPositions } from './required-positions.ts';

// The worked example of pyworkforce: 100 calls in half an hour, three minutes each, 80 % within 20 seconds.
const example = { calls: 100, intervalSeconds: 1800, handleSeconds: 180 };

describe('Erlang B and C', () => {
  it('give the published figures', () => {
    expect(erlangB(10, 14)).toBeCloseTo(0.05681914338652086, 12);
    expect(erlangB(1000, 1030)).toBeCloseTo(0.009560040415219531, 12);
    expect(erlangC(example, 14, 20)).toMatchObject({
      waitingShare: expect.closeTo(0.1741319335950498, 12),
      serviceLevel: expect.closeTo(0.8883500191794669, 12),
      meanWaitSeconds: expect.closeTo(7.835937011777243, 9),
      occupancy: expect.closeTo(0.7142857142857143, 12),
    });
  });

  it('say that with too few people the queue never ends, and without calls nobody waits', () => {
    expect(erlangC(example, 10, 20)).toMatchObject({ waitingShare: 1, serviceLevel: 0, meanWaitSeconds: Number.POSITIVE_INFINITY });
    expect(erlangC({ ...example, calls: 0 }, 0, 20)).toMatchObject({ waitingShare: 0, serviceLevel: 1 });
  });

  it('tell the lunch hour of the sample: three people give 92 %, two give 69 %', () => {
    const lunch = { calls: 6, intervalSeconds: 1800, handleSeconds: 300 };
    expect(erlangC(lunch, 3, 20).serviceLevel).toBeCloseTo(0.92, 2);
    expect(erlangC(lunch, 2, 20).serviceLevel).toBeCloseTo(0.69, 2);
  });

  it('refuse what cannot be', () => {
    expect(() => erlangB(-1, 3)).toThrow('from 0 on');
    expect(() => erlangC(example, 2.5, 20)).toThrow('whole number');
    expect(() => erlangC({ ...example, handleSeconds: 0 }, 5, 20)).toThrow('above 0');
  });
});

describe('Erlang A', () => {
  it('gives the published figures for callers who wait five minutes', () => {
    expect(erlangA(example, 14, 20, 300)).toMatchObject({
      waitingShare: expect.closeTo(0.14526, 5),
      abandonedShare: expect.closeTo(0.013984, 6),
      occupancy: expect.closeTo(0.704297, 6),
      meanWaitSeconds: expect.closeTo(60 * 0.069919, 4),
      serviceLevel: expect.closeTo(0.916792, 4),
    });
  });

  it('comes to Erlang C where patience has no end, and holds without enough people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 8 }), (calls, spare) => {
        const traffic = { calls, intervalSeconds: 1800, handleSeconds: 240 };
        const positions = Math.ceil((calls * 240) / 1800) + spare;
        const [a, c] = [erlangA(traffic, positions, 20, 1e9), erlangC(traffic, positions, 20)];
        expect(a.waitingShare).toBeCloseTo(c.waitingShare, 4);
        expect(a.serviceLevel).toBeCloseTo(c.serviceLevel, 3);
      }),
      { numRuns: 30 },
    );
    const scarce = erlangA(example, 5, 20, 120);
    expect(scarce.abandonedShare).toBeGreaterThan(0.45);
    expect(scarce.abandonedShare + (scarce.occupancy * 5) / scarce.erlangs).toBeCloseTo(1, 9);
  });
});

describe('people needed', () => {
  it('are those of the published examples', () => {
    const goal = { serviceLevel: 0.8, targetSeconds: 20, mostOccupancy: 0.85, shrinkage: 0.3 };
    expect(requiredPositions(example, goal)).toMatchObject({ positions: 14, scheduled: 20 });
    expect(requiredPositions(example, { ...goal, mostAbandoned: 0.05, patienceSeconds: 300 })).toMatchObject({
      positions: 13,
      scheduled: 19,
    });
    expect(
      requiredPositions({ calls: 5000, intervalSeconds: 1800, handleSeconds: 210 }, { serviceLevel: 0.8, targetSeconds: 20 }).positions,
    ).toBe(595);
  });

  it('are the fewest: one less misses the goal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 30, max: 900 }),
        fc.double({ min: 0.1, max: 0.98, noNaN: true }),
        (calls, handleSeconds, serviceLevel) => {
          const traffic = { calls, intervalSeconds: 1800, handleSeconds };
          const { positions, state } = requiredPositions(traffic, { serviceLevel, targetSeconds: 20 });
          expect(state.serviceLevel).toBeGreaterThanOrEqual(serviceLevel);
          if (positions > 1) expect(erlangC(traffic, positions - 1, 20).serviceLevel).toBeLessThan(serviceLevel);
        },
      ),
      { numRuns: 50 },
    );
  });
});
