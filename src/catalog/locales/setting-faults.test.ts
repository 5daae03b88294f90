import { expect, test } from 'vitest';
import { settingFaults } from '../../core/model/settings/setting-fault.ts';
import { en } from './settings/en.ts';

/** Said by the form itself, before anything is sent. */
const ofForm = ['shift'];

test('every fault of a setting has a word on the page, and every such word a fault', () => {
  const words = Object.keys(en).flatMap((key) => (key.startsWith('fault.') ? [key.slice('fault.'.length)] : []));
  expect(words.sort()).toEqual([...settingFaults, ...ofForm].sort());
});
