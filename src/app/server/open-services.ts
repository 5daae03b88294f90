import type { Configuration } from '../../engine/configuration/read-configuration.ts';
import { homeKeeper } from '../../engine/findings/home-keeper.ts';
import { endCutShort } from '../../engine/import/end-cut-short.ts';
import { importJobs } from '../../engine/workspace/import-jobs.ts';
import { type OpenOptions, openWorkspace } from '../../engine/workspace/open-workspace.ts';
import { openUploads } from '../../engine/workspace/uploads.ts';
import type { Services } from './handler.ts';
import { productVersion } from './product-version.ts';

/** How long an import may write nothing where another process may run it: bringing its tickets up to date takes minutes. */
const silentMs = 3_600_000;

/** Services with the way to close them. */
export interface OpenServices extends Services {
  close(): Promise<void>;
}

/**
 * Opens the data directory with everything that handlers work on.
 * @throws UserError when the directory cannot be used
 */
export async function openServices(configuration: Configuration, options: OpenOptions = {}): Promise<OpenServices> {
  const workspace = await openWorkspace(configuration, options);
  await endCutShort({ workspace, now: workspace.clock(), silentMs: workspace.embedded ? null : silentMs });
  const uploads = await openUploads(workspace.directories.tmp, workspace.clock);
  await uploads.sweep();
  const imports = importJobs(workspace, uploads);
  const findings = homeKeeper(workspace);
  return {
    workspace,
    uploads,
    imports,
    findings,
    version: productVersion(),
    close: async () => {
      await imports.close();
      await findings.close();
      await workspace.close();
    },
  };
}
