import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { calibration } from './calibration.ts';
import { crossValidateLasso, lassoRegression } from './lasso-regression.ts';
import { logisticRegression } from './logistic-regression.ts';
import { marginalEffects } from './marginal-effects.ts';
import { ordinaryLeastSquares } from './ordinary-least-squares.ts';
import { poissonRegression } from './poisson-regression.ts';
import { brierScore } from './probability-scores.ts';
import { relativeImportance } from './relative-importance.ts';
import { ridgeRegression } from './ridge-regression.ts';
import { rocArea } from './roc-area.ts';
import { treatmentCoding } from './treatment-coding.ts';
import { varianceInflation } from './variance-inflation.ts';

// Longley 1967, the certified figures of NIST's Statistical Reference Datasets.
const longley = {
  employed: [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551],
  columns: [
    { name: 'deflator', values: [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9] },
    {
      name: 'gnp',
      values: [
        234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894,
      ],
    },
    { name: 'unemployed', values: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007] },
    { name: 'forces', values: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827] },
    {
      name: 'population',
      values: [
        107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081,
      ],
    },
    { name: 'year', values: Array.from({ length: 16 }, (_, index) => 1947 + index) },
  ],
};
const certified = [
  -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355,
];
const certifiedErrors = [
  890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.22607320006937, 455.478499142212,
];

describe('least squares', () => {
  it('give the certified figures of Longley to nine digits', () => {
    const fit = ordinaryLeastSquares(longley.employed, longley.columns);
    for (const [index, { estimate, standardError }] of fit.coefficients.entries()) {
      expect(Math.abs(estimate / (certified[index] ?? 0) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(standardError / (certifiedErrors[index] ?? 0) - 1)).toBeLessThan(1e-9);
    }
    expect(fit.fTest?.statistic).toBeCloseTo(330.285339234588, 7);
    expect(fit.durbinWatson).toBeCloseTo(2.5594876893, 8); // statsmodels 0.15
    expect(varianceInflation(longley.columns)[1]?.vif).toBeCloseTo(1788.5134827, 5); // statsmodels 0.15
    const robust = ordinaryLeastSquares(longley.employed, longley.columns, { errors: 'hc3' });
    expect(robust.coefficients[6]?.standardError).toBeCloseTo(922.8078367, 4); // statsmodels 0.15
  });

  it('name what cannot be told apart', () => {
    const x = { name: 'x', values: [1, 2, 3, 4, 5, 6] };
    const z = { name: 'z', values: [1, 0, 2, 1, 3, 0] };
    const y = [1, 3, 2, 5, 4, 6];
    const both = { name: 'both', values: x.values.map((value, index) => 3 * value - (z.values[index] ?? 0)) };
    expect(() => ordinaryLeastSquares(y, [x, z, both])).toThrow('"both" is a linear combination of "x", "z"');
    expect(() => ordinaryLeastSquares(y, [x, { name: 'same', values: [2, 2, 2, 2, 2, 2] }])).toThrow('"same" is 2 in every row');
    expect(() => ordinaryLeastSquares([1, 2, Number.NaN, 4, 5, 6], [x])).toThrow('"outcome" has NaN at position 2');
    expect(() => ordinaryLeastSquares(y, [{ name: 'x', values: [1, 2, 3, 4, 5, Number.POSITIVE_INFINITY] }])).toThrow(
      '"x" has Infinity at position 5',
    );
    expect(() => ordinaryLeastSquares([], [])).toThrow('"outcome" has 0 values');
    expect(() => ordinaryLeastSquares([1], [{ name: 'x', values: [1] }])).toThrow('1 rows for 2 coefficients');
    expect(() => ordinaryLeastSquares(y, [x], { weights: [0, 0, 0, 0, 0, 0] })).toThrow('all weights are 0');
    expect(() => ordinaryLeastSquares(y, [x], { weights: [1, -1, 0, 0, 0, 0] })).toThrow('"weights" has -1 at position 1');
    expect(ordinaryLeastSquares([2, 2, 2, 2, 2, 2], [x]).rSquared).toBeNull();
  });

  it('leave out rows of weight zero, whatever is in them', () => {
    const y = [...longley.employed, -1e6];
    const columns = longley.columns.map(({ name, values }) => ({ name, values: [...values, 17] }));
    const fit = ordinaryLeastSquares(y, columns, { weights: y.map((value) => (value < 0 ? 0 : 1)) });
    expect(fit.n).toBe(16);
    expect(fit.coefficients).toEqual(ordinaryLeastSquares(longley.employed, longley.columns).coefficients);
  });

  it('find a plane exactly, however many blocks its rows fill', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 900 }), fc.integer(), (n, seed) => {
        const random = seededRandom(seed);
        const [a, b] = [0, 1].map(() => Float64Array.from({ length: n }, () => random.normal()));
        if (!a || !b) return;
        const fit = ordinaryLeastSquares(
          a.map((value, row) => 3 + 2 * value - 5 * (b[row] ?? 0)),
          [
            { name: 'a', values: a },
            { name: 'b', values: b },
          ],
        );
        expect(fit.coefficients.map(({ estimate }) => Math.round(estimate * 1e6) / 1e6)).toEqual([3, 2, -5]);
      }),
      { numRuns: 30 },
    );
  });

  it('have numbers or nothing where the fit is perfect', () => {
    const perfect = ordinaryLeastSquares([1, 2, 4, 8], [{ name: 'a', values: [1, 2, 4, 8] }], { intercept: false });
    expect(perfect).toMatchObject({ rSquared: 1, fTest: null, logLikelihood: null, aic: null, bic: null, durbinWatson: null });
    expect(perfect.coefficients[0]).toMatchObject({ estimate: 1, standardError: 0, statistic: null, pValue: 0 });
  });
});

