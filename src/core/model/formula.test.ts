import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from '../sql/sql.ts';
import { evaluateFormula, formulaInputs, formulaSql, formulaWords, parseFormula } from './formula.ts';

const nps = parseFormula('100 * (promoters - detractors) / answers');

test('a formula is a number, SQL and words', () => {
  expect(evaluateFormula(nps, { promoters: 80, detractors: 15, answers: 100 })).toBe(65);
  expect(render(formulaSql(nps)).text).toBe('((100 * (`promoters` - `detractors`)) / nullIf(`answers`, 0))');
  expect(formulaWords(nps, (name) => name)).toBe('100 × (promoters − detractors) ÷ answers');
  expect(formulaInputs(nps)).toEqual(['promoters', 'detractors', 'answers']);
});

test('nothing divided by nothing, or by what is not known, is null', () => {
  expect(evaluateFormula(nps, { promoters: 0, detractors: 0, answers: 0 })).toBeNull();
  expect(evaluateFormula(nps, { promoters: 1, detractors: 0 })).toBeNull();
  expect(evaluateFormula(parseFormula('min(a, b)'), { a: 1, b: null })).toBeNull();
});

test('a root is a root, and of a negative number there is none', () => {
  const spread = parseFormula('sqrt((squares - total * total / n) / (n - 1))');
  expect(evaluateFormula(spread, { squares: 14_500, total: 170, n: 2 })).toBeCloseTo(Math.sqrt(50), 12);
  expect(evaluateFormula(spread, { squares: 0, total: 170, n: 2 })).toBeNull();
  expect(formulaWords(parseFormula('sqrt(a / b)'), (name) => name)).toBe('√(a ÷ b)');
  expect(render(formulaSql(parseFormula('sqrt(a)'))).text).toBe('sqrt(`a`)');
  expect(() => parseFormula('sqrt(a, b)')).toThrow('takes one number');
});

test('operators bind as in arithmetic', () => {
  const value = (text: string): number | null => evaluateFormula(parseFormula(text), {});
  expect([
    value('2 + 3 * 4'),
    value('(2 + 3) * 4'),
    value('10 - 4 - 3'),
    value('24 / 4 / 2'),
    value('-2 + 5'),
    value('max(1, min(7, 3))'),
  ]).toEqual([14, 20, 3, 3, 3, 3]);
});

test('words keep the parentheses that the meaning needs', () => {
  fc.assert(
    fc.property(expressions, (text) => {
      const formula = parseFormula(text);
      const spoken = formulaWords(formula, (name) => name)
        .replaceAll('×', '*')
        .replaceAll('÷', '/')
        .replaceAll('−', '-');
      expect(evaluateFormula(parseFormula(spoken), {})).toEqual(evaluateFormula(formula, {}));
    }),
  );
});

test('what is no formula is refused with the place', () => {
  expect(() => parseFormula('1 +')).toThrow('ends where a number');
  expect(() => parseFormula('(1')).toThrow('")" is missing');
  expect(() => parseFormula('1 2')).toThrow('an operator is missing');
  expect(() => parseFormula('1; DROP TABLE x')).toThrow('ends before ";"');
  expect(() => parseFormula('sleep(3)')).toThrow('"sleep" is no function');
});

const { expressions } = fc.letrec<{ expressions: string }>((tie) => ({
  expressions: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 9 }).map(String),
    fc
      .tuple(tie('expressions'), fc.constantFrom('+', '-', '*', '/'), tie('expressions'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
  ),
}));
