import { expect, test } from 'vitest';
import type { ResolvedMetric, Result } from '../../../core/model/result.ts';
import { answerPanels } from './answer-panels.ts';

const metric = (key: string, unit: ResolvedMetric['unit']) => ({ key, unit }) as ResolvedMetric;
const result = (dimensions: string[]) =>
  ({ metrics: [metric('created', 'count'), metric('csat', 'percent'), metric('solved', 'count')], dimensions }) as unknown as Result;
const keys = (panels: readonly Result[]) => panels.map(({ metrics }) => metrics.map(({ key }) => key));

test('lines share a drawing only with what has their unit', () => {
  expect(keys(answerPanels(result([]), 'line'))).toEqual([['created', 'solved'], ['csat']]);
});

test('lines of calendar and of working hours share a drawing', () => {
  const metrics = [metric('full_resolution_median', 'durationMs'), metric('first_response_median', 'businessMs')];
  expect(answerPanels({ ...result([]), metrics }, 'line')).toHaveLength(1);
});

test('groups are drawn for one metric at a time, and a table takes all', () => {
  expect(keys(answerPanels(result(['channel']), 'bar'))).toEqual([['created'], ['csat'], ['solved']]);
  expect(keys(answerPanels(result(['channel']), 'table'))).toEqual([['created', 'csat', 'solved']]);
});
