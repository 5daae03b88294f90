import { expect, test } from 'vitest';
import { topics } from '../../core/model/metric.ts';
import { columnTexts } from '../locales/columns.ts';
import { benchmarks } from './benchmarks.ts';
import { metrics } from './index.ts';
import { topicOf } from './topic.ts';

test('every chapter of the glossary has metrics', () => {
  expect(topics.filter((topic) => !metrics.some((metric) => topicOf(metric) === topic))).toEqual([]);
});

test('benchmarks and counterweights are of metrics that there are', () => {
  const names = metrics.map(({ name }) => name);
  expect(benchmarks.filter(({ metric }) => !names.includes(metric))).toEqual([]);
  expect(metrics.filter(({ counterweight }) => counterweight !== undefined && !names.includes(counterweight))).toEqual([]);
});

test('every column of a worked example has a name', () => {
  const columns = new Set(metrics.flatMap(({ examples }) => examples.flatMap(({ rows }) => rows.flatMap(Object.keys))));
  expect(
    [...columns]
      .filter((column) => !(column in columnTexts))
      .sort()
      .join(' '),
  ).toBe('');
});
