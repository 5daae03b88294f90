import { expect, it } from 'vitest';
import { type GoalGround, placeOfGoalWord } from './goal-line.ts';

/** A line through values, a day apart. */
function ground(values: readonly (number | null)[]): GoalGround {
  return {
    courses: [{ points: values.map((value) => (value === null ? null : { value, low: null, high: null, n: 50 })) }],
    domain: [0, 100],
  };
}

it('sets the word of a goal where no line passes', () => {
  expect(placeOfGoalWord(60, 0.2, ground([20, 20, 20, 20, 20, 20, 20, 20, 20, 20]))).toEqual({ end: 'right', below: false });
  expect(placeOfGoalWord(60, 0.2, ground([20, 20, 20, 20, 20, 20, 20, 70, 72, 70]))).toEqual({ end: 'right', below: true });
  expect(placeOfGoalWord(60, 0.2, ground([20, 20, 20, 20, 20, 20, 90, 20, 90, 20]))).toEqual({ end: 'left', below: false });
});

it('sees a line that passes between two points, and none in a gap', () => {
  expect(placeOfGoalWord(60, 0.2, ground([90, 90, 90, 90, 90, 90, 90, 10, 95, 10]))).toEqual({ end: 'left', below: false });
  expect(placeOfGoalWord(60, 0.2, ground([90, 90, 90, 90, 90, 90, null, null, null, null]))).toEqual({ end: 'right', below: false });
});

it('stays within the values of the axis when both sides are free', () => {
  expect(placeOfGoalWord(95, 0.2, ground([20, 20, 20, 20, 20, 20, 20, 20, 20, 20]))).toEqual({ end: 'right', below: true });
});
