import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../meta/durable-file.ts';

const serverSchema = z.object({ pid: z.number().int(), port: z.number().int(), startedAt: z.string() });

/** The server that holds a data directory. */
export type ServerEntry = z.output<typeof serverSchema>;

/** Notes in the data directory which server holds it. */
export function writeServerFile(directory: string, entry: ServerEntry): Promise<void> {
  return writeDurably(pathOf(directory), `${JSON.stringify(entry)}\n`);
}

/** The server that holds the directory; null when none does, or the one that did has died. */
export function readServerFile(directory: string): ServerEntry | null {
  const entry = parsed(directory);
  return entry && lives(entry.pid) ? entry : null;
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

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pathOf(directory: string): string {
  return join(directory, 'server.json');
}
