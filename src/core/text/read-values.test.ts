import { describe, expect, test } from 'vitest';
import { readAmount, readDuration, readValues } from './read-values.ts';

describe('readAmount', () => {
  test.each([
    ['80', '.', 80],
    ['1,234.5', '.', 1234.5],
    [' 0.25 ', '.', 0.25],
    ['1 234,5', ',', 1234.5],
    ['1\u00a0234', '.', 1234],
  ] as const)('reads %j', (text, decimal, value) => {
    expect(readAmount(text, decimal)).toBe(value);
  });

  test.each(['', '-1', '1e3', 'many', '1.2.3', '0x10', '1,5,', 'NaN'])('takes %j for no number', (text) => {
    expect(readAmount(text, '.')).toBeNull();
  });
});

describe('readDuration', () => {
  test.each([
    ['90', 90 * 60_000],
    ['2 h 14 min', 134 * 60_000],
    ['2:14', 134 * 60_000],
    ['0:02:14', 134_000],
    ['1.5 h', 90 * 60_000],
    ['2 小时 14 分', 134 * 60_000],
    ['2小時14分', 134 * 60_000],
    ['1 ч 30 мин', 90 * 60_000],
    ['45 s', 45_000],
  ])('reads %j', (text, ms) => {
    expect(readDuration(text, '.')).toBe(ms);
  });

  test.each(['', 'soon', '2 weeks', '2:75', '-5', '2 h later'])('takes %j for no duration', (text) => {
    expect(readDuration(text, '.')).toBeNull();
  });
});

describe('readValues', () => {
  test('takes values apart at spaces, lines, semicolons and, where it is no decimal sign, commas', () => {
    expect(readValues('1, 2,3\n4; 5', 'amount', '.')).toEqual({ kind: 'values', values: [1, 2, 3, 4, 5] });
    expect(readValues('1,5 2, 3', 'amount', ',')).toEqual({ kind: 'values', values: [1.5, 2, 3] });
    expect(readValues('2 h\n90', 'duration', '.')).toEqual({ kind: 'values', values: [7_200_000, 5_400_000] });
    expect(readValues('  ', 'amount', '.')).toEqual({ kind: 'values', values: [] });
  });

  test('names the word that is no value', () => {
    expect(readValues('1 two 3', 'amount', '.')).toEqual({ kind: 'bad', word: 'two' });
  });
});
