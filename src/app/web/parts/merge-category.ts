import type { Setting } from '../../../core/model/settings/index.ts';

type Merges = Setting<'category-merge'>['merges'];

/** What a category is shown as; null where it is shown as itself. */
export function shownAs(merges: Merges, category: string): string | null {
  return merges.find(({ from }) => from.includes(category))?.into ?? null;
}

/** The merges after a category is shown as another one, or, with null, as itself again. */
export function mergeCategory(merges: Merges, category: string, into: string | null): Merges {
  const without = merges
    .map((merge) => ({ ...merge, from: merge.from.filter((each) => each !== category) }))
    .filter(({ from }) => from.length > 0);
  if (into === null || into === category) return without;
  const known = without.some((merge) => merge.into === into);
  if (!known) return [...without, { into, from: [category] }];
  return without.map((merge) => (merge.into === into ? { ...merge, from: [...merge.from, category] } : merge));
}
