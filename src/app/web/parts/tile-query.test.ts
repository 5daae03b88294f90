import { describe, expect, it } from 'vitest';
import { dashboards } from '../../../catalog/dashboards/index.ts';
import { querySchema } from '../../../core/model/query.ts';
import { grainFor, tileQuery } from './tile-query.ts';

describe('the question of a tile', () => {
  const tiles = dashboards.flatMap((board) => board.tiles);

  it.each(tiles.map((tile) => [tile.name, tile] as const))('of %s is one that the server takes', (_, tile) => {
    const filters = [{ dimension: 'channel', operator: 'any of' as const, values: ['email'] }];
    const query = querySchema.parse(tileQuery(tile, { period: '2026-10-01..2026-10-28', filters }));
    expect(query.period).toBe('2026-10-01..2026-10-28');
    expect(query.filters).toEqual(filters);
  });

  it('compares totals, and not groups', () => {
    const [single, grouped] = [tiles.find(({ name }) => name === 'created'), tiles.find(({ name }) => name === 'by-channel')];
    if (single === undefined || grouped === undefined) throw new Error('a tile is gone');
    expect(tileQuery(single, {}).compare).toBe('previous');
    expect(tileQuery(single, { compare: 'none' }).compare).toBe('none');
    expect(tileQuery(grouped, {}).compare).toBe('none');
  });
});

describe('the grain', () => {
  it('follows the length of the period', () => {
    expect(grainFor('today', 'day')).toBe('hour');
    expect(grainFor('last 7 days', 'day')).toBe('day');
    expect(grainFor('last 28 days', 'day')).toBe('day');
    expect(grainFor('last 12 months', 'day')).toBe('week');
    expect(grainFor('all', 'day')).toBe('month');
    expect(grainFor('2026-10-31..2026-10-31', 'day')).toBe('hour');
  });

  it('is never finer than the tile asks for', () => {
    expect(grainFor('last 28 days', 'week')).toBe('week');
    expect(grainFor('all', 'week')).toBe('month');
  });
});
