import { describe, expect, it } from 'vitest';
import { periodOf, readSearch } from './page-search.ts';

describe('the address of a board', () => {
  it('is read whole', () => {
    const search = {
      period: '2026-10-01..2026-10-28',
      compare: 'year',
      filters: [{ dimension: 'channel', operator: 'any of', values: ['email'] }],
      drill: { tile: 'created', metric: 'created', group: { category: '' }, bucket: '2026-10-01' },
      ticket: 'demo:1',
      explain: 'csat',
      tables: ['created'],
    };
    expect(readSearch(search)).toEqual(search);
  });

  it('drops what it does not understand', () => {
    expect(
      readSearch({
        period: 7,
        compare: 'sideways',
        filters: [{ dimension: 'channel', operator: 'like', values: [] }, 'x', null],
        drill: { tile: 'created' },
        tables: [1],
        day: '2026-99-99',
        other: true,
      }),
    ).toEqual({});
  });

  it('writes two days as the query wants them, and words as they are', () => {
    expect(periodOf({ period: '2026-10-01..2026-10-28' })).toBe('2026-10-01..2026-10-28');
    expect(periodOf({ period: 'this month' })).toBe('this month');
    expect(periodOf({})).toBe('last 28 days');
  });
});
