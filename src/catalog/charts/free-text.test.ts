import { expect, test } from 'vitest';
import { freePlaces } from './free-text.ts';

test('a text takes the first of its places that is free, and takes no room from the next where none is', () => {
  const at = (x: number, y: number) => ({ x, y, widthPx: 40 });
  const choices = [[at(0, 0)], [at(30, 5), at(30, 35)], [at(30, 0), at(30, 30)], [at(60, 5)]];
  expect(freePlaces(choices)).toEqual([at(0, 0), at(30, 35), null, at(60, 5)]);
});
