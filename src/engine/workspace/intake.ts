import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FoldRules } from '../../core/tickets/fold-rules.ts';
import { fileCheckpoint } from '../ingest/checkpoint.ts';
import { type Deriver, openDeriver } from '../ingest/deriver.ts';
import { type IngestQueue, openIngestQueue } from '../ingest/ingest-queue.ts';
import { rederiveOlder } from '../ingest/rederive-older.ts';
import { writeDurably } from '../meta/durable-file.ts';
import type { Workspace } from '../store/workspace.ts';
import type { WrittenSignal } from './written-signal.ts';

/** What takes rows in and keeps the facts of tickets in step with them. */
export interface Intake {
  readonly deriver: Deriver;
  readonly ingest: IngestQueue;
  /** Waits until everything that came in is stored and derived, and notes it, so that the next start need not look. */
  settle(): Promise<void>;
  /** Tells that a derivation failed; the next start does it again. */
  report(error: unknown): void;
}

export interface IntakeOptions {
  /** Derives what a process that died left beside everything else, instead of before it. */
  readonly recoversBeside?: boolean;
  /** One sentence for the log when something was mended or could not be done. */
  readonly onNotice?: (sentence: string) => void;
  /** What the house has decided about messages and tickets; the usual when absent. */
  readonly rules?: () => Promise<FoldRules>;
}

/** Opens the intake. After a process that did not settle it derives what that one left. */
export async function openIntake(
  workspace: Workspace,
  directory: string,
  written: WrittenSignal,
  { recoversBeside = false, onNotice, rules }: IntakeOptions,
): Promise<Intake> {
  const settledFile = join(directory, 'settled');
  const settled = existsSync(settledFile);
  rmSync(settledFile, { force: true });
  let failed = false;
  const report = (error: unknown) => {
    failed = true;
    onNotice?.(`The facts of tickets could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`);
  };
  const deriver = await openDeriver({
    workspace,
    checkpoint: fileCheckpoint(join(directory, 'derived-until')),
    settled,
    recoversBeside,
    ...(rules ? { rules } : {}),
    onDerived: () => written.send({ entities: ['tickets', 'contacts'] }),
    onError: report,
  });
  const rederivation = rederiveOlder(workspace, deriver, join(directory, 'derivation-version'), report);
  const ingest = openIngestQueue(workspace);
  return {
    deriver,
    ingest,
    report,
    settle: async () => {
      await rederivation.stop();
      await ingest.idle();
      await deriver.idle();
      if (!failed) await writeDurably(settledFile, '');
    },
  };
}
