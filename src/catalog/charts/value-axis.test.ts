import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDuration } from '../../core/model/duration-unit.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { extent, valueAxis } from './value-axis.ts';

const units = ['count', 'percent', 'points', 'durationMs', 'businessMs', 'ratio', 'score'] as const;
const context = { locale: 'en' } as ChartContext;

function axisOf(unit: ResolvedMetric['unit'], values: readonly number[]) {
  return valueAxis({ unit } as ResolvedMetric, extent(values), context);
}

test('an axis holds all its values between its first and its last tick, with two to seven of them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 5 }), (unit, shares) => {
      const values = shares.map((share) => (isDuration(unit) ? share * 3_600_000 : unit === 'count' ? Math.round(share * 50) : share));
      const { domain, ticks } = axisOf(unit, values);
      expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual(domain);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const value of values) expect(value >= domain[0] - 1e-9 && value <= domain[1] + 1e-9).toBe(true);
    }),
  );
});

test('ticks are round, whole for amounts, and near the values of a score', () => {
  const at = (unit: ResolvedMetric['unit'], values: readonly number[]) => axisOf(unit, values).ticks.map((tick) => tick.at);
  expect(at('count', [1, 2])).toEqual([0, 1, 2]);
  expect(at('count', [3072, 691])).toEqual([0, 1000, 2000, 3000, 4000]);
  expect(at('score', [4.2, 4.5, 4.8])).toEqual([4.2, 4.4, 4.6, 4.8]);
  expect(at('points', [-37, 12])).toEqual([-40, -30, -20, -10, 0, 10, 20]);
  expect(axisOf('durationMs', [20 * 3_600_000]).ticks.map(({ label }) => label)).toEqual([
    '0',
    '4\u00a0h',
    '8\u00a0h',
    '12\u00a0h',
    '16\u00a0h',
    '20\u00a0h',
  ]);
  const labels = (unit: ResolvedMetric['unit'], hours: number) =>
    axisOf(unit, [hours * 3_600_000]).ticks.map(({ label }) => label.replace('\u00a0', ' '));
  expect(labels('durationMs', 70)).toEqual(['0', '24 h', '48 h', '72 h']);
  expect(labels('durationMs', 80)).toEqual(['0', '1 d', '2 d', '3 d', '4 d']);
  expect(labels('businessMs', 80)).toEqual(['0', '20 h', '40 h', '60 h', '80 h']);
});
