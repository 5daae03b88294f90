import { describe, expect, test } from 'vitest';
import type { UserError } from '../user-error.ts';
import { checkCategoryMerge } from './check-category-merge.ts';
import { checkSchedules } from './check-schedules.ts';
import { checkSlaPolicies } from './check-sla-policies.ts';
import { defaultSchedule, defaultSettings } from './default-settings.ts';
import { type SettingName, settings } from './index.ts';
import { schemaFault } from './schema-fault.ts';

const usual = defaultSchedule('Europe/London');
const shift = (fromMinute: number, toMinute: number, weekday = 1) => ({ weekday, fromMinute, toMinute });

describe('the defaults', () => {
  test('are what their own schemas and checks allow', () => {
    const defaults = defaultSettings({ zone: 'Asia/Shanghai', weekStart: 7 });
    for (const [name, value] of Object.entries(defaults)) expect(settings[name as SettingName].parse(value)).toEqual(value);
    checkSchedules(defaults.schedules);
    checkSlaPolicies(defaults['sla-policies']);
    checkCategoryMerge(defaults['category-merge']);
  });
});

describe('checkSchedules', () => {
  test('takes split shifts that touch and do not overlap', () => {
    const shifts = [shift(540, 780), shift(780, 1080), shift(0, 1440, 7)];
    expect(() => checkSchedules({ schedules: [{ ...usual, shifts }] })).not.toThrow();
  });

  test.each([
    [{ shifts: [shift(1080, 540)] }, '"Default" has a shift on Monday that ends at 09:00, not after it begins at 18:00'],
    [{ shifts: [shift(540, 540)] }, 'ends at 09:00, not after it begins at 09:00'],
    [{ shifts: [shift(720, 1080, 3), shift(540, 721, 3)] }, 'two shifts on Wednesday that overlap: 09:00–12:01 and 12:00–18:00'],
    [{ zone: 'Mars/Base' }, 'Unknown time zone "Mars/Base"'],
    [{ holidays: [{ from: '2026-12-26', until: '2026-12-25', name: 'Yule' }] }, '"Yule" of "Default" ends on 2026-12-25, before it begins'],
    [{ isDefault: false }, 'No schedule is the default one'],
    [{ shifts: [] }, '"Default" has no working hours on any day'],
    [{ name: '  ' }, 'has no name'],
  ])('refuses %j', (change, sentence) => {
    expect(() => checkSchedules({ schedules: [{ ...usual, ...change }] })).toThrow(sentence);
  });

  test('refuses two defaults, two of one id and a team in two', () => {
    const second = { ...usual, id: 'b', name: 'Second' };
    expect(() => checkSchedules({ schedules: [usual, second] })).toThrow('"Default" and "Second" are both the default schedule');
    expect(() => checkSchedules({ schedules: [usual, { ...usual, isDefault: false }] })).toThrow('Two schedules have the id');
    const teams = ['t'];
    expect(() =>
      checkSchedules({
        schedules: [
          { ...usual, teams },
          { ...second, isDefault: false, teams },
        ],
      }),
    ).toThrow('The team "t" stands in two schedules');
  });
});

describe('checkSlaPolicies', () => {
  const target = { metric: 'resolution', priority: '', targetMs: 3_600_000, clock: 'business' } as const;
  const policy = { id: 'p', name: 'P', channels: [], teams: [], categories: [], targets: [target] };

  test.each([
    [[policy, policy], 'Two policies have the id "p"'],
    [[{ ...policy, channels: ['fax'] }], '"fax" of "P" is no channel'],
    [[{ ...policy, targets: [] }], '"P" has no target'],
    [[{ ...policy, targets: [target, { ...target, targetMs: 1000 }] }], 'two targets for resolution, priority any'],
  ])('refuses %j', (policies, sentence) => {
    expect(() => checkSlaPolicies({ policies })).toThrow(sentence);
  });

  test('the schema refuses a target that is not above zero', () => {
    for (const targetMs of [-1, 0, 999]) {
      expect(settings['sla-policies'].safeParse({ policies: [{ ...policy, targets: [{ ...target, targetMs }] }] }).success).toBe(false);
    }
  });
});

describe('checkCategoryMerge', () => {
  test.each([
    [[{ into: 'a', from: ['a', 'b'] }], '"a" is merged into itself'],
    [[{ into: 'x', from: ['a', 'a'] }], '"a" is merged twice'],
    [
      [
        { into: 'x', from: ['a'] },
        { into: 'y', from: ['a'] },
      ],
      '"a" is merged twice',
    ],
    [
      [
        { into: 'x', from: ['a'] },
        { into: 'y', from: ['x'] },
      ],
      'takes one in itself',
    ],
  ])('refuses %j', (merges, sentence) => {
    expect(() => checkCategoryMerge({ merges })).toThrow(sentence);
  });
});

describe('what is said by key', () => {
  const said = (check: () => void) => {
    try {
      check();
    } catch (error) {
      return (error as UserError).sentence;
    }
    return null;
  };
  const refusedBySchema = (name: SettingName, value: unknown) => {
    const parsed = settings[name].safeParse(value);
    return parsed.success ? null : schemaFault(parsed.error, settings[name], value).sentence;
  };
  const target = { metric: 'resolution', priority: '', targetMs: -1, clock: 'business' };
  const policy = { id: 'p', name: 'Night', channels: [], teams: [], categories: [], targets: [target] };

  test('names the place and what stands there', () => {
    expect(said(() => checkSchedules({ schedules: [{ ...usual, shifts: [shift(1080, 540)] }] }))).toEqual({
      key: 'fault.shiftEnds',
      values: { name: 'Default', text: '18:00–09:00' },
    });
    const teams = ['t'];
    const second = { ...usual, id: 'b', name: 'Second', isDefault: false, teams };
    expect(said(() => checkSchedules({ schedules: [{ ...usual, teams }, second] }))).toEqual({
      key: 'fault.teamTwice',
      values: { first: 'Default', second: 'Second' },
    });
    expect(said(() => checkCategoryMerge({ merges: [{ into: 'a', from: ['a'] }] }))).toEqual({
      key: 'fault.mergeItself',
      values: { into: 'a' },
    });
  });

  test('covers what the schema itself refuses', () => {
    expect(refusedBySchema('sla-policies', { policies: [policy] })).toEqual({ key: 'fault.target', values: { name: 'Night' } });
    expect(refusedBySchema('sla-policies', { policies: [{ ...policy, name: '', targets: [] }] })?.key).toBe('fault.name');
    expect(refusedBySchema('goals', { goals: { csat: 'much' } })).toEqual({ key: 'fault.goal', values: { name: 'csat' } });
    expect(refusedBySchema('calendar', { zone: 1, weekStart: 1 })).toBeNull();
  });
});
