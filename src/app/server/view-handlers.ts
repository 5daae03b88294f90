import { changeView, listViews, removeView, saveView, viewHistory } from '../../engine/workspace/saved-views.ts';
import type { Handlers } from './handler.ts';

/** What keeps views. */
export const viewHandlers: Pick<Handlers, 'views' | 'saveView' | 'changeView' | 'removeView' | 'viewHistory'> = {
  views: async ({ workspace }, input) => listViews(await workspace.meta(), input),
  saveView: async ({ workspace }, input) => saveView(await workspace.meta(), input),
  changeView: async ({ workspace }, input) => changeView(await workspace.meta(), input),
  removeView: async ({ workspace }, input) => removeView(await workspace.meta(), input),
  viewHistory: async ({ workspace }, input) => viewHistory(await workspace.meta(), input),
};
