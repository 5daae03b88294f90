import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverByShifts } from './cover-by-shifts.ts';
import { erlangA } from './erlang-a.ts';
import { erlangB } from './erlang-b.ts';
import { erlangC } from './erlang-c.ts';
import { intervalRequirements } from './interval-requirements.ts';
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

describe('Erlang A of many', () => {
  it('holds for a thousand agents and long targets', () => {
    const busy = { calls: 30_000, intervalSeconds: 1800, handleSeconds: 60 };
    const [soon, late] = [erlangA(busy, 1000, 20, 300), erlangA(busy, 1000, 60, 300)];
    expect(soon.abandonedShare + (soon.occupancy * 1000) / soon.erlangs).toBeCloseTo(1, 9);
    expect(late.serviceLevel).toBeGreaterThan(soon.serviceLevel);
    expect(late.serviceLevel).toBeCloseTo(1 - late.abandonedShare, 6);
    const goal = { serviceLevel: 0.8, targetSeconds: 20, patienceSeconds: 300, mostAbandoned: 0.03 };
    const { positions, state } = requiredPositions(busy, goal);
    expect(positions).toBeGreaterThan(900);
    expect(positions).toBeLessThan(1030);
    expect(state.serviceLevel).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a day in shifts', () => {
  it('is covered at the least cost where whole shifts fit', () => {
    // Two hours a shift over four hours: the middle needs most.
    const plan = coverByShifts(
      [2, 5, 5, 3],
      [0, 1, 2].map((from) => ({ name: `${from}`, from, until: from + 2 })),
    );
    expect(plan).toMatchObject({ cost: 16, bound: 16, gap: 0, surplus: 1 });
    expect(plan.staffed.every((count, i) => count >= ([2, 5, 5, 3][i] ?? 0))).toBe(true);
  });

  it('costs what the best of all plans costs, on small days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }), fc.boolean(), (required, hasBreak) => {
        const shifts = [0, 1, 2].map((from) => ({
          name: `${from}`,
          from,
          until: from + 3,
          ...(hasBreak && { breaks: [[from + 1, from + 2] as const] }),
        }));
        fc.pre(!hasBreak || required.every((_, i) => shifts.some(({ from }) => i === from || i === from + 2)));
        const plan = coverByShifts(required, shifts);
        const works = (from: number, i: number) => i >= from && i < from + 3 && !(hasBreak && i === from + 1);
        let best = Number.POSITIVE_INFINITY;
        for (let code = 0; code < 7 ** 3; code++) {
          const counts = [code % 7, Math.floor(code / 7) % 7, Math.floor(code / 49)];
          const isCover = required.every((need, i) => counts.reduce((sum, count, from) => sum + (works(from, i) ? count : 0), 0) >= need);
          if (isCover) best = Math.min(best, 3 * counts.reduce((sum, count) => sum + count, 0));
        }
        expect(plan.bound).toBeLessThanOrEqual(best);
        expect(plan.cost).toBeGreaterThanOrEqual(best);
        expect(plan.cost).toBeLessThanOrEqual(best + 3);
        expect(plan.staffed.every((count, i) => count >= (required[i] ?? 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('comes within 3 % of the bound on a day of half hours with lunch breaks', () => {
    const calls = Array.from({ length: 28 }, (_, i) =>
      Math.round(120 * Math.exp(-(((i - 9) / 7) ** 2)) + 60 * Math.exp(-(((i - 19) / 4) ** 2))),
    );
    const needed = intervalRequirements(
      calls,
      { intervalSeconds: 1800, handleSeconds: 280 },
      { serviceLevel: 0.8, targetSeconds: 20, shrinkage: 0.15 },
    );
    const shifts = Array.from({ length: 13 }, (_, from) =>
      [6, 8].map((lunch) => ({ name: `${from} ${lunch}`, from, until: from + 16, breaks: [[from + lunch, from + lunch + 1] as const] })),
    ).flat();
    const plan = coverByShifts(
      needed.map(({ staffing }) => staffing.scheduled),
      shifts,
    );
    expect(plan.gap).toBeLessThan(0.03);
    expect(needed.every(({ staffing }, i) => (plan.staffed[i] ?? 0) >= staffing.scheduled)).toBe(true);
  });

  it('says which interval cannot be covered', () => {
    expect(() => coverByShifts([1, 1], [{ name: 'early', from: 0, until: 1 }])).toThrow('interval 1 needs 1 people');
    expect(() => coverByShifts([2], [{ name: 'early', from: 0, until: 1, most: 1 }])).toThrow('can put only 1');
    expect(() => coverByShifts([1.5], [])).toThrow('whole numbers');
    expect(() => coverByShifts([1], [{ name: 'late', from: 0, until: 2 }])).toThrow('within the 1 intervals');
  });
});
