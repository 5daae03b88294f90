import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL server of its own in a temporary folder. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  emptyDatabase(): Promise<string>;
  /** Ends every connection, as a restart of the server does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Starts one from the installed binaries; a sentence instead when that is not possible here. */
export async function startPostgres(): Promise<PostgresServer | string> {
  const binaries = findBinaries();
  if (!binaries) return 'PostgreSQL is not installed: tests against a real server are left out (Debian: apt-get install postgresql).';
  const account = process.getuid?.() === 0 ? postgresAccount() : null;
  if (process.getuid?.() === 0 && !account)
    return 'PostgreSQL does not run as root and there is no user "postgres": tests against a real server are left out.';
  const directory = await mkdtemp(join(tmpdir(), 'earshot-postgres-'));
  if (account) await chown(directory, account.uid, account.gid);
  const run = { ...(account ?? {}), stdio: 'ignore', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } } as const;
  execFileSync(join(binaries, 'initdb'), ['-D', directory, '-U', 'earshot', '-A', 'trust', '-E', 'UTF8', '--no-sync'], run);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${directory}`, 'fsync=off'];
  const start = async () => {
    const child = spawn(join(binaries, 'postgres'), ['-D', directory, ...settings.flatMap((setting) => ['-c', setting])], run);
    await ready(port, child);
    return child;
  };
  return serverOf(port, directory, start, await start());
}

function serverOf(port: number, directory: string, start: () => Promise<ChildProcess>, first: ChildProcess): PostgresServer {
  let child = first;
  let databases = 0;
  const end = async () => {
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    await exited;
  };
  return {
    emptyDatabase: async () => {
      databases += 1;
      await statement(port, `CREATE DATABASE d${databases}`);
      return `postgres://earshot@127.0.0.1:${port}/d${databases}`;
    },
    restart: async () => {
      await end();
      child = await start();
    },
    stop: async () => {
      await end();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Debian keeps them off the PATH, one folder a version. */
function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((left, right) => Number(right) - Number(left)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

function postgresAccount(): Account | null {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function ready(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with code ${child.exitCode}`);
    const answers = await statement(port, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await wait(50);
  }
  throw new Error('PostgreSQL did not start within ten seconds');
}

async function statement(port: number, text: string): Promise<void> {
  const client = new Client({ connectionString: `postgres://earshot@127.0.0.1:${port}/postgres` });
  await client.connect();
  await client.query(text);
  await client.end();
}
