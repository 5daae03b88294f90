import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaBelow,
  betaQuantile,
  binomialAtMost,
  chiSquareAbove,
  chiSquareQuantile,
  fAbove,
  gammaBelow,
  gammaQuantile,
  logChoose,
  logGamma,
  normalAbove,
  normalBelow,
  normalQuantile,
  poissonAtMost,
  studentAbove,
  studentQuantile,
  studentTwoSided,
} from './distributions.ts';

const close = (value: number, expected: number, digits = 12) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * 10 ** -digits);

describe('tails and quantiles', () => {
  it('are right to twelve digits against mpmath with 30 digits and scipy 1.17.1', () => {
    close(logGamma(0.1), 2.252712651734206);
    close(logGamma(171.3), 708.1149470389969);
    close(logGamma(1e6), 12815504.569147611);
    close(betaBelow(0.3, 0.5, 0.5), 0.36901011956554536);
    close(betaBelow(0.51, 1000, 1000), 0.8144473405684886, 11);
    close(betaBelow(0.001, 0.01, 5), 0.9527958800070773);
    close(gammaBelow(110, 100, 1), 0.8417213299399129);
    close(gammaBelow(0.1, 0.001, 1), 0.9981780097379502);
    close(normalQuantile(0.975), 1.9599639845400538, 14);
    close(normalQuantile(0.9999), 3.7190164854557084, 14);
    close(normalAbove(10), 7.61985302416047e-24);
    close(studentQuantile(0.975, 1), 12.706204736174694, 11);
    close(studentQuantile(0.975, 2.5), 3.5746548420036817, 11);
    close(studentTwoSided(2, 7), 0.08561932856297605);
    close(chiSquareAbove(10, 3), 0.01856613546304325);
    close(fAbove(3.3, 2, 40), 0.04714997781825912);
  });

  it('stay right for counts in their thousands and for chances that are next to nothing', () => {
    // R 4.2.2: pchisq, qchisq, ppois, qnorm.
    close(chiSquareAbove(3410, 3400), 0.448587124412458, 11);
    close(chiSquareAbove(881_000, 878_154), 0.0159486927516895, 10);
    close(chiSquareQuantile(0.999, 2339.70895894482), 2556.81204166779);
    close(poissonAtMost(1182, 1175.51452420241), 0.582540955398688);
    close(poissonAtMost(8_131_036, 8_134_724.21215392), 0.0980053944183125, 9);
    close(gammaBelow(1e6, 1e6, 1), 0.500132980760873, 11);
    close(normalQuantile(1e-12), -7.03448382530113);
    close(normalQuantile(1e-300), -37.0470962993612);
  });

  it('count as the sums of their terms do', () => {
    close(
      binomialAtMost(3, 10, 0.3),
      [0, 1, 2, 3].reduce((sum, k) => sum + Math.exp(logChoose(10, k)) * 0.3 ** k * 0.7 ** (10 - k), 0),
    );
    close(poissonAtMost(4, 2.5), Math.exp(-2.5) * (1 + 2.5 + 2.5 ** 2 / 2 + 2.5 ** 3 / 6 + 2.5 ** 4 / 24));
    expect([binomialAtMost(-1, 10, 0.3), binomialAtMost(10, 10, 0.3), poissonAtMost(-1, 2), poissonAtMost(0, 0)]).toEqual([0, 1, 0, 1]);
    expect(poissonAtMost(Number.POSITIVE_INFINITY, 2)).toBe(1);
  });

  it('undo each other', () => {
    const level = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
    fc.assert(
      fc.property(level, shape, shape, (p, a, b) => {
        close(normalBelow(normalQuantile(p)), p, 10);
        close(1 - studentAbove(studentQuantile(p, a), a), p, 8);
        close(1 - chiSquareAbove(chiSquareQuantile(p, a), a), p, 8);
        close(betaBelow(betaQuantile(p, a, b), a, b), p, 5);
        close(gammaBelow(gammaQuantile(p, a, b), a, b), p, 8);
      }),
      { numRuns: 300 },
    );
  });
});
