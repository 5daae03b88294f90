import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../meta/durable-file.ts';

const noteSchema = z.strictObject({ importId: z.string(), shiftMs: z.number(), doneUntilMs: z.number() });

/** How far a sample that goes on has got. */
export type LiveNote = z.infer<typeof noteSchema>;

/** The clock of a sample that goes on: real time, shifted so that its first live minute follows the sample's end. */
export interface LiveClock {
  /** Real time less the time of the sample; null while the sample stands still. */
  readonly shiftMs: number | null;
  /** What an earlier process noted; null when there was none. */
  readNote(): LiveNote | null;
  /** Durable when the promise resolves. */
  writeNote(note: LiveNote): Promise<void>;
  run(shiftMs: number): void;
  stop(): void;
}

/** The live clock of a data directory; it stands until it is told to run. */
export function liveClock(directory: string): LiveClock {
  const file = join(directory, 'live.json');
  let shiftMs: number | null = null;
  return {
    get shiftMs() {
      return shiftMs;
    },
    readNote: () => readNote(file),
    writeNote: (note) => writeDurably(file, JSON.stringify(note)),
    run: (by) => {
      shiftMs = by;
    },
    stop: () => {
      shiftMs = null;
    },
  };
}

function readNote(file: string): LiveNote | null {
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
