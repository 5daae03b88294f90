import type { Setting } from './index.ts';
import { refuseTwice, settingFault } from './setting-fault.ts';

/**
 * Merges that say for every category what it is shown as: none named twice, none into itself, no chain.
 * @throws UserError that says what is wrong
 */
export function checkCategoryMerge({ merges }: Setting<'category-merge'>): void {
  const from = merges.flatMap((merge) => merge.from);
  refuseTwice(from, (name) => settingFault('mergeTwice', { name }, `The category "${name}" is merged twice; it can be shown as one.`));
  refuseTwice(
    merges.map(({ into }) => into),
    (into) => settingFault('mergeInto', { into }, `Two merges lead into "${into}"; write them as one.`),
  );
  for (const { into, from: parts } of merges) {
    if (parts.includes(into))
      throw settingFault('mergeItself', { into }, `"${into}" is merged into itself; name only the categories that disappear.`);
    if (from.includes(into))
      throw settingFault(
        'mergeChain',
        { into },
        `"${into}" is merged into another category and takes one in itself; name the last one at once.`,
      );
  }
}
