import { describe, expect, test } from 'vitest';
import { operators } from '../../core/model/query.ts';
import type { Arguments } from './command.ts';
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
    ['tag is empty', { dimension: 'tag', operator: 'is empty', values: [] }],
    ['tag is not empty', { dimension: 'tag', operator: 'is not empty', values: [] }],
  ])('reads %j', (text, filter) => {
    expect(readFilter(text)).toEqual(filter);
  });

  test.each(['channel is email', 'channel', '', 'any of email', 'channel any offer'])('refuses %j and names every operator', (text) => {
    expect(() => readFilter(text)).toThrow(operators.join(', '));
  });
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
    [{ top: '0' }, '--top cannot be "0"; a whole number of at least 1 is needed.'],
    [{ top: '1e3' }, '--top cannot be "1e3"'],
  ])('refuses %j', (options, sentence) => {
    expect(() => queryOf(given(options as Record<string, string>), 'created')).toThrow(sentence);
  });
});
