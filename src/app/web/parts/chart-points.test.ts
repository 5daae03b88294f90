import type { EChartsOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { moveCursor, targetAt } from './chart-points.ts';

const target = (bucket: string) => ({ metric: 'created', group: {}, bucket });
const option: EChartsOption = {
  series: [
    { type: 'line', data: [1, 2, 3] },
    {
      type: 'line',
      data: [
        { value: 1, target: target('a') },
        { value: null, target: target('b') },
        { value: 3, target: target('c') },
      ] as never,
    },
    { type: 'line', data: [{ value: 4, target: null }] as never },
  ],
};

describe('moving over a chart by keyboard', () => {
  it('starts at the first point, steps over gaps and stops at the ends', () => {
    const first = moveCursor(option, null, 'ArrowRight');
    expect(first).toEqual({ seriesIndex: 1, dataIndex: 0 });
    expect(moveCursor(option, first, 'ArrowRight')).toEqual({ seriesIndex: 1, dataIndex: 2 });
    expect(moveCursor(option, { seriesIndex: 1, dataIndex: 2 }, 'ArrowRight')).toBeNull();
    expect(moveCursor(option, first, 'ArrowLeft')).toBeNull();
  });

  it('goes from series to series, past those that stand for nothing', () => {
    expect(moveCursor(option, { seriesIndex: 1, dataIndex: 0 }, 'ArrowDown')).toEqual({ seriesIndex: 2, dataIndex: 0 });
    expect(moveCursor(option, { seriesIndex: 1, dataIndex: 0 }, 'ArrowUp')).toBeNull();
  });

  it('knows what stands behind a point', () => {
    expect(targetAt(option, { seriesIndex: 1, dataIndex: 2 })).toEqual(target('c'));
    expect(targetAt(option, { seriesIndex: 2, dataIndex: 0 })).toBeNull();
    expect(targetAt(option, null)).toBeNull();
    expect(moveCursor(option, null, 'Tab')).toBeNull();
  });
});
