import { calendarHandlers } from './calendar-handlers.ts';
import { findingHandlers } from './finding-handlers.ts';
import type { Handlers } from './handler.ts';
import { importHandlers } from './import-handlers.ts';
import { namesHandlers } from './names-handlers.ts';
import { queryHandlers } from './query-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { sourceHandlers } from './source-handlers.ts';
import { viewHandlers } from './view-handlers.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

/** What answers each call. */
export const handlers: Handlers = {
  ...queryHandlers,
  ...importHandlers,
  ...workspaceHandlers,
  ...calendarHandlers,
  ...namesHandlers,
  ...sourceHandlers,
  ...settingsHandlers,
  ...viewHandlers,
  ...findingHandlers,
};
