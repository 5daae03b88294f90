import { expect, test } from 'vitest';
import { ageBands } from './natural-order.ts';
import { colorsOf } from './palette.ts';

test.each(['light', 'dark'] as const)('bands of age are steps of one colour, alike whichever of them are shown, in the %s', (theme) => {
  const all = colorsOf('age', ageBands, theme);
  expect(new Set(all.values()).size).toBe(ageBands.length);
  expect(colorsOf('age', ['30+', '1-3'], theme).get('30+')).toBe(all.get('30+'));
});
