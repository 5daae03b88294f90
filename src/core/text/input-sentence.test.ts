import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { querySchema } from '../model/query.ts';
import { inputSentence } from './input-sentence.ts';

function sentence(schema: z.ZodType, input: unknown): string {
  const parsed = schema.safeParse(input);
  if (parsed.success) throw new Error('the input was accepted');
  return inputSentence(parsed.error, schema, input);
}

describe('inputSentence', () => {
  test('shows how a day is written', () => {
    expect(sentence(z.strictObject({ day: z.iso.date() }), { day: 'x' })).toBe('"day" cannot be "x"; a day such as 2026-10-31 is needed.');
  });

  test.each([
    [{}, /^"metrics" is missing; it is a list: created/],
    [{ metrics: 'created' }, /^"metrics" cannot be "created"; it is a list/],
    [{ metrics: [] }, /^"metrics" cannot be \[\]; at least 1 entry is needed\.$/],
    [{ metrics: ['created'], by: ['a', 'b', 'c', 'd'] }, /at most 3 entries are allowed\.$/],
    [{ metrics: ['created'], compare: 'last' }, /^"compare" cannot be "last"; allowed are none, previous, year\.$/],
    [{ metrics: ['created'], grain: 'minute' }, /^"grain" cannot be "minute"; allowed are /],
    [{ metrics: ['created'], weekStart: 9 }, /^"weekStart" cannot be 9; at most 7 is allowed\.$/],
    [
      { metrics: ['created'], filters: [{ dimension: 'channel', operator: 'is' }] },
      /^"filters\[0\]\.operator" cannot be "is"; allowed are any of, none of, all of, is empty, is not empty\.$/,
    ],
    [
      { metrics: ['created'], filters: [{ dimension: 'channel', operator: 'any of', value: 'x' }] },
      /^"value" is no field of "filters\[0\]"; did you mean "values"\?/,
    ],
    [{ metrics: ['created'], periot: 'all' }, /^"periot" is no field; did you mean "period"\?/],
    [{ metrics: ['created'], period: 7 }, /^"period" cannot be 7; it is a text or an object/],
    [[], /^the input cannot be \[\]; it is an object\.$/],
  ])('says what is wrong with %j and what is allowed', (input, expected) => {
    expect(sentence(querySchema, input)).toMatch(expected);
  });

  test('is one sentence without a line break and does not repeat a long value', () => {
    const said = sentence(querySchema, { metrics: ['created'], compare: 'x'.repeat(10_000) });
    expect(said.length).toBeLessThan(200);
    expect(said).not.toContain('\n');
  });
});