// The budworm table of Venables and Ripley, Modern Applied Statistics with S, 7.2, counted by dose and sex; figures of R's glm as printed there.
const dead = [1, 4, 9, 13, 18, 20, 0, 2, 6, 10, 12, 16];
const budworms = dead.flatMap((count, index) => [
  { dose: index % 6, male: index < 6 ? 1 : 0, dead: 1, count },
  { dose: index % 6, male: index < 6 ? 1 : 0, dead: 0, count: 20 - count },
]);

describe('logistic and Poisson regression', () => {
  it('give the published figures of the budworms', () => {
    const fit = logisticRegression(
      budworms.map((row) => row.dead),
      [
        { name: 'male', values: budworms.map((row) => row.male) },
        { name: 'dose', values: budworms.map((row) => row.dose) },
      ],
      { weights: budworms.map((row) => row.count) },
    );
    expect(fit.n).toBe(240);
    const [level, male, dose] = fit.coefficients;
    expect([level?.estimate, male?.estimate, dose?.estimate].map((value) => value?.toFixed(3))).toEqual(['-3.473', '1.101', '1.064']);
    expect([level?.standardError, male?.standardError, dose?.standardError].map((value) => value?.toFixed(4))).toEqual([
      '0.4685',
      '0.3558',
      '0.1311',
    ]);
  });

  it('count as R does in its own example', () => {
    // Dobson 1990, page 93, as in the help page of R's glm.
    const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
    const outcome = ['1', '2', '3', '1', '2', '3', '1', '2', '3'];
    const treatment = ['1', '1', '1', '2', '2', '2', '3', '3', '3'];
    const fit = poissonRegression(counts, [...treatmentCoding('outcome', outcome), ...treatmentCoding('treatment', treatment)]);
    expect(fit.coefficients.slice(0, 3).map(({ estimate }) => estimate.toFixed(4))).toEqual(['3.0445', '-0.4543', '-0.2930']);
    expect(fit.coefficients.slice(0, 3).map(({ standardError }) => standardError.toFixed(4))).toEqual(['0.1709', '0.2022', '0.1927']);
    expect(fit.deviance).toBeCloseTo(5.1291, 4);
    expect(fit.aic).toBeCloseTo(56.76, 2);
  });

  it('name the columns that split the outcomes', () => {
    const y = [0, 0, 0, 1, 1, 1];
    expect(() => logisticRegression(y, [{ name: 'age', values: [1, 2, 3, 4, 5, 6] }])).toThrow('"age" splits the outcomes perfectly');
    expect(() => logisticRegression(y, [{ name: 'plan', values: [0, 0, 0, 0, 1, 1] }])).toThrow('"plan" splits');
    const a = [1, 3, 2, 0, 4, 2, 3, 1, 0, 4, 0, 3];
    const b = [2, 1, 0, 3, 0, 4, 2, 1, 3, 1, 5, 0];
    const together = a.map((value, row) => (value + (b[row] ?? 0) >= 4 ? 1 : 0));
    expect(() =>
      logisticRegression(together, [
        { name: 'a', values: a },
        { name: 'b', values: b },
      ]),
    ).toThrow('"a" and "b" together split the outcomes');
    expect(() => poissonRegression([0, 0, 1, 2, 3], [{ name: 'open', values: [0, 0, 1, 1, 1] }])).toThrow('"open" splits');
    expect(() => logisticRegression([1, 1, 1, 1], [{ name: 'x', values: [1, 2, 3, 4] }])).toThrow('every outcome is 1');
    expect(() => logisticRegression([0, 2, 1, 1], [{ name: 'x', values: [1, 2, 3, 4] }])).toThrow('"outcome" has 2 at position 1');
    expect(() => poissonRegression([0, 1.5, 1, 1], [{ name: 'x', values: [1, 2, 3, 4] }])).toThrow('"outcome" has 1.5 at position 1');
  });

  it('are the same for any units of a column', () => {
    const random = seededRandom(7);
    const x = Float64Array.from({ length: 300 }, () => random.normal());
    const y = x.map((value) => (random.next() < 1 / (1 + Math.exp(-value)) ? 1 : 0));
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -1e5, max: 1e5 }), (power, shift) => {
        const moved = logisticRegression(y, [{ name: 'x', values: x.map((value) => (value + shift) * 10 ** power) }]);
        const plain = logisticRegression(y, [{ name: 'x', values: x }]);
        expect((moved.coefficients[1]?.estimate ?? 0) * 10 ** power).toBeCloseTo(plain.coefficients[1]?.estimate ?? 0, 6);
        expect(moved.logLikelihood).toBeCloseTo(plain.logLikelihood, 6);
      }),
      { numRuns: 20 },
    );
  });
});

