import { describe, expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';
import { queryCommand } from './query-command.ts';

const options = {
  ...queryCommand.options,
  format: { type: 'string', doc: '', value: 'FORMAT', allowed: ['table', 'json', 'csv'] },
} as const;
const parse = (...argv: string[]) => parseArguments(queryCommand, options, argv);

describe('parseArguments', () => {
  test('takes a negative number for the value of the option before it', () => {
    expect(parse('created', '--top', '-1').text('top')).toBe('-1');
    expect(parse('created', '--from', '-5', '--until', '2026-01-01').text('from')).toBe('-5');
  });

  test('reads words and options in any order', () => {
    const given = parse('--by', 'channel', 'created', '--filter', 'tag is empty', '--filter=channel any of a,b');
    expect(given.positionals).toEqual(['created']);
    expect(given.text('by')).toBe('channel');
    expect(given.texts('filter')).toEqual(['tag is empty', 'channel any of a,b']);
    expect(given.text('zone')).toBeUndefined();
  });

  test.each([
    [['created', '--grian', 'day'], '--grian is no option of "earshot query"; did you mean --grain? allowed are --by, --grain'],
    [['created', '-x'], '-x is no option of "earshot query"; allowed are --by'],
    [['created', '--grain'], '--grain needs a value: earshot query --grain GRAIN.'],
    [['created', '--grain', 'minute'], '--grain cannot be "minute"; allowed are hour, day'],
    [['created', '--format', 'xml'], '--format cannot be "xml"; allowed are table, json, csv.'],
    [[], '"earshot query" needs more: earshot query METRICS'],
    [['created', 'by', 'channel'], '"by" is one word too many for "earshot query"'],
  ])('says what is wrong with %j', (argv, sentence) => {
    expect(() => parse(...argv)).toThrow(sentence);
  });
});
