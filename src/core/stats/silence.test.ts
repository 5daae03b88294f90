import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { findSilences, type HourlyFeed } from './silence.ts';

const weekHours = 168;
const weeks = 12;
const hours = weeks * weekHours;
const judgedFrom = 8 * weekHours;

/** Busy by day, quiet by night, quieter at weekends. */
function due(hour: number): number {
  const [weekday, of] = [Math.floor((hour % weekHours) / 24), hour % 24];
  return (of >= 8 && of < 20 ? 12 : 2) * (weekday >= 5 ? 0.4 : 1);
}

interface Shape {
  readonly seed: number;
  readonly own?: (hour: number) => number;
  readonly both?: (hour: number) => number;
  readonly alone?: boolean;
}

function feedOf({ seed, own = () => 1, both = () => 1, alone = false }: Shape): HourlyFeed {
  const random = seededRandom(seed);
  const draw = (factor: (hour: number) => number) => Float64Array.from({ length: hours }, (_, hour) => random.poisson(factor(hour)));
  const slots = Int16Array.from({ length: hours }, (_, hour) => hour % weekHours);
  return {
    counts: draw((hour) => due(hour) * own(hour) * both(hour)),
    slots,
    others: alone ? null : draw((hour) => 4 * due(hour) * both(hour)),
  };
}

/** From 14:00 of a Tuesday to 08:00 of the Wednesday after. */
const lostFrom = 9 * weekHours + 24 + 14;
const lostUntil = lostFrom + 18;
const isLost = (hour: number) => hour >= lostFrom && hour < lostUntil;

describe('a silence', () => {
  test('is found to the hours in which seven of ten rows are lost', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [silence, ...more] = findSilences(feedOf({ seed, own: (hour) => (isLost(hour) ? 0.3 : 1) }), judgedFrom);
      expect(more).toEqual([]);
      expect(Math.abs((silence?.from ?? 0) - lostFrom)).toBeLessThanOrEqual(6);
      expect(Math.abs((silence?.until ?? 0) - lostUntil)).toBeLessThanOrEqual(6);
      expect(silence?.chance).toBeLessThan(1e-5);
    }
  });

  test('is no quiet day of all feeds, and no holiday', () => {
    const day = (hour: number) => Math.floor(hour / 24) === 65;
    expect(findSilences(feedOf({ seed: 7, both: (hour) => (day(hour) ? 0.4 : 1) }), judgedFrom)).toEqual([]);
    const closed = feedOf({ seed: 7, alone: true, own: (hour) => (day(hour) ? 0 : 1) });
    expect(findSilences(closed, judgedFrom)).toHaveLength(1);
    const marked = { ...closed, slots: closed.slots.map((slot, hour) => (day(hour) ? -1 : slot)) };
    expect(findSilences(marked, judgedFrom)).toEqual([]);
  });

  test('of three weeks is one, to its end', () => {
    const isOut = (hour: number) => hour >= judgedFrom && hour < judgedFrom + 3 * weekHours;
    const silences = findSilences(feedOf({ seed: 5, alone: true, own: (hour) => (isOut(hour) ? 0 : 1) }), judgedFrom);
    expect(silences).toHaveLength(1);
    expect(silences[0]).toMatchObject({ observed: 0 });
    expect(Math.abs((silences[0]?.until ?? 0) - (judgedFrom + 3 * weekHours))).toBeLessThanOrEqual(2);
  });

  test('is not seen in what is usual: of forty quiet months none or one', () => {
    const seeds = Array.from({ length: 40 }, (_, index) => 100 + index);
    const said = seeds.filter((seed) => findSilences(feedOf({ seed, alone: seed % 2 === 0 }), judgedFrom).length > 0);
    expect(said.length).toBeLessThanOrEqual(1);
  });

  test('is not judged where nothing is known of the weeks before', () => {
    const feed = feedOf({ seed: 9, own: (hour) => (hour < 6 * weekHours ? 0 : 1) });
    expect(findSilences({ ...feed, counts: feed.counts.map(() => 0) }, judgedFrom)).toEqual([]);
  });
});
