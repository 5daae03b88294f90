import { expect, it } from 'vitest';
import { readChoices, writeChoices } from './house-choices.ts';

it('reads the choices of a call and writes them again', () => {
  const call = 'first_response(clock=calendar,actor=any)';
  expect(readChoices(call)).toEqual({ clock: 'calendar', actor: 'any' });
  expect(writeChoices('first_response', readChoices(call))).toBe(call);
  expect([readChoices('nps'), writeChoices('nps', {})]).toEqual([{}, 'nps']);
});
