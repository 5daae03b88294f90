import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBands } from './natural-order.ts';
import { coloredDimension, colorsOf, palettes } from './palette.ts';

test.each(['light', 'dark'] as const)('bands of age are steps of one colour, alike whichever of them are shown, in the %s', (theme) => {
  const all = colorsOf('age', ageBands, theme);
  expect(new Set(all.values()).size).toBe(ageBands.length);
  expect(colorsOf('age', ['30+', '1-3'], theme).get('30+')).toBe(all.get('30+'));
});

describe('the colours of named values', () => {
  const count = palettes.light.things.length;
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 });

  test('do not depend on the order in which a board ranks them', () => {
    const ranked = words.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })));
    fc.assert(
      fc.property(ranked, ([values, otherwise]) => {
        const [one, other] = [values, otherwise].map((each) => colorsOf('category', each, 'light'));
        for (const value of values) expect(other?.get(value)).toBe(one?.get(value));
      }),
    );
  });

  test('of the most frequent of the workspace are the same whatever stands beside them', () => {
    const boards = words.chain((values) => fc.tuple(fc.constant(values), fc.subarray(values), fc.subarray(values)));
    fc.assert(
      fc.property(boards, ([frequent, ...shown]) => {
        const [one, other] = shown.map((values) => colorsOf('category', [...values, 'rare one', ''], 'dark', frequent));
        for (const value of frequent.slice(0, count))
          if (one?.has(value) && other?.has(value)) expect(other.get(value)).toBe(one.get(value));
      }),
    );
  });

  test('are all different as long as there are colours', () => {
    fc.assert(
      fc.property(words, words, (values, frequent) => {
        const shown = values.slice(0, count);
        expect(new Set(colorsOf('category', shown, 'light', frequent).values()).size).toBe(shown.length);
      }),
    );
  });

  test('of what the product knows stay as they are', () => {
    const [blue, orange] = palettes.light.things;
    expect(colorsOf('channel', ['fax', 'chat', 'email'], 'light', ['fax', 'pigeon']).get('email')).toBe(blue);
    expect(colorsOf('channel', ['chat'], 'light').get('chat')).toBe(orange);
  });

  test('are asked for where a chart colours values by one dimension that is open', () => {
    expect(coloredDimension('line', ['category'])).toBe('category');
    expect(coloredDimension('stacked-bar', ['team', 'category'])).toBe('category');
    expect([coloredDimension('line', []), coloredDimension('bar', ['priority']), coloredDimension('table', ['team'])]).toEqual([
      null,
      null,
      null,
    ]);
    expect([coloredDimension('dot', ['team', 'channel']), coloredDimension('stacked-bar', ['team', 'status_then'])]).toEqual([null, null]);
  });
});
