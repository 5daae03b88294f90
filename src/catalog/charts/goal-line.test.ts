import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from './box.ts';
import { type GoalGround, placeOfGoalWord } from './goal-line.ts';

const plot = { left: 40, right: 340, top: 40, bottom: 126 };

/** Lines through heights in px, as far apart as the plot is wide. */
function ground(lines: readonly (readonly (number | null)[])[], over: Partial<GoalGround> = {}): GoalGround {
  const placesOf = (heights: readonly (number | null)[]): (Place | null)[] =>
    heights.map((y, index) => (y === null ? null : { x: plot.left + (index * (plot.right - plot.left)) / (heights.length - 1), y }));
  return { plot, lines: lines.map(placesOf), words: [], uprights: [], ...over };
}

const atRight = { left: plot.right - 62, below: false };

it('sets the word of a goal where no line passes, from the right and above the line', () => {
  expect(placeOfGoalWord(80, 60, ground([[110, 110, 110, 110]]))).toEqual(atRight);
  expect(placeOfGoalWord(80, 60, ground([[110, 110, 110, 70, 70]]))).toEqual({ ...atRight, below: true });
  const beside = placeOfGoalWord(80, 60, ground([[120, 120, 120, 120, 50, 120, 50, 120]]));
  expect(beside?.left).toBeLessThan(160);
  expect(beside?.below).toBe(false);
});

it('sees a line that passes between two points, and none in a gap', () => {
  expect(placeOfGoalWord(80, 60, ground([[50, 50, 50, 50, 120, 45, 120]]))?.left).toBeLessThan(atRight.left);
  expect(placeOfGoalWord(80, 60, ground([[50, 50, 50, 50, null, null, null]]))).toEqual(atRight);
});

it('stays within the plot, off the names of events, and off their lines where it can', () => {
  expect(placeOfGoalWord(41, 60, ground([]))).toEqual({ ...atRight, below: true });
  expect(placeOfGoalWord(125, 60, ground([]))).toEqual(atRight);
  const words = [{ left: 250, right: 330, top: 60, bottom: 80 }];
  expect(placeOfGoalWord(80, 60, ground([], { words }))).toEqual({ ...atRight, below: true });
  expect(placeOfGoalWord(80, 60, ground([], { uprights: [300] }))?.left).toBeLessThan(300 - 60);
  const everywhere = Array.from({ length: 30 }, (_, index) => 40 + 10 * index);
  expect(placeOfGoalWord(80, 60, ground([], { uprights: everywhere }))).toEqual(atRight);
});

it('is left to the legend where lines hug the goal all along, and in a plot that it does not fit into', () => {
  expect(placeOfGoalWord(80, 60, ground([Array.from({ length: 28 }, (_, index) => (index % 2 === 0 ? 74 : 86))]))).toBeNull();
  const low = { ...plot, bottom: plot.top + 10 };
  expect(placeOfGoalWord(45, 60, { ...ground([]), plot: low })).toBeNull();
});

it('never lies on a point of a line', () => {
  const heights = fc.array(fc.integer({ min: plot.top, max: plot.bottom }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(heights, { maxLength: 3 }), fc.integer({ min: plot.top, max: plot.bottom }), (lines, goalPx) => {
      const whole = ground(lines);
      const place = placeOfGoalWord(goalPx, 60, whole);
      if (place === null) return;
      const [top, bottom] = place.below ? [goalPx + 5, goalPx + 17] : [goalPx - 17, goalPx - 5];
      const isOnIt = ({ x, y }: Place) => x >= place.left && x <= place.left + 60 && y >= top && y <= bottom;
      expect(whole.lines.flat().some((each) => each !== null && isOnIt(each))).toBe(false);
    }),
  );
});
