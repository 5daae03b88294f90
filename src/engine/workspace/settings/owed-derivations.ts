import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Sql } from '../../../core/sql/sql.ts';
import { deriveMonths } from '../../ingest/derive-months.ts';
import type { Deriver } from '../../ingest/deriver.ts';
import { writeDurably } from '../../meta/durable-file.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Tickets that a changed setting still has to derive anew. They are derived beside everything else; a process that ends before leaves them to the next one. */
export interface OwedDerivations {
  /** Notes, before anything is written, that a derivation will be owed. Durable when it resolves. */
  note(): Promise<void>;
  /** Derives what was noted, in the background. A failure is told, and stays owed. */
  derive(touched: Sql): void;
  /** Resolves when nothing is left to derive. */
  idle(): Promise<void>;
  /** Resolves when the month that is being derived is done; what is left stays owed. */
  stop(): Promise<void>;
}

export interface OwedOptions {
  readonly workspace: Workspace;
  readonly deriver: Pick<Deriver, 'derive'>;
  /** Of a file that stands while something is owed. */
  readonly path: string;
  readonly onError: (error: unknown) => void;
}

/** Begins at once with what the process before left: of that only is known that there is something, so everything is derived. */
export function owedDerivations({ workspace, deriver, path, onError }: OwedOptions): OwedDerivations {
  let owed = existsSync(path) ? 1 : 0;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const work = async (touched?: Sql) => {
    if (!(await deriveMonths(workspace, deriver, () => stopped, touched))) return;
    owed -= 1;
    if (owed === 0) await rm(path, { force: true });
  };
  const begin = (touched?: Sql) => {
    running = running.then(() => work(touched)).catch(onError);
  };
  if (owed > 0) begin();
  return {
    note: async () => {
      owed += 1;
      await writeDurably(path, '');
    },
    derive: begin,
    idle: async () => running,
    stop: () => {
      stopped = true;
      return running;
    },
  };
}
