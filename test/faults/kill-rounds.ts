import { setTimeout as wait } from 'node:timers/promises';
import { type Audit, auditDirectory } from './audit.ts';
import { type EarshotServer, type Ending, loggedErrors, startServer } from './earshot-process.ts';
import { ImportLoad } from './import-load.ts';
import { IngestLoad } from './ingest-load.ts';
import { connections, post } from './post.ts';
import { Receipts } from './receipts.ts';

export interface KillOptions {
  /** The data directory; empty at the beginning. */
  readonly directory: string;
  /** Where the files to import are written. */
  readonly files: string;
  readonly rounds: number;
  /** Rows of each imported file. */
  readonly rows: number;
  /** The process lives at most so long after it is ready; in every second round until an import runs. */
  readonly longestLifeMs: number;
  readonly onRound?: (round: KillRound) => void;
}

/** One life of the server. */
export interface KillRound {
  readonly round: number;
  readonly readyMs: number;
  readonly lifeMs: number;
  /** Rows acknowledged in all lives so far. */
  readonly acknowledged: number;
  readonly imports: number;
}

export interface KillReport {
  readonly audit: Audit;
  readonly rounds: readonly KillRound[];
  /** The longest that a start after a kill took until the server was ready. */
  readonly slowestRestartMs: number;
  /** How often an import was begun, how often a start found one that was cut short, and how many files are in. */
  readonly imports: { readonly begun: number; readonly cutShort: number; readonly finished: number };
  /** What no client should see: refused rows, failed imports, failed questions. */
  readonly surprises: readonly string[];
}

/** Kills a server at random moments of ingest, import and questions, starts it again each time, ends what was begun, and counts. */
export async function killRounds(options: KillOptions): Promise<KillReport> {
  const receipts = new Receipts();
  const ingest = new IngestLoad(receipts);
  const imports = new ImportLoad({ directory: options.files, rows: options.rows });
  const surprises: string[] = [];
  const rounds: KillRound[] = [];
  let cutShort = 0;
  for (let round = 1; round <= options.rounds; round += 1) {
    const server = await startServer(options.directory);
    const left = await unfinishedImports(server);
    surprises.push(...left.filter(({ state }) => state === 'running').map(({ fileName }) => `${fileName} is said to be running`));
    cutShort += left.filter(({ code }) => code === 'import_cut_short').length;
    const bornMs = performance.now();
    const until = round % 2 === 0 ? withinAnImport(imports) : wait(Math.random() * options.longestLifeMs);
    const ending = await liveAndDie(server, until, [ingest, imports, { run: (address, stop) => ask(address, stop, surprises) }]);
    surprises.push(...loggedErrors(ending));
    const lifeMs = Math.round(performance.now() - bornMs);
    const acknowledged = receipts.events.size + receipts.messages.size;
    rounds.push({ round, readyMs: server.readyMs, lifeMs, acknowledged, imports: imports.finished.size });
    options.onRound?.(rounds.at(-1) as KillRound);
  }
  await finish(options.directory, imports);
  return {
    audit: await auditDirectory(options.directory, receipts, imports.files),
    rounds,
    slowestRestartMs: Math.round(Math.max(...rounds.slice(1).map(({ readyMs }) => readyMs))),
    imports: { begun: imports.begun, cutShort, finished: imports.finished.size },
    surprises: [...ingest.surprises.map(({ status, body }) => `${status} ${body}`), ...imports.failures, ...surprises],
  };
}

interface UnfinishedImport {
  readonly fileName: string;
  readonly state: string;
  readonly code: string;
}

/** What a server that has just begun says of imports that are not in: it runs none, those of a process that was killed were cut short. */
async function unfinishedImports({ address }: EarshotServer): Promise<UnfinishedImport[]> {
  const imports = (await (await fetch(`${address}/api/imports`)).json()) as UnfinishedImport[];
  return imports.filter(({ state }) => state !== 'finished');
}

interface Load {
  run(address: string, stop: AbortSignal): Promise<void>;
}

/** A moment within an import: of so many rows none is over so soon. */
async function withinAnImport(imports: ImportLoad): Promise<void> {
  await imports.importing();
  await wait(Math.random() * 300);
}

/** Kills the server under its loads when that has come. */
async function liveAndDie(server: EarshotServer, until: Promise<unknown>, loads: readonly Load[]): Promise<Ending> {
  const stop = new AbortController();
  const running = Promise.all(loads.map((load) => load.run(server.address, stop.signal)));
  await until;
  const ending = await server.stop('SIGKILL');
  stop.abort();
  await running;
  return ending;
}

/** Asks one question after the other. */
async function ask(address: string, stop: AbortSignal, surprises: string[]): Promise<void> {
  const agent = connections(1);
  const question = JSON.stringify({ metrics: ['created', 'full_resolution'], by: ['channel'], grain: 'day', period: 'all' });
  while (!stop.aborted) {
    const answer = await post(agent, `${address}/api/query`, 'application/json', question).catch(() => null);
    if (answer === null) break;
    if (answer.status !== 200) surprises.push(`${answer.status} ${answer.body}`);
    await wait(50);
  }
  agent.destroy();
}

/** Brings in what was begun, lets the server come to rest, and ends it as an operator would. */
async function finish(directory: string, imports: ImportLoad): Promise<void> {
  const server = await startServer(directory);
  if (imports.open) await imports.bring(server.address, imports.open);
  const { code, stderr } = await server.stop('SIGTERM');
  if (code !== 0) throw new Error(`the server ended with ${code} when it was asked to stop: ${stderr}`);
}
