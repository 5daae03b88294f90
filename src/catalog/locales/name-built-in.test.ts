import { expect, test } from 'vitest';
import { defaultSettings } from '../../core/model/settings/default-settings.ts';
import { builtInNames, nameBuiltIn } from './name-built-in.ts';

const settings = defaultSettings({ zone: 'UTC', weekStart: 1 });
const builtIn = [...settings.schedules.schedules, ...settings['sla-policies'].policies];

test('everything that a house starts with has a name in every language', () => {
  expect(builtIn.map(({ id, name }) => [id, name]).toSorted()).toEqual(
    Object.entries(builtInNames)
      .filter(([id]) => id.startsWith('earshot:'))
      .map(([id, name]) => [id, name.en])
      .toSorted(),
  );
});

test('what somebody has renamed is called so in every language', () => {
  expect(nameBuiltIn({ id: 'earshot:default-chat', name: 'Chat and messaging' }, 'ru')).toBe('Чаты и мессенджеры');
  expect(nameBuiltIn({ id: 'earshot:default-chat', name: 'Night desk' }, 'ru')).toBe('Night desk');
});
