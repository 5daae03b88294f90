import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanContributions, type Part } from './contributions.ts';
import { driverSet } from './driver-set.ts';

const side = fc.record({ value: fc.double({ min: -100, max: 100, noNaN: true }), n: fc.integer({ min: 0, max: 1000 }) });

function meanOf(parts: readonly Part[], when: 'before' | 'after'): number {
  const size = parts.reduce((sum, part) => sum + part[when].n, 0);
  return parts.reduce((sum, part) => sum + part[when].n * (part[when].value ?? 0), 0) / size;
}

describe('what a change comes from', () => {
  test('adds up to the change of a mean, whatever moved', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 12 }), (parts) => {
        fc.pre(parts.some(({ before }) => before.n > 0) && parts.some(({ after }) => after.n > 0));
        const total = meanContributions(parts).reduce((sum, value) => sum + value, 0);
        expect(total).toBeCloseTo(meanOf(parts, 'after') - meanOf(parts, 'before'), 6);
      }),
    );
  });

  test('is the category whose score fell, for nine tenths', () => {
    const parts = [
      { before: { value: 80, n: 190 }, after: { value: 58, n: 190 } },
      { before: { value: 82.5, n: 400 }, after: { value: 82.2, n: 400 } },
      { before: { value: 82.5, n: 410 }, after: { value: 81.9, n: 410 } },
    ];
    const [returns = 0, ...others] = meanContributions(parts);
    expect(returns / (returns + others.reduce((sum, value) => sum + value, 0))).toBeGreaterThan(0.9);
  });

  test('is named with the fewest values that carry it, and not where it is spread like the volume', () => {
    const whole = { share: 1, baseShare: 1 };
    const shares = (list: readonly (readonly [string, number, number])[]) =>
      list.map(([value, share, baseShare]) => ({ value, share, baseShare }));
    const struck = driverSet(
      shares([
        ['Scotland', 0.44, 0.05],
        ['North', 0.47, 0.06],
        ['London', 0.05, 0.5],
        ['Wales', 0.04, 0.39],
      ]),
      whole,
    );
    expect(struck?.values).toEqual(['North', 'Scotland']);
    expect(struck?.share).toBeCloseTo(0.91);
    expect(
      driverSet(
        shares([
          ['a', 0.5, 0.5],
          ['b', 0.3, 0.3],
          ['c', 0.2, 0.2],
        ]),
        whole,
      ),
    ).toBeNull();
    expect(
      driverSet(
        shares([
          ['a', 0.9, 0.8],
          ['b', 0.1, 0.2],
        ]),
        whole,
      ),
    ).toBeNull();
  });
});
