import { gapsBySource } from '../../engine/findings/gaps-by-source.ts';
import { readSources } from '../../engine/workspace/source-register.ts';
import type { Handlers } from './handler.ts';

/** What tells where the facts come from. */
export const sourceHandlers: Pick<Handlers, 'sources'> = {
  sources: async ({ workspace, findings }) => {
    const [sources, gaps] = await Promise.all([
      workspace.calendar().then(({ nowMs }) => readSources(workspace, nowMs)),
      findings.source().then(gapsBySource),
    ]);
    return sources.map((source) => ({ ...source, gaps: [...(gaps.get(source.source) ?? [])] }));
  },
};
