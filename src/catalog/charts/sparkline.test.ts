import { describe, expect, it } from 'vitest';
import { sparkline } from './sparkline.ts';

const size = { widthPx: 108, heightPx: 48 };

describe('a sparkline', () => {
  it('breaks where a value is missing and ends at the last one', () => {
    const drawn = sparkline({ values: [10, 20, null, 40, 30], from: 3, expected: null, ...size });
    expect(drawn.line).toBe('M4 34L29 24M79 4L104 14');
    expect(drawn.last).toEqual({ x: 104, y: 14 });
    expect(drawn.stretch).toEqual({ x: 66.5, width: 41.5 });
    expect(drawn.band).toBeNull();
  });

  it('lays the expectation over the stretch that is looked at', () => {
    const drawn = sparkline({ values: [10, 10, 10, 40], from: 3, expected: { low: 8, high: 12 }, ...size });
    expect(drawn.band?.height).toBe(4);
    expect(drawn.band?.x).toBe(drawn.stretch.x);
  });

  it('does not begin at zero where all values are far from it', () => {
    expect(sparkline({ values: [80, 82], from: 1, expected: null, ...size }).line).toBe('M4 37.3L104 4');
  });

  it('lies in the middle where nothing ever varies, and at the bottom where all is zero', () => {
    expect(sparkline({ values: [100, 100], from: 1, expected: null, ...size }).line).toBe('M4 24L104 24');
    expect(sparkline({ values: [0, 0], from: 1, expected: null, ...size }).line).toBe('M4 44L104 44');
  });

  it('draws nothing of nothing', () => {
    expect(sparkline({ values: [], from: 0, expected: null, ...size })).toMatchObject({ line: '', last: null });
  });
});
