import { describe, expect, test } from 'vitest';
import { calculate, calculateDistribution, calculatorInputs } from '../../core/model/calculator.ts';
import type { AggregateMetric, ComposedMetric } from '../../core/model/metric.ts';
import { underVariant, variantsOf } from '../../core/model/metric-variant.ts';
import { metrics } from './index.ts';

const formulas = metrics.filter((metric) => metric.kind !== 'distribution');
const named = (name: string) => formulas.find((metric) => metric.name === name) as AggregateMetric;
const noUnit = () => undefined;

describe('the calculator of a formula', () => {
  test('gives 65 for 80 % promoters and 15 % detractors (article 004)', () => {
    const nps = calculate(named('nps'), { promoters: 80, detractors: 15, answers: 100 });
    expect(nps.value).toBe(65);
    expect(nps.n).toBe(100);
    expect(nps.low).toBeLessThan(65);
    expect(nps.high).toBeGreaterThan(65);
    expect(nps.impossible).toBe(false);
  });

  test('gives nothing while an input is missing, and nothing over nothing', () => {
    expect(calculate(named('csat'), { satisfied: 80, answers: null }).value).toBeNull();
    expect(calculate(named('csat'), { satisfied: 0, answers: 0 }).value).toBeNull();
  });

  test('says that a part larger than the whole is impossible', () => {
    expect(calculate(named('csat'), { satisfied: 120, answers: 100 }).impossible).toBe(true);
    expect(calculate(named('nps'), { promoters: 80, detractors: 15, answers: 50 }).impossible).toBe(true);
  });

  test('asks for durations where a duration is summed, and for what only the interval needs last', () => {
    expect(calculatorInputs(named('average_response'), noUnit)).toEqual([
      { name: 'total', kind: 'duration', optional: false },
      { name: 'answered', kind: 'amount', optional: false },
    ]);
    const mean = underVariant(named('csat'), 'article') as AggregateMetric;
    expect(calculatorInputs(mean, noUnit).map(({ name, optional }) => [name, optional])).toEqual([
      ['total', false],
      ['answers', false],
      ['squares', true],
    ]);
    expect(calculate(mean, { total: 9, answers: 2 })).toMatchObject({ value: 4.5, low: null, impossible: false });
    expect(calculate(mean, { total: 9, answers: 2, squares: 41 }).low).toBeCloseTo(4.5 - 1.96 * Math.sqrt(0.25), 2);
  });

  test('takes a share from the part and the whole', () => {
    expect(calculate(named('category_mix'), { tickets: 30, all_groups: 120 }).value).toBe(25);
  });

  test.each(formulas.flatMap((metric) => variantsOf(metric).map((variant) => [`${metric.name} ${variant}`, metric, variant] as const)))(
    '%s can be typed in: every input has a name in every language',
    (_, metric, variant) => {
      const formula = underVariant(metric, variant) as AggregateMetric | ComposedMetric;
      const inputs = calculatorInputs(formula, noUnit).filter(({ optional }) => !optional);
      expect(inputs.length).toBeGreaterThan(0);
      const parts = formula.kind === 'composed' ? formula.of : {};
      for (const [locale, text] of Object.entries(metric.text)) {
        const nameless = inputs.filter(({ name }) => !text.inputs?.[name] && !(name in parts) && name !== 'all_groups');
        expect(nameless, locale).toEqual([]);
      }
      expect(calculate(formula, Object.fromEntries(inputs.map(({ name }, index) => [name, index + 3]))).value).not.toBeNull();
    },
  );
});

describe('the calculator of values', () => {
  test('gives median, 90th percentile of type 7, mean and n', () => {
    const { median, p90, mean } = calculateDistribution([10, 20, 30, 40, 100]);
    expect([median.value, mean.value, median.n]).toEqual([30, 40, 5]);
    expect(p90.value).toBeCloseTo(76, 9);
    expect(median.low).toBeNull();
    expect(calculateDistribution([1, 2, 3, 4, 5, 6, 7]).median).toMatchObject({ value: 4, low: 1, high: 7 });
  });

  test('gives nothing of nothing', () => {
    expect(calculateDistribution([]).median).toEqual({ value: null, low: null, high: null, n: 0 });
  });
});
