import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from './random.ts';

function momentsOf(draw: (random: Random) => number, n = 40_000): { mean: number; variance: number } {
  const random = seededRandom(11);
  const values = Array.from({ length: n }, () => draw(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) };
}

describe('numbers by chance', () => {
  it('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it.each<[string, (random: Random) => number, number, number]>([
    ['uniform', (random) => random.next(), 0.5, 1 / 12],
    ['normal', (random) => random.normal(), 0, 1],
    ['exponential', (random) => random.exponential(), 1, 1],
    ['gamma of 0.4', (random) => random.gamma(0.4), 0.4, 0.4],
    ['gamma of 5', (random) => random.gamma(5), 5, 5],
    ['beta of 2 and 3', (random) => random.beta(2, 3), 0.4, 0.04],
    ['Poisson of 3', (random) => random.poisson(3), 3, 3],
    ['Poisson of 200', (random) => random.poisson(200), 200, 200],
    ['a die', (random) => random.below(6), 2.5, 35 / 12],
  ])('have the mean and the variance of their distribution: %s', (_, draw, mean, variance) => {
    const found = momentsOf(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / 40_000));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.08);
  });
});
