import { type Deriver, openDeriver } from '../../src/engine/ingest/deriver.ts';
import type { Workspace } from '../../src/engine/store/workspace.ts';

/** The product's deriver on a workspace that is gone after the run. */
export function openBenchDeriver(workspace: Workspace): Promise<Deriver> {
  return openDeriver({
    workspace,
    checkpoint: { read: () => 0, write: () => undefined },
    settled: true,
    onDerived: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
}
