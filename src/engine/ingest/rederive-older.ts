import { readFileSync } from 'node:fs';
import { writeDurably } from '../meta/durable-file.ts';
import type { Workspace } from '../store/workspace.ts';
import { deriveMonths } from './derive-months.ts';
import type { Deriver } from './deriver.ts';

/** Rises by one whenever facts of tickets are derived otherwise than before, so that those of older workspaces are derived anew. */
const derivationVersion = 2;

/** A derivation of everything that runs beside everything else. */
export interface Rederivation {
  /** Resolves when the month that is being derived is done; the next start begins again. */
  stop(): Promise<void>;
}

/**
 * Derives all tickets once more where a version before this one did, the newest month of creation first, so that what comes in meanwhile waits for one month at
 * most. The file at `path` says which version derived them.
 */
export function rederiveOlder(workspace: Workspace, deriver: Deriver, path: string, onError: (error: unknown) => void): Rederivation {
  if (readVersion(path) >= derivationVersion) return { stop: async () => undefined };
  let stopped = false;
  const running = deriveMonths(workspace, deriver, () => stopped)
    .then((isDone) => (isDone ? writeDurably(path, String(derivationVersion)) : undefined))
    .catch(onError);
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

function readVersion(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
