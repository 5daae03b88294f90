import { describe, expect, it } from 'vitest';
import { noNames } from '../../../catalog/locales/names.ts';
import { nameCell } from './name-cell.ts';

const context = {
  reader: { locale: 'en', say: (key: string) => key, names: noNames },
  zone: 'Europe/London',
  names: { 'demo:orders': 'Orders' },
} as const;
const named = (column: string, value: unknown) => nameCell(column, value, context).replace(/\u00a0/g, ' ');

describe('a cell', () => {
  it('tells instants in the zone, also as the store writes them', () => {
    expect(named('created_at', '2026-07-01 09:00:00.000')).toBe('1 Jul 2026, 10:00');
    expect(named('created_at', '2026-07-01T09:00:00Z')).toBe('1 Jul 2026, 10:00');
    expect(named('at', Date.UTC(2026, 0, 1, 9))).toBe('1 Jan 2026, 09:00');
  });

  it('tells durations, our words, names and yes or no', () => {
    expect(named('sla_elapsed_ms', '7200000')).toBe('2 h');
    expect(named('status', 'hold')).toBe('On hold');
    expect(named('team_id', 'demo:orders')).toBe('Orders');
    expect(named('assignee_id', '')).toBe('value.unassigned');
    expect(named('is_spam', true)).toBe('Yes');
    expect(named('country', 'GB')).toBe('United Kingdom');
    expect(named('country', 'Narnia')).toBe('Narnia');
    expect(named('language', 'zh')).toBe('Chinese');
    expect(named('tags', ['a', 'b'])).toBe('a, b');
  });

  it('tells long durations in days, those that are or may be of working hours in hours', () => {
    const hours80 = 80 * 3_600_000;
    expect(named('full_resolution_calendar_ms', hours80)).toBe('3 d 8 h');
    expect(named('full_resolution_business_ms', hours80)).toBe('80 h');
    expect(named('sla_target_ms', hours80)).toBe('80 h');
  });

  it('is empty when there is nothing, and keeps a text that only looks odd', () => {
    expect(named('last_solved_at', null)).toBe('');
    expect(named('subject', '=1+1')).toBe('=1+1');
    expect(named('category', '')).toBe('');
  });
});
