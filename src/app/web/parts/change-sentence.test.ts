import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../../test/say-in.ts';
import type { Reader } from '../../../catalog/locales/names.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';
import type { ResolvedMetric } from '../../../core/model/result.ts';
import { changeSentence } from './change-sentence.ts';

function reader(locale: Locale): Reader {
  return { locale, say: sayIn(locale) };
}

function metric(unit: ResolvedMetric['unit']): ResolvedMetric {
  return { key: 'm', name: 'm', statistic: null, options: {}, parameters: {}, variant: 'industry', house: true, unit, better: 'down' };
}

function inAll(
  unit: ResolvedMetric['unit'],
  difference: number | null,
  relative: number | null,
  comparison: 'previous' | 'year' = 'previous',
) {
  const change = { verdict: 'unknown', difference, relative } as const;
  return locales.map((locale) => changeSentence(metric(unit), change, comparison, reader(locale)).replace(/\u00a0/g, ' '));
}

describe('a change in words', () => {
  it('says longer and shorter of times', () => {
    expect(inAll('durationMs', 600_000, 0.12)).toEqual([
      '12% longer than the period before',
      '环比延长 12%',
      '較前期延長 12%',
      'На 12 % больше, чем в прошлом периоде',
    ]);
    expect(inAll('businessMs', 600_000, 0.12)).toEqual(inAll('durationMs', 600_000, 0.12));
    expect(inAll('durationMs', -600_000, -0.034, 'year')).toEqual([
      '3.4% shorter than a year earlier',
      '同比缩短 3.4%',
      '較去年同期縮短 3.4%',
      'На 3,4 % меньше, чем годом ранее',
    ]);
  });

  it('says more and fewer of counts', () => {
    expect(inAll('count', -12, -0.25)).toEqual([
      '25% fewer than the period before',
      '环比减少 25%',
      '較前期減少 25%',
      'На 25 % меньше, чем в прошлом периоде',
    ]);
  });

  it('tells percentage points of rates, and points of net scores', () => {
    expect(inAll('percent', 3.14, 0.04)[0]).toBe('3.1 percentage points higher than the period before');
    expect(inAll('percent', 3.14, 0.04)[3]).toBe('На 3,1 п. п. выше, чем в прошлом периоде');
    expect(inAll('points', -5, -0.2)[0]).toBe('5 points lower than the period before');
  });

  it('does not speak of a share of nothing', () => {
    expect(inAll('count', 7, null)[0]).toBe('7 more than the period before');
  });

  it('says when nothing changed and when there is nothing to compare with', () => {
    expect(inAll('count', 0, 0)[0]).toBe('The same as the period before');
    expect(inAll('percent', 0.01, 0.001)[0]).toBe('The same as the period before');
    expect(inAll('count', null, null)).toEqual([
      'Nothing to compare with in the period before',
      '上一时段没有可比数据',
      '前期沒有可比較的資料',
      'В прошлом периоде сравнить не с чем',
    ]);
  });
});
