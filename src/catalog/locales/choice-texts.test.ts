import { expect, test } from 'vitest';
import { locales } from '../../core/model/locale.ts';
import { metrics } from '../metrics/index.ts';
import { choiceTitles, choiceValues, timeTexts } from './choice-texts.ts';

const rows = metrics.filter((metric) => metric.kind !== 'composed');

test('every option, parameter and variant of a metric has a name, and so has each of their values', () => {
  const titles = metrics.flatMap((metric) => [...Object.keys(metric.options ?? {}), ...Object.keys(metric.parameters ?? {})]);
  const values = [
    ...metrics.flatMap((metric) => Object.values(metric.options ?? {}).flat()),
    ...rows.flatMap((metric) => Object.keys(metric.variants ?? {})),
  ];
  expect([...new Set(titles)].filter((title) => !(title in choiceTitles))).toEqual([]);
  expect([...new Set(values)].filter((value) => !(value in choiceValues))).toEqual([]);
});

test('every time that a metric counts by has a name', () => {
  expect([...new Set(rows.map((metric) => metric.time))].filter((time) => !(time in timeTexts))).toEqual([]);
});

test('no name is left in English', () => {
  for (const [name, texts] of Object.entries({ ...choiceTitles, ...choiceValues, ...timeTexts })) {
    for (const locale of locales) expect(texts[locale], `${name} in ${locale}`).toMatch(/\S/);
    expect(texts['zh-Hans'], name).toMatch(/[\u4e00-\u9fff]/);
    expect(texts['zh-Hant'], name).toMatch(/[\u4e00-\u9fff]/);
    expect(texts.ru, name).toMatch(/[а-яё]/i);
  }
});
