import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import { differenceInterval, judgeChange } from './verdict.ts';

function metric(unit: ResolvedMetric['unit'], better: ResolvedMetric['better']): ResolvedMetric {
  return { key: 'm', name: 'm', statistic: null, options: {}, parameters: {}, variant: 'industry', house: true, unit, better };
}

function estimate(value: number, margin: number | null, n = 400): Estimate {
  return { value, low: margin === null ? null : value - margin, high: margin === null ? null : value + margin, n };
}

const csat = metric('percent', 'up');
const response = metric('durationMs', 'down');
const nps = metric('points', 'up');
const backlog = metric('count', 'down');

describe('judging a change', () => {
  it('calls a rate better only beyond noise and by at least two percentage points', () => {
    expect(judgeChange(csat, estimate(84, 1), estimate(80, 1)).verdict).toBe('better');
    expect(judgeChange(csat, estimate(76, 1), estimate(80, 1)).verdict).toBe('worse');
    expect(judgeChange(csat, estimate(84, 4), estimate(80, 4)).verdict).toBe('chance');
    expect(judgeChange(csat, estimate(81.9, 0.1), estimate(80, 0.1)).verdict).toBe('same');
  });

  it('takes less time for better, by at least five percent', () => {
    expect(judgeChange(response, estimate(94, 1), estimate(100, 1))).toMatchObject({ verdict: 'better', difference: -6, relative: -0.06 });
    expect(judgeChange(response, estimate(96, 1), estimate(100, 1)).verdict).toBe('same');
    expect(judgeChange(response, estimate(120, 1), estimate(100, 1)).verdict).toBe('worse');
  });

  it('colours a net score from 100 answers and five points on', () => {
    expect(judgeChange(nps, estimate(40, 2), estimate(30, 2)).verdict).toBe('better');
    expect(judgeChange(nps, estimate(34, 1), estimate(30, 1)).verdict).toBe('same');
    expect(judgeChange(nps, estimate(40, 2, 99), estimate(30, 2)).verdict).toBe('unknown');
  });

  it('takes a count without an interval as Poisson', () => {
    expect(judgeChange(backlog, estimate(655, null), estimate(500, null)).verdict).toBe('worse');
    expect(judgeChange(backlog, estimate(13, null), estimate(10, null)).verdict).toBe('chance');
  });

  it('says that volume changed, neither better nor worse', () => {
    expect(judgeChange(metric('count', 'neither'), estimate(900, null), estimate(600, null)).verdict).toBe('changed');
  });

  it('does not judge what still changes against what no longer does', () => {
    const ripening = { ...csat, ripens: true };
    expect(judgeChange(ripening, estimate(76, 1), estimate(90, 1))).toMatchObject({ verdict: 'ripening', difference: -14 });
    expect(judgeChange(ripening, estimate(76, 1), null).verdict).toBe('unknown');
  });

  it('knows nothing without a value, an interval or thirty answers', () => {
    expect(judgeChange(csat, estimate(84, 1), null)).toEqual({ verdict: 'unknown', difference: null, relative: null });
    expect(judgeChange(csat, { value: null, low: null, high: null, n: 0 }, estimate(80, 1)).difference).toBeNull();
    expect(judgeChange(csat, estimate(84, null), estimate(80, 1)).verdict).toBe('unknown');
    expect(judgeChange(csat, estimate(84, 1, 29), estimate(80, 1)).verdict).toBe('unknown');
  });

  it('gives no share of a change from zero', () => {
    expect(judgeChange(backlog, estimate(50, null), estimate(0, null))).toMatchObject({ relative: null, verdict: 'worse' });
  });
});

describe('the interval of a difference', () => {
  const arbitrary = fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e5, noNaN: true }))
    .map(([value, margin]) => estimate(value, margin));

  it('contains the difference, is never narrower than either interval, and turns over when the periods do', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (now, then) => {
        const interval = differenceInterval(csat, now, then);
        const turned = differenceInterval(csat, then, now);
        const difference = (now.value ?? 0) - (then.value ?? 0);
        expect(interval?.low).toBeLessThanOrEqual(difference);
        expect(interval?.high).toBeGreaterThanOrEqual(difference);
        const widest = Math.max((now.high ?? 0) - (now.low ?? 0), (then.high ?? 0) - (then.low ?? 0));
        expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThanOrEqual(widest - 1e-6);
        expect(turned?.low).toBeCloseTo(-(interval?.high ?? 0), 6);
      }),
    );
  });

  it('is the one of Newcombe for two shares', () => {
    // 56/70 against 48/80, hybrid score interval: Newcombe, Statistics in Medicine 17, 1998, table II, example a, method 10.
    const now = { value: 0.8, low: 0.6918, high: 0.8769, n: 70 };
    const then = { value: 0.6, low: 0.4904, high: 0.7002, n: 80 };
    expect(differenceInterval(csat, now, then)?.low).toBeCloseTo(0.0524, 3);
    expect(differenceInterval(csat, now, then)?.high).toBeCloseTo(0.3339, 3);
  });
});
