import { UserError } from '../user-error.ts';
import { refuseTwice } from './check-schedules.ts';
import type { Setting } from './index.ts';

/**
 * Merges that say for every category what it is shown as: none named twice, none into itself, no chain.
 * @throws UserError that says what is wrong
 */
export function checkCategoryMerge({ merges }: Setting<'category-merge'>): void {
  const from = merges.flatMap((merge) => merge.from);
  refuseTwice(from, (category) => `The category "${category}" is merged twice; it can be shown as one.`);
  refuseTwice(
    merges.map(({ into }) => into),
    (into) => `Two merges lead into "${into}"; write them as one.`,
  );
  for (const { into, from: parts } of merges) {
    if (parts.includes(into))
      throw new UserError('bad_setting', `"${into}" is merged into itself; name only the categories that disappear.`);
    if (from.includes(into))
      throw new UserError('bad_setting', `"${into}" is merged into another category and takes one in itself; name the last one at once.`);
  }
}
