import { checkCategoryMerge } from '../../../core/model/settings/check-category-merge.ts';
import { checkNames } from './known-names.ts';
import type { SettingKind } from './setting-kind.ts';

/** Categories are merged when they are asked for: no fact changes, and taking a merge away brings them back. */
export const categoryMergeKind: SettingKind<'category-merge'> = {
  check: async (after, place, before) => {
    checkCategoryMerge(after);
    const named = (setting: typeof after) => setting.merges.flatMap(({ from }) => from);
    await checkNames('category', named(after), named(before), place);
    return after;
  },
};
