import { expect, test } from 'vitest';
import { sayIn } from '../../../test/say-in.ts';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import { stackedBar } from './stacked-bar.ts';

const metric: ResolvedMetric = {
  key: 'backlog',
  name: 'backlog',
  statistic: null,
  options: {},
  parameters: {},
  variant: 'industry',
  house: true,
  unit: 'count',
  better: 'down',
};

/** The dimension that bars are by, and the amounts by its values and parts in the order of the answer: the largest first. */
function barsOf(dimension: string, amounts: readonly (readonly [group: string, part: string, amount: number])[]): unknown[] {
  const result: Result = {
    metrics: [metric],
    dimensions: [dimension, 'age'],
    zone: 'UTC',
    weekStart: 1,
    period: { from: '2026-10-04T00:00:00Z', until: '2026-11-01T00:00:00Z' },
    comparisonPeriod: null,
    toDate: false,
    buckets: [],
    rows: amounts.map(([group, part, amount]) => ({
      group: [group, part],
      others: false,
      bucket: null,
      values: { backlog: { value: amount, low: null, high: null, n: amount } },
      comparison: null,
    })),
    totals: { values: {}, comparison: null },
    othersCount: 0,
    names: {},
    dataFrom: null,
    dataUntil: null,
  };
  const { series } = stackedBar(result, {
    locale: 'en',
    theme: 'light',
    say: sayIn('en'),
    nameOf: (_, value) => value,
    metricName: ({ key }) => key,
    events: [],
    widthPx: 600,
  });
  const points = series.flatMap((one) => one.points).toSorted((one, other) => one.y - other.y);
  return [...new Set(points.map(({ target }) => target?.group[dimension]))];
}

test('bars stand by what they hold in all, not by their largest part', () => {
  const amounts = [
    ['Asia', '30+', 8],
    ['Orders', '0-1', 7],
    ['Orders', '1-3', 6],
    ['Asia', '1-3', 1],
  ] as const;
  expect(barsOf('team', amounts)).toEqual(['Orders', 'Asia']);
});

test('bars of values with an order of their own keep it', () => {
  const amounts = [
    ['low', '0-1', 9],
    ['urgent', '0-1', 1],
    ['high', '1-3', 4],
  ] as const;
  expect(barsOf('priority', amounts)).toEqual(['urgent', 'high', 'low']);
});
