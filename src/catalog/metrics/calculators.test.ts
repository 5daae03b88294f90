import { describe, expect, test } from 'vitest';
import { evaluateFormula, formulaInputs, parseFormula } from '../../core/model/formula.ts';
import { locales } from '../../core/model/locale.ts';
import type { DistributionMetric, Metric } from '../../core/model/metric.ts';
import { underVariant, variantsOf } from '../../core/model/metric-variant.ts';
import { referenceIn } from '../../core/model/reference.ts';
import { metrics } from './index.ts';

/** What stands in formulas beside the declared inputs: the ends of spans, and the days of a bucket. */
const given: Readonly<Record<Metric['kind'], readonly string[]>> = {
  aggregate: ['at_start', 'entered', 'left'],
  composed: ['days'],
  distribution: [],
};

const onlyTraditional = /[單導檢點據資戶員開關還覆篩選顯]/;
const onlySimplified = /[单导检点据资户员开关还筛显]/;

type Computed = Exclude<Metric, DistributionMetric>;

const formulas: readonly (readonly [string, Computed])[] = metrics.flatMap((metric) =>
  variantsOf(metric).flatMap((variant) => {
    const told = underVariant(metric, variant);
    return told.kind === 'distribution' ? [] : [[`${metric.name}(variant=${variant})`, told] as const];
  }),
);

function declared(metric: Computed): readonly string[] {
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

test('what n is stands over inputs that there are', () => {
  for (const [name, metric] of formulas) {
    const inputs = metric.kind === 'aggregate' ? formulaInputs(parseFormula(metric.n)) : [metric.n];
    expect(
      inputs.filter((input) => !declared(metric).includes(input)),
      name,
    ).toEqual([]);
  }
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
      for (const { [field]: text } of Object.values(metric.text)) expect(text, field).not.toMatch(/\p{Cc}/u);
      expect(metric.text['zh-Hans'][field], field).not.toMatch(onlyTraditional);
      expect(metric.text['zh-Hant'][field], field).not.toMatch(onlySimplified);
    }
  });

  test('names a counterweight that there is', () => {
    if (metric.counterweight) expect(metrics.map(({ name }) => name)).toContain(metric.counterweight);
  });

  test('stands on a source, which is told in every language where it is more than a citation', () => {
    const { reference } = metric;
    for (const locale of locales) expect(referenceIn(reference, locale), locale).toMatch(/\S{3}/);
    for (const locale of locales.filter((each) => each !== 'en')) expect(englishWords(referenceIn(reference, locale)), locale).toEqual([]);
    if (typeof reference === 'string') return;
    expect(reference['zh-Hans']).toMatch(/[\u4e00-\u9fff]/);
    expect(reference['zh-Hant']).toMatch(/[\u4e00-\u9fff]/);
    expect(reference.ru).toMatch(/[а-яё]/i);
    expect(reference['zh-Hans']).not.toMatch(onlyTraditional);
    expect(reference['zh-Hant']).not.toMatch(onlySimplified);
  });
});

/** English words that names of products, sites, repositories and columns do without. */
const telling = new Set(
  'a an the of for and or in on at as with by not no each every over per from to is are article articles docs dataset variant'.split(' '),
);

/** The English words of a text that stand by themselves, not within an address, a repository or a column. */
function englishWords(text: string): readonly string[] {
  return (text.match(/[\w/#-]+(?:\.[\w/#-]+)*/g) ?? []).filter((word) => telling.has(word.toLowerCase()));
}

test('an English sentence is told from a citation', () => {
  expect(englishWords('Kustomer docs; chatwoot#3570: one for each time, over the queries (Article 004).')).toEqual([
    'docs',
    'for',
    'each',
    'over',
    'the',
    'Article',
  ]);
  expect(englishWords('docs.zendesk.com 440; the/docs#1, time_in_status: in-queue')).toEqual([]);
});
