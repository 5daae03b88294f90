import { expect, test } from 'vitest';
import { fitReading } from './fit-reading.ts';

test('four quarters prove nothing, in every language', () => {
  expect(fitReading({ n: 4 }, 'quarter', 'en')).toBe('n = 4 quarters: no proof');
  expect(fitReading({ n: 4 }, 'quarter', 'zh-Hans')).toBe('n = 4 个季度：不足为证');
  expect(fitReading({ n: 4 }, 'quarter', 'zh-Hant')).toBe('n = 4 個季度：不足為證');
  expect(fitReading({ n: 4 }, 'quarter', 'ru')).toBe('n = 4 квартала: это не доказательство');
});

test('many go together, which is not yet because of', () => {
  expect(fitReading({ n: 365 }, 'day', 'en')).toBe('n = 365 days: they go together, which is not yet because of');
  expect(fitReading({ n: 21 }, 'week', 'ru')).toBe('n = 21 неделя: они связаны, но связь ещё не причина');
});
