import { describe, expect, it } from 'vitest';
import { customerValues } from './customer-values.ts';
import { purchaseCohorts } from './purchase-cohorts.ts';
import { rfmScores } from './rfm-scores.ts';

describe('recency, frequency and value', () => {
  const day = 86_400_000;
  const lines = {
    customers: ['a', 'a', 'b', null, 'a', 'b'],
    orders: [1, 1, 2, 3, 4, 1],
    times: [0, 0, 2 * day, 2 * day, 5 * day, 20 * day],
    values: [10, 5, 7, 100, 1, 50],
  };

  it('counts orders, not lines, up to now', () => {
    const found = customerValues(lines, 9.5 * day);
    expect(found).toMatchObject({ n: 2, customers: ['a', 'b'], linesWithoutCustomer: 1, linesAfterNow: 1 });
    expect([[...found.recencyDays], [...found.frequency], [...found.monetary]]).toEqual([
      [4, 7],
      [2, 1],
      [16, 7],
    ]);
    expect(customerValues(lines, 20 * day).frequency[1]).toBe(2);
    expect(() => customerValues(lines, -1)).toThrow('no line');
    expect(() => customerValues({ ...lines, values: [1] }, 0)).toThrow('same lines');
  });

  it('scores equal values alike, or parts them evenly when asked', () => {
    const values = {
      recencyDays: Float64Array.of(1, 2, 3, 4, 5),
      frequency: Float64Array.of(1, 1, 1, 2, 9),
      monetary: Float64Array.of(5, 4, 3, 2, 1),
    };
    const together = rfmScores(values);
    expect([[...together.recency], [...together.frequency], [...together.monetary]]).toEqual([
      [5, 4, 3, 2, 1],
      [1, 1, 1, 4, 5],
      [5, 4, 3, 2, 1],
    ]);
    expect([...rfmScores(values, { ties: 'first' }).frequency]).toEqual([1, 2, 3, 4, 5]);
    expect(() => rfmScores(values, { groups: 6 })).toThrow('cannot be parted');
  });

  it('counts a cohort by who came again', () => {
    expect(purchaseCohorts(['a', 'a', 'b', 'b', 'c', 'a'], [3, 3, 3, 5, 4, 4])).toEqual([
      { period: 3, counts: [2, 1, 1] },
      { period: 4, counts: [1, 0] },
    ]);
    expect(() => purchaseCohorts(['a'], [0.5])).toThrow('whole number');
  });
});