describe('how good chances are', () => {
  it('is told by area, score and bins', () => {
    const y = [0, 0, 1, 1];
    const scores = [0.1, 0.4, 0.35, 0.8]; // scikit-learn's example of roc_auc_score: 0.75
    expect(rocArea(y, scores)).toMatchObject({ area: 0.75, positives: 2, negatives: 2 });
    expect(rocArea(y, [1, 1, 1, 1]).area).toBe(0.5);
    expect(rocArea(y, [1, 2, 3, 4])).toMatchObject({ area: 1, interval: null });
    expect(brierScore([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]).score).toBeCloseTo(0.0375, 12); // scikit-learn's example of brier_score_loss
    const bins = calibration(y, [0.2, 0.2, 0.6, 0.6], 2).bins;
    expect(bins.map(({ n, positives }) => [n, positives])).toEqual([
      [2, 0],
      [2, 2],
    ]);
    expect(() => rocArea([1, 1], [1, 2])).toThrow('2 outcomes are 1 and 0 are 0');
    expect(() => brierScore([1, 0], [0.5, 1.5])).toThrow('"chances" has 1.5 at position 1');
  });
});

describe('relative importance', () => {
  it('divides R² wholly by either method, and equally among twins', () => {
    for (const method of ['lmg', 'johnson'] as const) {
      const found = relativeImportance(longley.employed, longley.columns.slice(1, 5), { method });
      expect(found.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(found.rSquared, 10);
      expect(found.columns.reduce((sum, { pratt }) => sum + pratt, 0)).toBeCloseTo(found.rSquared, 8);
    }
    const many = Array.from({ length: 13 }, (_, index) => ({
      name: `c${index}`,
      values: Array.from({ length: 40 }, (__, row) => Math.sin(row * (index + 1))),
    }));
    const outcome = Array.from({ length: 40 }, (_, row) => row % 7);
    expect(relativeImportance(outcome, many).method).toBe('johnson');
    expect(() => relativeImportance(outcome, many, { method: 'lmg' })).toThrow('"lmg" takes up to 12');
    expect(() => relativeImportance([1, 1, 1, 1], [{ name: 'x', values: [1, 2, 3, 4] }])).toThrow('the outcome is the same in every row');
  });

  it('has an interval by resampling that is the same for the same seed', () => {
    const of = () => relativeImportance(longley.employed, longley.columns.slice(2, 4), { bootstrap: { seed: 3, samples: 60 } });
    expect(of()).toEqual(of());
    const [first] = of().columns;
    expect(first?.interval?.low).toBeLessThanOrEqual(first?.share ?? 0);
    expect(first?.interval?.high).toBeGreaterThanOrEqual(first?.share ?? 0);
  });
});

describe('marginal effects', () => {
  it('are differences of shares where there is one column of zeros and ones', () => {
    // 12 of 40 against 26 of 60: the saturated fit repeats the shares, and the delta method their binomial error.
    const member = [0, 0, 1, 1];
    const fit = logisticRegression([1, 0, 1, 0], [{ name: 'member', values: member }], { weights: [12, 28, 26, 34] });
    const [effect] = marginalEffects(fit);
    expect(effect).toMatchObject({ name: 'member', kind: 'change', estimate: expect.closeTo(26 / 60 - 12 / 40, 10) });
    const error = Math.sqrt(((26 / 60) * (34 / 60)) / 60 + (0.3 * 0.7) / 40);
    expect(effect?.standardError).toBeCloseTo(error, 9);
  });

  it('of a slope agree with moving every row a little', () => {
    const random = seededRandom(11);
    const x = Float64Array.from({ length: 400 }, () => random.normal());
    const y = x.map((value) => random.poisson(Math.exp(0.4 * value)));
    const fit = poissonRegression(y, [{ name: 'x', values: x }]);
    const own = fit.coefficients[1]?.estimate ?? 0;
    const moved = fit.linearPredictor.reduce((sum, eta) => sum + (Math.exp(eta + own * 1e-6) - Math.exp(eta - own * 1e-6)) / 2e-6, 0) / 400;
    expect(marginalEffects(fit)[0]?.estimate).toBeCloseTo(moved, 6);
  });
});

describe('penalised fits', () => {
  const columns = longley.columns.slice(1, 5);

  it('are least squares without a penalty', () => {
    const plain = ordinaryLeastSquares(longley.employed, columns).coefficients.map(({ estimate }) => estimate);
    const [ridge] = ridgeRegression(longley.employed, columns, [0]);
    const [lasso] = lassoRegression(longley.employed, columns, { penalties: [0] });
    for (const [index, estimate] of plain.entries()) {
      expect((ridge?.coefficients[index]?.estimate ?? 0) / estimate).toBeCloseTo(1, 7);
      expect((lasso?.coefficients[index]?.estimate ?? 0) / estimate).toBeCloseTo(1, 5);
    }
    expect(ridge?.effectiveColumns).toBeCloseTo(4, 8);
  });

  it('shrink one column by the rule of their objective', () => {
    const x = [-1, 1, -1, 1];
    const y = [-3, 3, -1, 1]; // covariance 2, spread of x 1
    expect(ridgeRegression(y, [{ name: 'x', values: x }], [1])[0]?.coefficients[1]?.estimate).toBeCloseTo(1, 12);
    expect(lassoRegression(y, [{ name: 'x', values: x }], { penalties: [0.5, 2] }).map((fit) => fit.coefficients[1]?.estimate)).toEqual([
      0, 1.5,
    ]);
    expect(lassoRegression(y, [{ name: 'x', values: x }], { penalties: [0.5], mix: 0.5 })[0]?.coefficients[1]?.estimate).toBeCloseTo(
      1.4,
      12,
    );
  });

  it('keep to the conditions of the optimum, and choose the columns that matter', () => {
    const random = seededRandom(5);
    const many = Array.from({ length: 8 }, (_, index) => ({
      name: `c${index}`,
      values: Float64Array.from({ length: 200 }, () => random.normal()),
    }));
    const outcome = Float64Array.from(
      { length: 200 },
      (_, row) => 3 * (many[0]?.values[row] ?? 0) - 2 * (many[3]?.values[row] ?? 0) + random.normal(),
    );
    const path = lassoRegression(outcome, many);
    expect(path[0]?.chosenColumns).toBe(0);
    const chosen = path[20]?.coefficients.filter(({ estimate }, index) => index > 0 && estimate !== 0).map(({ name }) => name);
    expect(chosen).toEqual(['c0', 'c3']);
    const errors = crossValidateLasso(outcome, many, { seed: 1, folds: 5 });
    const best = errors.reduce((least, each) => (each.error < least.error ? each : least));
    expect(best.error).toBeLessThan(1.4);
    expect(best.error).toBeGreaterThan(0.7);
    expect(() => ridgeRegression(outcome, many, [-1])).toThrow('a penalty of -1 is not allowed');
  });
});
