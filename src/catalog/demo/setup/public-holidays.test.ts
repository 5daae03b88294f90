import { expect, test } from 'vitest';
import { demoCalendarEvents } from './calendar-events.ts';

test('every event of the sample has a name in each language, and that of Simplified Chinese has no Latin word but names of products', () => {
  for (const { name, names } of demoCalendarEvents()) {
    expect(
      names.map(({ language }) => language),
      name,
    ).toEqual(['en', 'zh-Hans', 'zh-Hant', 'ru']);
    expect(names[0]?.name, name).toMatch(/^[\x20-\x7e]+$/);
    expect(names[1]?.name.replace(/Halo|Breeze/, ''), name).not.toMatch(/[A-Za-z]{2}/);
  }
});
