import { describe, expect, it } from 'vitest';
import { querySchema } from '../../../core/model/query.ts';
import { exploreQuery, readExploreSearch } from './explore-search.ts';

describe('the address of Explore', () => {
  it('drops what it does not understand', () => {
    const raw = {
      metrics: ['created', 7],
      by: ['channel', 'channel', 'team', 'tag'],
      grain: 'minute',
      chart: 'pie',
      top: 'many',
      period: 5,
    };
    expect(readExploreSearch(raw)).toEqual({ metrics: ['created'], by: ['channel', 'team'] });
    expect(readExploreSearch({ metrics: 'created' })).toEqual({});
  });

  it('is the whole question', () => {
    const search = readExploreSearch({
      metrics: ['csat', 'fcr(window=14)'],
      by: ['channel'],
      grain: 'week',
      top: 5,
      period: '2026-10-01..2026-10-28',
      filters: [{ dimension: 'team', operator: 'any of', values: ['a'] }],
      chart: 'line',
    });
    const query = exploreQuery(search);
    expect(query).toEqual({
      metrics: ['csat', 'fcr(window=14)'],
      by: ['channel'],
      grain: 'week',
      period: '2026-10-01..2026-10-28',
      compare: 'previous',
      filters: [{ dimension: 'team', operator: 'any of', values: ['a'] }],
      top: 5,
    });
    expect(querySchema.parse(query)).toMatchObject(query ?? {});
  });

  it('asks nothing without a figure, and keeps no largest groups without groups', () => {
    expect(exploreQuery({})).toBeNull();
    expect(exploreQuery({ metrics: ['created'], top: 3 })).not.toHaveProperty('top');
  });
});
