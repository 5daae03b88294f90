import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type TicketFile, writeTicketFile } from '../bench/write-ticket-file.ts';

export interface ImportLoadOptions {
  /** Where the files are written. */
  readonly directory: string;
  readonly rows: number;
}

/** What the API says of an import. */
export interface ImportAnswer {
  readonly id: string;
  readonly state: string;
  readonly message: string;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly tickets: number | null;
}

/** An answer that says no; a broken connection is none. */
class Refusal extends Error {}

/** Wide rows, so that a file is several chunks. */
const subjectLength = 500;
const badEvery = 1_000;
const pollMs = 100;

/** Brings in one generated file after the other; one that was cut short is brought again until it is in. */
export class ImportLoad {
  readonly #options: ImportLoadOptions;
  /** Files that are in, or were begun. */
  readonly files: TicketFile[] = [];
  /** What was said of each file that is in, by its path. */
  readonly finished = new Map<string, ImportAnswer>();
  /** What was refused, and imports that failed, while the server was alive. */
  readonly failures: string[] = [];
  /** How often a file was begun. */
  begun = 0;
  #runs: () => void = () => undefined;

  constructor(options: ImportLoadOptions) {
    this.#options = options;
  }

  /** Resolves when the server says of an import that it runs. */
  importing(): Promise<void> {
    return new Promise((resolve) => {
      this.#runs = resolve;
    });
  }

  /** Resolves when the server is gone or the signal is given. */
  async run(address: string, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.bring(address, await this.#current());
      } catch (error) {
        if (error instanceof Refusal) this.failures.push(error.message);
        return;
      }
    }
  }

  /** The file that is not in yet, if one was begun. */
  get open(): TicketFile | null {
    const last = this.files.at(-1);
    return last && !this.finished.has(last.path) ? last : null;
  }

  /** Uploads a file and follows its import to the end. */
  async bring(address: string, file: TicketFile): Promise<ImportAnswer> {
    this.begun += 1;
    const upload = await uploadFile(address, file.path);
    let answer = await json<ImportAnswer>(`${address}/api/imports`, { upload, target: 'tickets' });
    while (answer.state === 'running') {
      this.#runs();
      await wait(pollMs);
      answer = await json<ImportAnswer>(`${address}/api/imports/${answer.id}`);
    }
    if (answer.state === 'finished') this.finished.set(file.path, answer);
    else this.failures.push(`${basename(file.path)}: ${answer.state}, ${answer.message}`);
    return answer;
  }

  async #current(): Promise<TicketFile> {
    if (this.open) return this.open;
    const number = this.files.length;
    const path = join(this.#options.directory, `tickets-${number}.csv`);
    const file = { path, rows: this.#options.rows, prefix: `file-${number}-`, subjectLength, badEvery };
    await writeTicketFile(file);
    this.files.push(file);
    return file;
  }
}

async function uploadFile(address: string, path: string): Promise<string> {
  const response = await fetch(`${address}/api/uploads?fileName=${encodeURIComponent(basename(path))}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await openAsBlob(path),
  });
  return ((await answered(response)) as { upload: string }).upload;
}

async function json<T>(url: string, body?: object): Promise<T> {
  const init = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
  return (await answered(await fetch(url, init))) as T;
}

async function answered(response: Response): Promise<unknown> {
  if (!response.ok) throw new Refusal(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
