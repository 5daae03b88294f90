import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server with the sample company in it. */
export interface DemoServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** The server at EARSHOT_URL, or one of our own. Only for what leaves it as it was. */
export async function demoServer(tickets: number): Promise<DemoServer> {
  const running = process.env.EARSHOT_URL;
  return running === undefined ? startDemo(tickets) : { address: running, stop: async () => {} };
}

/**
 * Starts a server on a free port with a sample company of its own.
 * @throws Error with what it said when it ends before it is ready
 */
export function startDemo(tickets: number): Promise<DemoServer> {
  return startServer(['demo', '--tickets', String(tickets)]);
}

/**
 * Starts a server on a free port with a data directory of its own.
 * @param command the command and its options
 * @throws Error with what it said when it ends before it is ready
 */
export async function startServer(command: readonly string[]): Promise<DemoServer> {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-browser-'));
  const words = [...command, '--data', directory, '--port', '0', '--log', 'warn'];
  const child = spawn(process.execPath, [join('bin', 'earshot'), ...words], { env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const address = /ready: (http:\S+)/.exec(said)?.[1];
        if (address !== undefined) resolve({ address, stop });
      });
    }
    child.once('error', reject);
    void ended.then(() => reject(new Error(`earshot demo ended before it was ready: ${said}`)));
  });
}

/** What configures Earshot in the tests' own environment does not reach it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(EARSHOT_|CLICKHOUSE_|DATABASE_URL$|PORT$|HOST$|NODE_OPTIONS$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
