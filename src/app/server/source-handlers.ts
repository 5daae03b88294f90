import { readSources } from '../../engine/workspace/source-register.ts';
import type { Handlers } from './handler.ts';

/** What tells where the facts come from. */
export const sourceHandlers: Pick<Handlers, 'sources'> = {
  sources: async ({ workspace }) => readSources(workspace, (await workspace.calendar()).nowMs),
};
