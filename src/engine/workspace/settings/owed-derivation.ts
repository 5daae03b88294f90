import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { writeDurably } from '../../meta/durable-file.ts';

/** Remembers across a crash that a changed setting still has tickets to derive anew. */
export interface OwedDerivation {
  /** A process ended before what it owed was done. */
  readonly isOwed: boolean;
  /** Durable when it resolves. */
  note(): Promise<void>;
  /** Forgets one when the work has succeeded; a failure is told, and stays owed. */
  settleAfter(work: Promise<void>): void;
}

/** @param path of a file that stands while something is owed */
export function owedDerivation(path: string, onError: (error: unknown) => void): OwedDerivation {
  const isOwed = existsSync(path);
  let owed = isOwed ? 1 : 0;
  const settle = async () => {
    owed -= 1;
    if (owed === 0) await rm(path, { force: true });
  };
  return {
    isOwed,
    note: async () => {
      owed += 1;
      await writeDurably(path, '');
    },
    settleAfter: (work) => void work.then(settle).catch(onError),
  };
}
