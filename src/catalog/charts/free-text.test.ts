import { expect, test } from 'vitest';
import { freePlaces } from './free-text.ts';

test('a text that would lie on an earlier one is left out, and takes no room from the next', () => {
  const widthPx = 40;
  const places = [
    { x: 0, y: 0, widthPx },
    { x: 30, y: 5, widthPx },
    { x: 60, y: 5, widthPx },
    { x: 30, y: 20, widthPx },
  ];
  expect(freePlaces(places)).toEqual([true, false, true, true]);
});
