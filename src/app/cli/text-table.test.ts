import { describe, expect, test } from 'vitest';
import { textTable } from './text-table.ts';

describe('textTable', () => {
  test('aligns words left and numbers right, also where letters are wide', () => {
    const table = textTable(
      [{ title: 'channel' }, { title: 'n', right: true }],
      [
        ['email', '9'],
        ['渠道', '1,200'],
      ],
    );
    expect(table).toBe(['channel      n', '───────  ─────', 'email        9', '渠道     1,200'].join('\n'));
  });

  test('cuts long text and prints no control characters, which could steer the terminal', () => {
    const table = textTable([{ title: 'text' }], [[`${'a'.repeat(100)}`], ['\u001b[31mred\nnext']]);
    expect(table.split('\n').map((line) => line.length)).toEqual([4, 60, 60, 13]);
    expect(table).not.toContain('\u001b');
  });
});
