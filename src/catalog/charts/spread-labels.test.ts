import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

test('labels with room stay where they are', () => {
  expect(spreadLabels([90, 10, 40], 15, [0, 100])).toEqual([90, 10, 40]);
});

test('labels that lie on each other move apart by as much to either side', () => {
  expect(spreadLabels([50, 50], 15, [0, 100])).toEqual([42.5, 57.5]);
  expect(spreadLabels([98, 97], 15, [0, 100])).toEqual([100, 85]);
});

test('labels never lie on each other, keep their order and stay within the bounds where there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (places) => {
      const moved = spreadLabels(places, 15, [0, 200]);
      const sorted = [...moved].sort((a, b) => a - b);
      expect(sorted.every((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > 14.999)).toBe(true);
      expect(Math.min(0, ...moved)).toBe(0);
      expect(Math.max(200, ...moved)).toBe(200);
      for (const [a, place] of places.entries())
        for (const [b, other] of places.entries()) if (place < other) expect(moved[a]).toBeLessThan(moved[b] ?? 0);
    }),
  );
});
