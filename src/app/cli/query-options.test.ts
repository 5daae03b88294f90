import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { operators } from '../../core/model/operator.ts';
import type { QueryInput } from '../../core/model/query.ts';
import { queryCommand } from '../../core/text/query-command.ts';
import type { Arguments } from './command.ts';
import { parseArguments } from './parse-arguments.ts';
import { queryCommand as command } from './query-command.ts';
import { queryOf, readFilter, splitMetrics } from './query-options.ts';

function given(options: Readonly<Record<string, string>>): Arguments {
  return {
    positionals: [],
    text: (name) => options[name],
    texts: (name) => (options[name] === undefined ? [] : [options[name]]),
    flag: () => false,
  };
}

describe('splitMetrics', () => {
  test('keeps the commas of choices', () => {
    expect(splitMetrics('created, first_response(clock=calendar,actor=any),csat')).toEqual([
      'created',
      'first_response(clock=calendar,actor=any)',
      'csat',
    ]);
  });
});

describe('readFilter', () => {
  test.each([
    ['channel any of email,chat', { dimension: 'channel', operator: 'any of', values: ['email', 'chat'] }],
    ['channel none of email', { dimension: 'channel', operator: 'none of', values: ['email'] }],
    ['tag all of a, b c', { dimension: 'tag', operator: 'all of', values: ['a', 'b c'] }],
    ['category any of "a, b",c', { dimension: 'category', operator: 'any of', values: ['a, b', 'c'] }],
    ['category any of "say ""hi""",""', { dimension: 'category', operator: 'any of', values: ['say "hi"', ''] }],
    ['tag is empty', { dimension: 'tag', operator: 'is empty', values: [] }],
    ['tag is not empty', { dimension: 'tag', operator: 'is not empty', values: [] }],
  ])('reads %j', (text, filter) => {
    expect(readFilter(text)).toEqual(filter);
  });

  test.each(['channel is email', 'channel', '', 'any of email', 'channel any offer'])('refuses %j and names every operator', (text) => {
    expect(() => readFilter(text)).toThrow(operators.join(', '));
  });
});

test.each(['category any of "a, b', 'category any of a, "b" c', 'category any of """'])('refuses the open quote in %j', (text) => {
  expect(() => readFilter(text)).toThrow(/^The quote in .* is not closed/);
});

describe('queryOf', () => {
  test('asks about everything there is when no period is given', () => {
    expect(queryOf(given({}), 'created')).toEqual({ metrics: ['created'], by: [], period: 'all', compare: 'none', filters: [] });
  });

  test('reads a range, groups and a number', () => {
    const query = queryOf(given({ from: '2026-01-01', until: '2026-01-31', by: 'channel, team', top: '5', 'week-start': '7' }), 'created');
    expect(query).toMatchObject({ period: { from: '2026-01-01', until: '2026-01-31' }, by: ['channel', 'team'], top: 5, weekStart: 7 });
  });

  test.each([
    [{ from: '2026-01-01' }, '--from and --until go together'],
    [{ period: 'today', from: '2026-01-01', until: '2026-01-02' }, 'cannot stand together'],
    [{ include: 'spam,ham' }, '--include cannot be "ham"; allowed are spam, test, deleted, merged.'],
    [{ top: '0' }, '--top cannot be "0"; a whole number of at least 1 is needed.'],
    [{ top: '1e3' }, '--top cannot be "1e3"'],
  ])('refuses %j', (options, sentence) => {
    expect(() => queryOf(given(options as Record<string, string>), 'created')).toThrow(sentence);
  });

  test.each(['', ' , '])('refuses %j, which names no metric', (metrics) => {
    expect(() => queryOf(given({}), metrics)).toThrow('No metric is named');
  });
});

describe('the command line of a question', () => {
  const readBack = (query: QueryInput) => {
    const words = execFileSync('sh', ['-c', `printf '%s\\0' ${queryCommand(query)}`], { encoding: 'utf8' })
      .split('\0')
      .slice(0, -1);
    expect(words.slice(0, 2)).toEqual(['earshot', 'query']);
    const given = parseArguments(command, command.options, words.slice(2));
    return queryOf(given, given.positionals[0] ?? '');
  };

  test('asks the same question', () => {
    const query = {
      metrics: ['created', 'first_response_median(clock=calendar,actor=any)'],
      by: ['channel', 'team'],
      grain: 'week' as const,
      period: { from: '2026-10-04', until: '2026-10-31' },
      compare: 'previous' as const,
      filters: [
        { dimension: 'category', operator: 'any of' as const, values: ["it's", 'a, "b"', '', ' c ', '$(date) `x`'] },
        { dimension: 'tag', operator: 'is empty' as const, values: [] },
      ],
      include: ['spam' as const, 'merged' as const],
      zone: 'Asia/Shanghai',
      weekStart: 7,
      top: 5,
    };
    expect(readBack(query)).toEqual(query);
  });

  test('says the period even where the question leaves it out, because the two have other defaults', () => {
    expect(queryCommand({ metrics: ['created'] })).toBe("earshot query created --period 'last 28 days'");
  });
});
