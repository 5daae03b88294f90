import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from '../bundle-program.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A TypeScript file as a process of its own: Node 20 runs no TypeScript, so the file is bundled first. */
export interface Script {
  start(args?: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  remove(): Promise<void>;
}

/** Bundles a file of this repository; `path` is relative to the repository's root. */
export async function bundleScript(path: string): Promise<Script> {
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'earshot-script-'));
  await bundleProgram(join(root, path), outDir);
  const file = join(outDir, 'script.mjs');
  return {
    start: (args = [], env = {}) =>
      fork(file, [...args], {
        cwd: dirname(file),
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        execArgv: ['--enable-source-maps'],
      }),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}

/** The first line that the process prints; its errors end the wait. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${basename(child.spawnargs[1] ?? '')} ended with ${code}: ${errors}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
  });
}
