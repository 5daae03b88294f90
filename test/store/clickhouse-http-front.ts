import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Session } from 'chdb';

/**
 * Enough of ClickHouse's HTTP interface for @clickhouse/client, in front of a chDB of this process: the statement in the body, in the
 * address or in a form; `param_*` and settings in the address; inserted rows in the body; errors with their code.
 * Arguments: the data directory. Prints the port. Two faults can be ordered: `/fault?reset-before=n` breaks the next n requests before
 * they run, `/fault?reset-after=n` breaks them after they have run and before the answer.
 */
const directory = process.argv[2] ?? '';
const faults = { before: 0, after: 0 };
const keeper = new Session(directory);
let files = 0;

interface Statement {
  readonly text: string;
  readonly format: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, string>;
  readonly rows: Buffer | null;
  readonly buffered: boolean;
}

const notSettings = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'session_id',
  'role',
  'readonly',
  'wait_end_of_query',
  'reset-before',
]);

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => fail(response, error));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.on('disconnect', () => {
  keeper.close();
  process.exit(0);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://front');
  if (address.pathname === '/ping') return void response.end('Ok.\n');
  if (address.pathname === '/fault') return order(address.searchParams, response);
  const body = await buffer(request);
  if (faults.before > 0) {
    faults.before--;
    return void request.socket.destroy();
  }
  await respond(statementOf(address.searchParams, request.headers['content-type'] ?? '', body), request, response);
}

function order(search: URLSearchParams, response: ServerResponse): void {
  faults.before = Number(search.get('reset-before') ?? faults.before);
  faults.after = Number(search.get('reset-after') ?? faults.after);
  response.end('Ok.\n');
}

function statementOf(search: URLSearchParams, contentType: string, body: Buffer): Statement {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  const fields = boundary === undefined ? new Map<string, string>() : formFields(body.toString(), boundary);
  const inAddress = search.get('query');
  const full = inAddress ?? fields.get('query') ?? body.toString();
  const [, text = full, format = 'TabSeparated'] = /^([\s\S]*?)\s+FORMAT (\w+)\s*$/.exec(full) ?? [];
  const entries = [...search, ...fields];
  return {
    text: search.get('readonly') === '1' ? `${text}\nSETTINGS readonly = 1` : text,
    format,
    settings: new Map(entries.filter(([name]) => !notSettings.has(name) && !name.startsWith('param_') && !name.startsWith('http_'))),
    parameters: new Map(entries.filter(([name]) => name.startsWith('param_'))),
    rows: inAddress === null ? null : body,
    buffered: search.get('wait_end_of_query') === '1',
  };
}

function formFields(body: string, boundary: string): Map<string, string> {
  const parts = body.split(`--${boundary}`).map((part) => /name="([^"]+)"\r\n\r\n([\s\S]*)\r\n$/.exec(part));
  return new Map(parts.flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? ''] as const] : [])));
}

async function respond(statement: Statement, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const session = new Session(directory);
  try {
    await prepare(session, statement);
    if (statement.rows) return await insert(session, statement, statement.rows, request, response);
    if (statement.format === 'JSONCompactEachRowWithNamesAndTypes' && !statement.settings.has('buffered'))
      return await streamRows(session, statement, response);
    const result = await session.queryAsync(statement.text, { format: statement.format });
    if (broken(request)) return;
    response.setHeader('X-ClickHouse-Summary', JSON.stringify({ read_rows: String(result.rowsRead) }));
    response.end(Buffer.from(result.bytes()));
  } finally {
    session.close();
  }
}

async function prepare(session: Session, { settings, parameters }: Statement): Promise<void> {
  for (const [name, value] of [...settings, ...parameters]) await session.queryAsync(`SET ${name} = '${value.replace(/[\\']/g, '\\$&')}'`);
}

async function insert(
  session: Session,
  statement: Statement,
  rows: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (/\binput\(/.test(statement.text)) {
    const path = join(directory, `front-${process.pid}-${files++}`);
    await writeFile(path, rows);
    await session.queryAsync(statement.text.replace(/\binput\(/, `file('${path}', '${statement.format}', `));
  } else {
    await session.queryAsync(`${statement.text} FORMAT ${statement.format}\n${rows.toString()}`);
  }
  if (!broken(request)) response.end();
}

function broken(request: IncomingMessage): boolean {
  if (faults.after === 0) return false;
  faults.after--;
  request.socket.destroy();
  return true;
}

async function streamRows(session: Session, statement: Statement, response: ServerResponse): Promise<void> {
  let first = true;
  let gone = false;
  response.on('close', () => {
    gone = true;
  });
  for await (const chunk of session.queryStream(statement.text, { format: statement.format })) {
    if (gone) break;
    const text = chunk.text();
    response.write(first ? text : text.split('\n').slice(2).join('\n'));
    first = false;
    if (response.writableNeedDrain)
      await Promise.race([new Promise((go) => response.once('drain', go)), new Promise((go) => response.once('close', go))]);
  }
  response.end();
}

function fail(response: ServerResponse, error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  const code = /Code: (\d+)/.exec(text)?.[1] ?? '1002';
  if (response.headersSent) return void response.destroy();
  response.writeHead(code === '60' ? 404 : 500, { 'X-ClickHouse-Exception-Code': code });
  response.end(`${text} (version 26.7.2.1)\n`);
}
