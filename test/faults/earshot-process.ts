import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a process of the product ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From its start to its end. */
  readonly elapsedMs: number;
}

/** A process of the product that answers. */
export interface EarshotServer {
  readonly pid: number;
  readonly address: string;
  /** From the start of the process to its word that it is ready. */
  readonly readyMs: number;
  readonly ended: Promise<Ending>;
  /** Sends the signal and waits for the end. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending>;
}

export interface ProcessOptions {
  /** A user other than the one who runs the tests. */
  readonly uid?: number;
}

/** A checkout that has changed builds itself first, and says so. */
const buildNotices = /^(Building|Preparing) .* …\n/gm;

/** What the process logged as an error. */
export function loggedErrors({ stderr }: Ending): string[] {
  return stderr.split('\n').filter((line) => /^\{"level":[56]0/.test(line));
}

/** Runs `bin/earshot` with these words until it ends. */
export function runEarshot(words: readonly string[], options: ProcessOptions = {}): Promise<Ending> {
  return start(words, options).ended;
}

/** Starts `earshot serve` on a free port. @throws Error with what it said when it ends before it is ready */
export async function startServer(directory: string, words: readonly string[] = ['--port', '0']): Promise<EarshotServer> {
  const startedMs = performance.now();
  const { child, ended, stdout } = start(['serve', '--data', directory, '--log', 'warn', ...words], {});
  const address = await Promise.race([
    readyAddress(child, stdout),
    ended.then((ending) => {
      throw new Error(`earshot serve ended with ${ending.code ?? ending.signal} before it was ready: ${ending.stderr}`);
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    address,
    readyMs: performance.now() - startedMs,
    ended,
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
  readonly stdout: () => string;
}

function start(words: readonly string[], { uid }: ProcessOptions): Started {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join('bin', 'earshot'), ...words], {
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const stderr = said.stderr.replaceAll(buildNotices, '');
      resolve({ code, signal, stdout: said.stdout, stderr, elapsedMs: performance.now() - startedMs });
    });
  });
  ended.catch(() => undefined);
  return { child, ended, stdout: () => said.stdout };
}

/** What configures Earshot in the tests' own environment does not reach it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(EARSHOT_|CLICKHOUSE_|DATABASE_URL$|PORT$|HOST$|NODE_OPTIONS$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

function readyAddress(child: ChildProcess, stdout: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const address = /ready: (http:\S+)/.exec(stdout())?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
