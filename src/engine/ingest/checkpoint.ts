import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Up to when everything that came in has been derived, in epoch milliseconds. An old one only costs work. */
export interface Checkpoint {
  read(): number;
  write(derivedUntilMs: number): void;
}

/** A checkpoint in a file, replaced as a whole. */
export function fileCheckpoint(path: string): Checkpoint {
  return {
    read: () => readMs(path),
    write: (derivedUntilMs) => {
      writeFileSync(`${path}.new`, String(derivedUntilMs));
      renameSync(`${path}.new`, path);
    },
  };
}

function readMs(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
