import { expect, test } from 'vitest';
import { fitReading } from './fit-reading.ts';

test('four quarters prove nothing, in every language', () => {
  expect(fitReading({ n: 4, r: -1 }, 'quarter', 'en')).toBe('n = 4 quarters: no proof');
  expect(fitReading({ n: 4, r: -1 }, 'quarter', 'zh-Hans')).toBe('n = 4 个季度：不足为证');
  expect(fitReading({ n: 4, r: -1 }, 'quarter', 'zh-Hant')).toBe('n = 4 個季度：不足為證');
  expect(fitReading({ n: 4, r: -1 }, 'quarter', 'ru')).toBe('n = 4 квартала: это не доказательство');
});

test('many go together, which is not yet because of', () => {
  expect(fitReading({ n: 365, r: 0.6 }, 'day', 'en')).toBe('n = 365 days: they go together, which is not yet because of');
  expect(fitReading({ n: 21, r: -0.9 }, 'week', 'ru')).toBe('n = 21 неделя: они связаны, но связь ещё не причина');
});

test('pairs that do not go together say so, however many they are', () => {
  expect(fitReading({ n: 44, r: 0.02 }, 'week', 'en')).toBe('n = 44 weeks: no link shows');
  expect(fitReading({ n: 44, r: 0.31 }, 'week', 'en')).toContain('they go together');
});
