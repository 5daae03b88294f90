import { describe, expect, test } from 'vitest';
import type { DailySeries } from './daily-series.ts';
import { findChange } from './find-change.ts';
import { seededRandom } from './random.ts';
import { seriesSums } from './recent-level.ts';
import { seasonalExpectation, yearShape } from './seasonal-expectation.ts';
import { noiseAt, pooledNoise, seriesNoise } from './series-noise.ts';

const weekly = [1.38, 1.12, 1.06, 1.04, 1.03, 0.82, 0.55];
const firstDay = 20_000;

function counts(days: number, mean: (day: number) => number, seed: number): DailySeries {
  const random = seededRandom(seed);
  return {
    kind: 'count',
    firstDay,
    amounts: Float64Array.from({ length: days }, (_, day) => random.poisson(mean(day) * (weekly[(firstDay + day + 3) % 7] ?? 1))),
    units: new Float64Array(days).fill(1),
  };
}

function changeOf(
  series: DailySeries,
  events: Parameters<typeof seasonalExpectation>[1]['events'] = [],
  widening: (length: number) => number = () => 1,
) {
  const days = series.amounts.length;
  const options = { learnUntil: firstDay + days - 91, events };
  const expectation = seasonalExpectation(series, { ...options, year: yearShape(series, options) });
  const sums = seriesSums(series, expectation);
  const noise = seriesNoise(sums, days - 90, 8);
  const pooled = pooledNoise([noise]);
  return findChange(sums, {
    until: days,
    longest: 90,
    weeks: 8,
    leastSize: 20,
    noise: (length) => widening(length) * noiseAt(noise, pooled, length),
  });
}

describe('a change in the last days', () => {
  test('is dated where it began and sized as it is', () => {
    const change = changeOf(counts(500, (day) => (day >= 488 ? 36 : 20), 7));
    expect(Math.abs((change?.from ?? 0) - 488)).toBeLessThanOrEqual(3);
    expect((change?.observed ?? 0) / (change?.expected ?? 1)).toBeGreaterThan(1.55);
    expect(change?.chance).toBeLessThan(1e-9);
  });

  test('is dated where it began also where long windows wander, so that a short one is the farthest out', () => {
    const series = counts(500, (day) => (day >= 473 ? 120 : 20), 7);
    const longer = (length: number) => (length > 14 ? 4 : 1);
    expect(changeOf(series, [], longer)).toMatchObject({ from: 473, earliest: 473 });
    expect(changeOf(series, [], longer)?.latest).toBeGreaterThan(480);
  });

  test('is not seen in the weekdays, nor in the end of an episode', () => {
    expect(changeOf(counts(500, () => 10, 2))?.chance).toBeGreaterThan(0.01);
    const over = changeOf(counts(500, (day) => (day >= 450 && day < 480 ? 32 : 20), 3));
    expect(over?.chance).toBeGreaterThan(0.001);
  });

  test('is not seen in a campaign that was seen a year before', () => {
    const event = { name: 'sale', spans: [[firstDay + 100, firstDay + 106] as const, [firstDay + 493, firstDay + 499] as const] };
    const sale = counts(500, (day) => ((day >= 100 && day <= 106) || day >= 493 ? 34 : 20), 4);
    expect(changeOf(sale, [event])?.chance).toBeGreaterThan(0.01);
    expect(changeOf(sale)?.chance).toBeLessThan(1e-4);
  });

  test('is said of a quiet series no more often than stated', () => {
    const chances = Array.from({ length: 150 }, (_, seed) => changeOf(counts(300, () => 6, 100 + seed))?.chance ?? 1);
    const below = (level: number) => chances.filter((chance) => chance < level).length;
    expect(below(0.05)).toBeLessThanOrEqual(15);
    expect(below(0.01)).toBeLessThanOrEqual(5);
  });
});
