import type { Tile } from '../../../core/model/dashboard.ts';
import { useBoardSearch } from './use-board-search.ts';

/** Whether a tile is shown as a table, and how to change that. */
export function useTableView({ name }: Tile): [boolean, () => void] {
  const [search, change] = useBoardSearch();
  const shown = search.tables?.includes(name) ?? false;
  const toggle = () => {
    const others = (search.tables ?? []).filter((other) => other !== name);
    const tables = shown ? others : [...others, name];
    change({ tables: tables.length > 0 ? tables : undefined });
  };
  return [shown, toggle];
}

/** The key that turns the chart under the cursor of the keyboard into a table, and back. */
export function useTableKey(tile: Tile): [string, () => void] {
  const [, toggle] = useTableView(tile);
  const selector = `[data-tile="${tile.name}"]`;
  return [
    'T',
    () => {
      if (document.activeElement?.closest(selector) == null) return;
      toggle();
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`${selector} .tools button`)?.focus());
    },
  ];
}
