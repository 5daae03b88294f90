import { expect, it } from 'vitest';
import { noteKeys } from '../../core/import/import-note.ts';
import { wordsOf } from './index.ts';

it('words every remark that an import can make, and no other', async () => {
  const words = Object.keys(await wordsOf('en', ['imports'])).filter((key) => key.startsWith('importNote.'));
  expect(words.toSorted()).toEqual(noteKeys.map((key) => `importNote.${key}`).toSorted());
});
