import { describe, expect, it } from 'vitest';
import { dimensions } from '../dimensions/index.ts';
import { metrics } from '../metrics/index.ts';
import { navigation } from '../navigation.ts';
import { dashboards } from './index.ts';

const tiles = dashboards.flatMap((board) => board.tiles.map((tile) => [`${board.name}/${tile.name}`, tile] as const));
const spellings = new Set(
  metrics.flatMap((metric) => [
    metric.name,
    ...(metric.kind === 'distribution' ? metric.statistics.map((statistic) => `${metric.name}_${statistic}`) : []),
  ]),
);

describe('every board', () => {
  it('has a name of its own, and so has each of its tiles', () => {
    expect(new Set(dashboards.map(({ name }) => name)).size).toBe(dashboards.length);
    for (const board of dashboards) expect(new Set(board.tiles.map(({ name }) => name)).size, board.name).toBe(board.tiles.length);
  });

  it.each(tiles)('%s asks for metrics and dimensions that are there', (_, tile) => {
    for (const metric of tile.query.metrics) expect(spellings).toContain(metric.replace(/\(.*$/, ''));
    for (const dimension of tile.query.by ?? []) expect(dimensions.map(({ name }) => name)).toContain(dimension);
  });

  it.each(tiles)('%s is drawn as its answer allows', (_, tile) => {
    const groups = tile.query.by?.length ?? 0;
    const isOverTime = tile.query.grain !== undefined;
    if (tile.chart === 'line' || tile.chart === 'number' || tile.chart === 'small-multiples') expect(isOverTime).toBe(true);
    if (tile.chart === 'stacked-bar' || tile.chart === 'heat-table') expect(groups).toBe(2);
    if (tile.chart === 'slope') expect(tile.query.compare).toBe('previous');
    if (tile.chart === 'comparison-table') expect(isOverTime).toBe(false);
  });
});

describe('the menu', () => {
  it('leads to boards that are there', () => {
    const linked = navigation.flatMap(({ pages }) => pages).flatMap(({ path }) => /^\/boards\/(.+)$/.exec(path)?.[1] ?? []);
    expect(linked.length).toBeGreaterThan(5);
    for (const name of linked) expect(dashboards.map((board) => board.name)).toContain(name);
  });

  it('names each address once', () => {
    const paths = navigation.flatMap(({ pages }) => pages.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
