import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearestName } from './nearest-name.ts';

describe('nearestName', () => {
  test('finds the name that was meant', () => {
    expect(nearestName('craeted', ['backlog', 'created', 'csat'])).toBe('created');
    expect(nearestName('earshot_date', ['PORT', 'EARSHOT_DATA'])).toBe('EARSHOT_DATA');
  });

  test('says nothing when nothing is near', () => {
    expect(nearestName('weather', ['nps', 'csat'])).toBeNull();
    expect(nearestName('weather', [])).toBeNull();
  });
});

test('a name as long as a book is compared in no time', () => {
  expect(nearestName('created'.repeat(1_000_000), ['backlog', 'created', 'csat'])).toBeNull();
});

describe('editDistance', () => {
  test('counts insertions, deletions and replacements', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });

  test('is symmetric and keeps the triangle inequality', () => {
    const word = fc.string({ maxLength: 8 }).map((text) => text.normalize());
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});
