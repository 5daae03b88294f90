import { expect, test } from 'vitest';
import { readMetricSpelling, writeMetricSpelling } from './metric-spelling.ts';

test('a spelling is read into its name and choices, and written back', () => {
  const text = 'first_response_median(clock=calendar,actor=any)';
  expect(readMetricSpelling(text)).toEqual({ name: 'first_response_median', choices: { clock: 'calendar', actor: 'any' } });
  expect(writeMetricSpelling(readMetricSpelling(text))).toBe(text);
  expect(readMetricSpelling(' fcr ( window = 14 ) ')).toEqual({ name: 'fcr', choices: { window: '14' } });
});

test('a name without choices has no parentheses', () => {
  expect(writeMetricSpelling({ name: 'created', choices: {} })).toBe('created');
  expect(readMetricSpelling('nps')).toEqual({ name: 'nps', choices: {} });
  expect(readMetricSpelling('created()')).toEqual({ name: 'created', choices: {} });
});

test('what is no spelling stays a name, for the server to say what is wrong with it', () => {
  expect(readMetricSpelling('a b(c')).toEqual({ name: 'a b(c', choices: {} });
});
