import { expect, it } from 'vitest';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { meanOf } from './descriptive/moments.ts';
import { Cancelled } from './progress.ts';
import { seededRandom } from './random.ts';

it('covers the true mean of a skewed distribution about as often as it says', () => {
  const random = seededRandom(5);
  let covered = 0;
  for (let i = 0; i < 300; i++) {
    const values = Float64Array.from({ length: 60 }, () => random.exponential());
    const { low, high } = bootstrapInterval(values, meanOf, { seed: i, samples: 400 });
    if (low <= 1 && high >= 1) covered++;
  }
  expect(covered / 300).toBeGreaterThan(0.89);
  expect(covered / 300).toBeLessThan(0.985);
});

it('is the same for the same seed, a point where nothing varies, and ends when nobody waits', () => {
  const values = [1, 2, 4, 8, 16];
  const draw = (seed: number) => bootstrapInterval(values, meanOf, { seed, samples: 200 });
  expect(draw(1)).toEqual(draw(1));
  expect(bootstrapInterval([3, 3, 3], meanOf, { seed: 1, samples: 50 })).toEqual({ low: 3, high: 3 });
  expect(() => bootstrapInterval(values, meanOf, { seed: 1, progress: { isCancelled: () => true } })).toThrow(Cancelled);
  expect(() => bootstrapInterval([3], meanOf, { seed: 1 })).toThrow('needs at least 2');
});
