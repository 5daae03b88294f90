import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../meta/durable-file.ts';
import { processIdentity } from '../meta/process-identity.ts';

const serverSchema = z.object({
  pid: z.number().int(),
  process: z.string(),
  port: z.number().int(),
  startedAt: z.string(),
  directory: z.string(),
});

/** The server that holds a data directory. */
export type ServerEntry = z.output<typeof serverSchema>;

/** Notes in the data directory that this process holds it and answers on `port`. */
export function writeServerFile(directory: string, port: number): Promise<void> {
  const { pid } = process;
  const entry: ServerEntry = {
    pid,
    process: processIdentity(pid),
    port,
    startedAt: new Date().toISOString(),
    directory: realpathSync(directory),
  };
  return writeDurably(pathOf(directory), `${JSON.stringify(entry)}\n`);
}

/** The server that holds the directory; null when none does, the one that did has died, or the directory is a copy of the one that it holds. */
export function readServerFile(directory: string): ServerEntry | null {
  const entry = parsed(directory);
  return entry && entry.directory === realpathSync(directory) && lives(entry) ? entry : null;
}

/** Takes the note away. */
export function removeServerFile(directory: string): void {
  rmSync(pathOf(directory), { force: true });
}

function parsed(directory: string): ServerEntry | null {
  try {
    return serverSchema.parse(JSON.parse(readFileSync(pathOf(directory), 'utf8')));
  } catch {
    return null;
  }
}

/** In a container every process may have the id of the one before. */
function lives({ pid, process: identity }: ServerEntry): boolean {
  return pid !== process.pid && identity === processIdentity(pid);
}

function pathOf(directory: string): string {
  return join(directory, 'server.json');
}
