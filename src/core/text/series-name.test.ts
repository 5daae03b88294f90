import { expect, test } from 'vitest';
import { seriesName } from './series-name.ts';

test.each([
  ['Black Friday 2025', 'black friday'],
  ['2024 Black-Friday', 'black friday'],
  ['Black Friday ’26', 'black friday'],
  ['双十一 2025年', '双十一'],
  ['2025年双十一', '双十一'],
  ['11.11', '11.11'],
  ['Новый год (2026)', 'новый год'],
  ['Breeze 300', 'breeze 300'],
  ['2026', ''],
])('%j belongs to the series %j', (name, series) => {
  expect(seriesName(name)).toBe(series);
});
