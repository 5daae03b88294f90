import { expect, it } from 'vitest';
import { type GoalGround, placeOfGoalWord } from './goal-line.ts';

/** A line through values, a day apart. */
function ground(values: readonly (number | null)[]): GoalGround {
  return {
    lines: [values],
    domain: [0, 100],
    widthPx: 400,
  };
}

it('sets the word of a goal where no line passes, from the right', () => {
  expect(placeOfGoalWord(60, 0.2, ground([20, 20, 20, 20, 20, 20, 20, 20, 20, 20]))).toEqual({ from: 0.8, below: false });
  expect(placeOfGoalWord(60, 0.2, ground([20, 20, 20, 20, 20, 20, 20, 70, 72, 70]))).toEqual({ from: 0.8, below: true });
  const free = placeOfGoalWord(60, 0.2, ground([20, 20, 20, 20, 20, 20, 90, 20, 90, 20]));
  expect(free.from).toBeLessThan(0.4);
  expect(free.below).toBe(false);
});

it('sees a line that passes between two points, and none in a gap', () => {
  expect(placeOfGoalWord(60, 0.2, ground([90, 90, 90, 90, 90, 90, 90, 10, 95, 10])).from).toBeLessThan(0.5);
  expect(placeOfGoalWord(60, 0.2, ground([90, 90, 90, 90, 90, 90, null, null, null, null]))).toEqual({ from: 0.8, below: false });
});

it('stays within the values of the axis when both sides are free, and at the left of a single point', () => {
  expect(placeOfGoalWord(95, 0.2, ground([20, 20, 20, 20, 20, 20, 20, 20, 20, 20]))).toEqual({ from: 0.8, below: true });
  expect(placeOfGoalWord(60, 0.2, ground([20])).from).toBe(0);
});
