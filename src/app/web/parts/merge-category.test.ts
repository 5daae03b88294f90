import { describe, expect, it } from 'vitest';
import { mergeCategory, shownAs } from './merge-category.ts';

describe('a category that is shown as another', () => {
  it('joins those that are shown so already, moves, and comes back', () => {
    const one = mergeCategory([], 'refund', 'returns');
    const two = mergeCategory(one, 'money back', 'returns');
    expect(two).toEqual([{ into: 'returns', from: ['refund', 'money back'] }]);
    const moved = mergeCategory(two, 'refund', 'billing');
    expect(moved).toEqual([
      { into: 'returns', from: ['money back'] },
      { into: 'billing', from: ['refund'] },
    ]);
    expect([shownAs(moved, 'refund'), shownAs(moved, 'shipping')]).toEqual(['billing', null]);
    expect(mergeCategory(moved, 'refund', null)).toEqual([{ into: 'returns', from: ['money back'] }]);
    expect(mergeCategory(moved, 'money back', 'money back')).toEqual([{ into: 'billing', from: ['refund'] }]);
  });
});
