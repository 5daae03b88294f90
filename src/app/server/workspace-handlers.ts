import { ingestRows } from '../../engine/ingest/ingest-rows.ts';
import { describeWorkspace } from '../../engine/workspace/describe-workspace.ts';
import type { Handlers } from './handler.ts';

const ingestBytes = 64_000_000;

/** What tells of the workspace, and takes rows. */
export const workspaceHandlers: Pick<Handlers, 'workspace' | 'backup' | 'ingest'> = {
  workspace: ({ workspace, version }) => describeWorkspace(workspace, version),
  backup: async ({ workspace }, { name }) => {
    const { backUp } = await import('../../engine/workspace/back-up.ts');
    return backUp(workspace, name);
  },
  ingest: async ({ workspace }, { entity }, body) => {
    const text = await body.text(ingestBytes);
    if (entity !== 'schedules') await workspace.prepare();
    const answer = await ingestRows(workspace.ingest, workspace.deriver, entity, text);
    workspace.written.send({ entities: [entity] });
    return answer;
  },
};
