import { describe, expect, test } from 'vitest';
import { evaluateFormula, formulaInputs, parseFormula } from '../../core/model/formula.ts';
import { locales } from '../../core/model/locale.ts';
import type { AggregateMetric, Metric } from '../../core/model/metric.ts';
import { underVariant, variantsOf } from '../../core/model/metric-variant.ts';
import { metrics } from './index.ts';

/** What stands in formulas beside the declared inputs: the ends of spans, and the days of a bucket. */
const given: Readonly<Record<Metric['kind'], readonly string[]>> = {
  aggregate: ['at_start', 'entered', 'left'],
  composed: ['days'],
  distribution: [],
};

const typed = metrics.flatMap((metric) =>
  variantsOf(metric).map((variant) => [`${metric.name}(variant=${variant})`, underVariant(metric, variant)] as const),
);
const formulas = typed.filter(
  (entry): entry is readonly [string, Exclude<Metric, { kind: 'distribution' }>] => entry[1].kind !== 'distribution',
);

function declared(metric: Exclude<Metric, { kind: 'distribution' }>): readonly string[] {
  return [...Object.keys(metric.kind === 'aggregate' ? metric.inputs : metric.of), ...given[metric.kind]];
}

describe.each(formulas)('%s', (_name, metric) => {
  const inputs = formulaInputs(metric.value);

  test('has a formula over inputs that there are', () => {
    expect(inputs.filter((input) => !declared(metric).includes(input))).toEqual([]);
    expect(inputs.length).toBeGreaterThan(0);
  });

  test('names each number that is to be typed in, in every language', () => {
    for (const locale of locales)
      for (const input of inputs) expect(metric.text[locale].inputs?.[input], `${locale} ${input}`).toMatch(/\S/);
  });

  test('gives a number for numbers, and nothing for nothing', () => {
    const ones = Object.fromEntries(inputs.map((input, index) => [input, 10 * (index + 1)]));
    expect(Number.isFinite(evaluateFormula(metric.value, ones) ?? Number.NaN)).toBe(true);
    expect(evaluateFormula(metric.value, {})).toBeNull();
  });
});

test('a formula of n stands over inputs that there are', () => {
  const aggregates = formulas.filter((entry): entry is readonly [string, AggregateMetric] => entry[1].kind === 'aggregate');
  for (const [name, metric] of aggregates)
    expect(
      formulaInputs(parseFormula(metric.n)).filter((input) => !declared(metric).includes(input)),
      name,
    ).toEqual([]);
});

test('a distribution offers the three figures that a list of values gives', () => {
  for (const metric of metrics) if (metric.kind === 'distribution') expect(metric.statistics).toEqual(['median', 'p90', 'mean']);
});

describe.each(metrics)('$name', (metric) => {
  test('is told in every language by its own words', () => {
    for (const field of ['label', 'definition', 'edgeCases'] as const) {
      expect(metric.text['zh-Hans'][field], field).toMatch(/[\u4e00-\u9fff]/);
      expect(metric.text['zh-Hant'][field], field).toMatch(/[\u4e00-\u9fff]/);
      expect(metric.text.ru[field], field).toMatch(/[а-яё]/i);
      expect(metric.text['zh-Hans'][field], field).not.toMatch(/[單導檢點據資戶員開關還覆篩選顯]/);
      expect(metric.text['zh-Hant'][field], field).not.toMatch(/[单导检点据资户员开关还筛显]/);
    }
  });

  test('names a counterweight that there is', () => {
    if (metric.counterweight) expect(metrics.map(({ name }) => name)).toContain(metric.counterweight);
  });

  test('stands on a source', () => {
    expect(metric.reference).toMatch(/\S{3}/);
  });
});
