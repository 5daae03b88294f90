import { expect, test } from 'vitest';
import { sayIn } from '../../../../test/say-in.ts';
import { importNote } from '../../../core/import/import-note.ts';
import { sayRemark } from './say-remark.ts';

const say = sayIn('zh-Hans');

test('what is left out of a file is said with its reason in the language of the reader', () => {
  const sheet = { member: 'Notes', reason: 'book.xlsx: Notes has a header (a) and no rows' };
  expect(sayRemark(importNote('left_out', { ...sheet, code: 'import_header_only' }), say)).toBe('Notes 未导入：文件只有表头，没有数据行。');
  const table = { member: 'b.csv', reason: 'No column stands for created_at: tickets need it; name the column in the mapping.' };
  const incomplete = importNote('left_out', { ...table, note: 'incomplete', fields: 'created_at', target: 'tickets' });
  expect(sayRemark(incomplete, say)).not.toMatch(/column|stands/);
  expect(sayRemark(importNote('left_out', { ...sheet, code: 'nobody_knows' }), say)).toContain(sheet.reason);
});
