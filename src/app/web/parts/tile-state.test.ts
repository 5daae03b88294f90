import { describe, expect, it } from 'vitest';
import type { Result } from '../../../core/model/result.ts';
import { isComparable, tileState } from './tile-state.ts';

function result(unit: 'count' | 'percent', value: number | null, n: number): Result {
  const metric = {
    key: 'm',
    name: 'm',
    statistic: null,
    options: {},
    parameters: {},
    variant: 'industry',
    house: true,
    unit,
    better: 'up',
  } as const;
  return {
    metrics: [{ ...metric }],
    dimensions: [],
    zone: 'UTC',
    weekStart: 1,
    period: { from: '', until: '' },
    comparisonPeriod: null,
    toDate: false,
    buckets: [],
    rows: [],
    totals: { values: { m: { value, low: null, high: null, n } }, comparison: null },
    othersCount: 0,
    names: {},
    dataFrom: null,
    dataUntil: null,
  };
}

describe('the state of a tile', () => {
  it('is loading until an answer or a refusal is there', () => {
    expect(tileState({ data: undefined, error: null }).kind).toBe('loading');
    const fault = new Error('unknown metric "x"');
    expect(tileState({ data: undefined, error: fault })).toEqual({ kind: 'error', fault });
  });

  it('is empty without a value, and for a count of nothing', () => {
    expect(tileState({ data: result('percent', null, 0), error: null }).kind).toBe('empty');
    expect(tileState({ data: result('count', 0, 0), error: null }).kind).toBe('empty');
  });

  it('says why it is empty: a zero, a variant that fits nothing, or data that end before the period or begin after it', () => {
    expect(tileState({ data: result('count', 0, 0), error: null })).toMatchObject({ why: { reason: 'none' } });
    const percent = result('percent', null, 0);
    expect(tileState({ data: percent, error: null })).toMatchObject({ why: { reason: 'nothing' } });
    const metrics = percent.metrics.map((metric) => ({ ...metric, variant: 'article' }));
    expect(tileState({ data: { ...percent, metrics }, error: null })).toMatchObject({ why: { reason: 'variant' } });
    const later = {
      ...percent,
      period: { from: '2026-11-01T00:00:00Z', until: '2026-11-02T00:00:00Z' },
      dataUntil: '2026-10-31T23:39:00Z',
    };
    expect(tileState({ data: later, error: null })).toMatchObject({ why: { reason: 'ended', instant: later.dataUntil } });
    const earlier = { ...result('count', 0, 0), period: { from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' } };
    const dataFrom = '2024-11-01T09:00:00Z';
    expect(tileState({ data: { ...earlier, dataFrom }, error: null })).toMatchObject({ why: { reason: 'before', instant: dataFrom } });
  });

  it('shows the 0 of a count where there are data, and of groups that there is none', () => {
    const zero = {
      ...result('count', 0, 0),
      period: { from: '2026-10-01T00:00:00Z', until: '2026-11-01T00:00:00Z' },
      dataUntil: '2026-10-31T23:39:00Z',
    };
    expect(tileState({ data: zero, error: null }).kind).toBe('ready');
    expect(tileState({ data: { ...zero, dimensions: ['channel'] }, error: null })).toMatchObject({ why: { reason: 'none' } });
  });

  it('is too few under five answers, but never for a count', () => {
    expect(tileState({ data: result('percent', 100, 4), error: null })).toMatchObject({ kind: 'too few', n: 4 });
    expect(tileState({ data: result('percent', 80, 5), error: null }).kind).toBe('ready');
    expect(tileState({ data: result('count', 1, 1), error: null }).kind).toBe('ready');
  });

  it('is stale when an answer is there that could not be renewed', () => {
    const fault = new Error('HTTP 0');
    expect(tileState({ data: result('count', 9, 9), error: fault })).toMatchObject({ kind: 'stale', fault });
  });

  it('compares periods where some group has a figure in both', () => {
    const estimate = { value: 60, low: 50, high: 70, n: 90 };
    const none = { value: null, low: null, high: null, n: 0 };
    const row = (before: typeof estimate | typeof none) => ({
      group: ['lamps'],
      others: false,
      bucket: null,
      values: { m: estimate },
      comparison: { m: before },
    });
    const base = { ...result('percent', 60, 90), dimensions: ['category'] };
    expect(isComparable({ ...base, rows: [row(none)] })).toBe(false);
    expect(isComparable({ ...base, rows: [row(none), row(estimate)] })).toBe(true);
  });
});
