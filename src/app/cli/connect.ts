import { existsSync, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { endpoints } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { Configuration } from '../../engine/configuration/read-configuration.ts';
import { readServerFile } from '../../engine/workspace/server-file.ts';
import { answerOf, type Connection, calls, type Send } from './connection.ts';

/** Reaches the server that holds the data directory, or opens the directory in this process when none does. */
export async function connect(configuration: Configuration): Promise<Connection> {
  const server = readServerFile(resolve(configuration.dataDirectory));
  return server ? connectServer(`http://127.0.0.1:${server.port}`) : connectDirectory(configuration);
}

/** @throws UserError when the data directory is not there and no database elsewhere holds the facts */
export function refuseNothing({ dataDirectory, clickhouse, databaseUrl }: Configuration): void {
  if (clickhouse || databaseUrl || existsSync(dataDirectory)) return;
  throw new UserError('no_data', `There is no folder ${dataDirectory}; name the one that holds your data, or import a file into it first.`);
}

function connectServer(base: string): Connection {
  return {
    ...calls(base, fetch),
    upload: async (path) => {
      const url = new URL(endpoints.upload.path, base);
      url.searchParams.set('fileName', basename(path));
      const headers = { 'content-type': 'application/octet-stream' };
      const response = await answerOf(await fetch(url, { method: 'POST', headers, body: await openFile(path) }));
      return endpoints.upload.output.parse(await response.json()).upload;
    },
    close: async () => undefined,
  };
}

async function openFile(path: string): Promise<Blob> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UserError('no_file', `There is no file ${path}, or this user may not read it.`);
  if (!found.isFile()) throw new UserError('no_file', `${path} is no file; name one file to import.`);
  return openAsBlob(path);
}

/** The same code as a server's, without a port: the one loopback name is allowed because no web page can reach it. */
async function connectDirectory(configuration: Configuration): Promise<Connection> {
  const [{ createApp }, { openServices }] = await Promise.all([import('../server/create-app.ts'), import('../server/open-services.ts')]);
  const services = await openServices(configuration);
  const app = createApp({
    services,
    log: { info: () => undefined, error: () => undefined },
    hosts: () => new Set(['localhost']),
    page: async () => new Response('Not found', { status: 404 }),
    stopping: () => false,
  });
  const send: Send = async (request) => app.fetch(request);
  return {
    ...calls('http://localhost', send),
    upload: async (path) => services.uploads.lend(resolve(path), basename(path)),
    close: () => services.close(),
  };
}
