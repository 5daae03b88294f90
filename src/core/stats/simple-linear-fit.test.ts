import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simpleLinearFit } from './simple-linear-fit.ts';

test('satisfaction and complaints of the four quarters of article 001 lie on 570 − 100 · x', () => {
  const fit = simpleLinearFit([
    { x: 4.2, y: 150 },
    { x: 4.5, y: 120 },
    { x: 4.7, y: 100 },
    { x: 4.8, y: 90 },
  ]);
  expect(fit?.slope).toBeCloseTo(-100, 9);
  expect(fit?.intercept).toBeCloseTo(570, 9);
  expect(fit?.r).toBeCloseTo(-1, 12);
  expect(fit?.n).toBe(4);
});

test('Anscombe’s first set: 3.00 + 0.500 · x, r = 0.816', () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  const fit = simpleLinearFit(x.map((value, index) => ({ x: value, y: y[index] ?? 0 })));
  expect(fit?.slope).toBeCloseTo(0.5000909, 7);
  expect(fit?.intercept).toBeCloseTo(3.0000909, 7);
  expect(fit?.r).toBeCloseTo(0.8164205, 7);
});

test('one pair, or a variable that does not vary, has no line', () => {
  expect(simpleLinearFit([])).toBeNull();
  expect(simpleLinearFit([{ x: 1, y: 2 }])).toBeNull();
  expect(
    simpleLinearFit([
      { x: 1, y: 2 },
      { x: 1, y: 3 },
    ]),
  ).toBeNull();
  expect(
    simpleLinearFit([
      { x: 1, y: 2 },
      { x: 2, y: 2 },
    ]),
  ).toBeNull();
});

test('the order of the pairs does not matter, and r changes sign when y does', () => {
  const pair = fc.record({ x: fc.integer({ min: -1000, max: 1000 }), y: fc.integer({ min: -1000, max: 1000 }) });
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 40 }), (pairs) => {
      const fit = simpleLinearFit(pairs);
      const turned = simpleLinearFit(pairs.toReversed().map(({ x, y }) => ({ x, y: -y })));
      if (fit === null || turned === null) expect(turned).toBe(fit);
      else expect([turned.slope, turned.r]).toEqual([expect.closeTo(-fit.slope, 6), expect.closeTo(-fit.r, 6)]);
    }),
  );
});
