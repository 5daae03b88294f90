import { describe, expect, it } from 'vitest';
import type { Result } from '../../../core/model/result.ts';
import { questionOfResult } from './explain-question.ts';

const result: Result = {
  metrics: [
    {
      key: 'created',
      name: 'created',
      statistic: null,
      options: {},
      parameters: {},
      variant: 'industry',
      unit: 'count',
      better: 'neither',
      house: true,
    },
  ],
  dimensions: [],
  zone: 'Asia/Shanghai',
  weekStart: 1,
  period: { from: '2026-10-03T16:00:00.000Z', until: '2026-10-31T16:00:00.000Z' },
  comparisonPeriod: { from: '2026-09-05T16:00:00.000Z', until: '2026-10-03T16:00:00.000Z' },
  toDate: false,
  buckets: [],
  rows: [],
  totals: { values: {}, comparison: null },
  othersCount: 0,
  names: {},
  dataFrom: null,
  dataUntil: null,
};

describe('a question why', () => {
  it('is asked of local days, both inclusive', () => {
    expect(questionOfResult(result, 'Created', [])?.input).toEqual({
      metric: 'created',
      period: { from: '2026-10-04', until: '2026-10-31' },
      comparisonPeriod: { from: '2026-09-06', until: '2026-10-03' },
      filters: [],
    });
  });

  it('is left to the server’s choice where nothing is compared', () => {
    expect(questionOfResult({ ...result, comparisonPeriod: null }, 'Created', [])?.input).not.toHaveProperty('comparisonPeriod');
  });
});
