import { expect, test } from 'vitest';
import { bearableLoad } from './bearable-load.ts';

const ordinary = Array.from({ length: 40 }, (_, week) => 20 + (week % 5));

test('counts the weeks in a row above what nine of ten weeks before brought', () => {
  expect(bearableLoad([...ordinary, ...new Array<number>(9).fill(45)])).toEqual({ bearable: 24, weeksAbove: 9 });
  expect(bearableLoad(ordinary)?.weeksAbove).toBe(0);
});

test('a week of which nothing is known ends the row', () => {
  expect(bearableLoad([...ordinary, 45, 45, null, 45])?.weeksAbove).toBe(1);
});

test('where loads grew slowly before they jumped, the row begins with the jump', () => {
  const growing = Array.from({ length: 47 }, (_, week) => 20 + week / 4);
  expect(bearableLoad([...growing, 48, 46, 50, 47, 49])?.weeksAbove).toBe(5);
});

test('what has lasted for more than nine months is no strain', () => {
  expect(bearableLoad([...ordinary, ...new Array<number>(60).fill(26)])?.weeksAbove).toBe(0);
});

test('says nothing with fewer than twelve weeks to judge by', () => {
  expect(bearableLoad(ordinary.slice(0, 11))).toBeNull();
});
